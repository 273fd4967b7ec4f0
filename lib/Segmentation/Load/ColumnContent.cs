using System.Text.RegularExpressions;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>What a sample of a column's values looks like. Shares are proportions of the values looked at; 0 where there are none.</summary>
internal sealed partial record ColumnContent
{
    public required ColumnType Type { get; init; }

    public required bool IsMoney { get; init; }

    /// <summary>Values looked at.</summary>
    public required int Values { get; init; }

    public required double Emails { get; init; }

    public required double Phones { get; init; }

    /// <summary>Values with a scheme or a leading www.</summary>
    public required double Urls { get; init; }

    /// <summary>Bare domains.</summary>
    public required double Domains { get; init; }

    public required double Months { get; init; }

    /// <summary>Distinct values among those looked at, as a proportion.</summary>
    public required double Distinct { get; init; }

    public double WebAddresses => Urls + Domains;

    public static ColumnContent Of(Column column, WorkspaceOptions options)
    {
        var sample = Sample(column, options.SampleSize);
        var isText = column.Type == ColumnType.Text;
        double Share(Func<string, bool> holds) => sample.Count == 0 ? 0 : sample.Count(holds) / (double)sample.Count;
        return new ColumnContent
        {
            Type = column.Type,
            IsMoney = column is NumberColumn { Format: NumberFormat.Money },
            Values = sample.Count,
            Emails = isText ? Share(v => Email().IsMatch(v)) : 0,
            Phones = isText ? Share(v => Phone().IsMatch(v) && v.Count(char.IsAsciiDigit) is >= 7 and <= 15 && !Date().IsMatch(v)) : 0,
            Urls = isText ? Share(v => Url().IsMatch(v)) : 0,
            Domains = isText ? Share(v => Domain().IsMatch(v)) : 0,
            Months = isText || column.Type == ColumnType.Number ? Share(v => PeriodText.Read(v) is not null) : 0,
            Distinct = Share(_ => true) == 0 ? 0 : sample.Distinct(StringComparer.Ordinal).Count() / (double)sample.Count,
        };
    }

    /// <summary>Returns up to <paramref name="most"/> values, spread evenly over the rows.</summary>
    public static List<string> Sample(Column column, int most)
    {
        var step = Math.Max(1, column.Length / most);
        var values = new List<string>(Math.Min(most, column.Length));
        for (var row = 0; row < column.Length && values.Count < most; row += step)
        {
            if (!column.IsNull(row)) values.Add(column.Raw(row).Trim());
        }

        if (values.Count > 0 || column.NullCount == column.Length) return values;

        // A sparse column can be missed by the even steps: take what there is.
        for (var row = 0; row < column.Length && values.Count < most; row++)
        {
            if (!column.IsNull(row)) values.Add(column.Raw(row).Trim());
        }

        return values;
    }

    [GeneratedRegex(@"^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$")]
    private static partial Regex Email();

    [GeneratedRegex(@"^(?:(?:tel:)?\+?[0-9][0-9]*(?:[\s./()-]+[0-9]+)+|\+[0-9]{7,15}|\(?\+?[0-9]+\)?(?:[\s./()-]*[0-9]+)*)(?:\s*(?:x|ext\.?)\s*[0-9]+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}")]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:https?://|www\.)[^\s]+\.[^\s]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"^(?!www\.)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}/?$", RegexOptions.IgnoreCase)]
    private static partial Regex Domain();
}
