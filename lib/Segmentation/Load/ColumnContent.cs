using System.Text.RegularExpressions;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>What a sample of a column's values looks like. Shares are proportions of the values looked at; 0 where there are none.</summary>
internal sealed partial record ColumnContent
{
    /// <summary>Longer values are text, whatever they hold; this also bounds the work on hostile fields.</summary>
    private const int LongestValue = 320;

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
        double Share(Func<string, bool> holds) => sample.Count == 0 ? 0 : sample.Count(v => v.Length <= LongestValue && holds(v)) / (double)sample.Count;
        return new ColumnContent
        {
            Type = column.Type,
            IsMoney = column is NumberColumn { Format: NumberFormat.Money },
            Values = sample.Count,
            Emails = isText ? Share(v => Email().IsMatch(v)) : 0,
            Phones = isText ? Share(IsPhone) : 0,
            Urls = isText ? Share(v => Url().IsMatch(v)) : 0,
            Domains = isText ? Share(v => Domain().IsMatch(v)) : 0,
            Months = isText || column.Type == ColumnType.Number ? Share(v => PeriodText.Read(v) is not null) : 0,
            Distinct = sample.Count == 0 ? 0 : sample.Distinct(StringComparer.Ordinal).Count() / (double)sample.Count,
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

    /// <summary>Tells whether a text is a phone number: 7 to 15 digits, grouped or with a leading plus, and nothing else but an extension.</summary>
    private static bool IsPhone(string text)
    {
        var main = Extension().Replace(text, string.Empty);
        var digits = main.Count(char.IsAsciiDigit);
        return digits is >= 7 and <= 15 && digits < main.Length && main.All(c => char.IsAsciiDigit(c) || " +()./-".Contains(c, StringComparison.Ordinal))
            && !DateOrPostcode().IsMatch(main);
    }

    [GeneratedRegex(@"^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$")]
    private static partial Regex Email();

    [GeneratedRegex(@"\s*(?:x|ext\.?)\s*[0-9]{1,6}$", RegexOptions.IgnoreCase)]
    private static partial Regex Extension();

    [GeneratedRegex(@"^(?:[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}(?:\s.*)?|[0-9]{5}-[0-9]{4}|[0-9]+\.[0-9]+)$")]
    private static partial Regex DateOrPostcode();

    [GeneratedRegex(@"^(?:https?://|www\.)[^\s]+\.[^\s]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"^(?!www\.)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}/?$", RegexOptions.IgnoreCase)]
    private static partial Regex Domain();
}
