using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Charts;

/// <summary>A calendar period by which dates are gathered.</summary>
/// <param name="Name">Its name in a sentence.</param>
/// <param name="Days">Days in it, about.</param>
internal sealed record Period(string Name, double Days)
{
    private static readonly Period Year = new("year", 365.2425);

    private static readonly ImmutableArray<Period> FromFinest = [new("day", 1), new("month", 30.436875), new("quarter", 91.310625), Year];

    /// <summary>Returns the finest period of which at most <paramref name="most"/> lie between two dates; years where none is coarse enough.</summary>
    public static Period Finest(DateTime first, DateTime last, int most) =>
        FromFinest.FirstOrDefault(p => ((last - first).TotalDays / p.Days) + 1 <= most) ?? Year;

    public DateTime Start(DateTime date) => Name switch
    {
        "day" => date.Date,
        "month" => new DateTime(date.Year, date.Month, 1),
        "quarter" => new DateTime(date.Year, (((date.Month - 1) / 3) * 3) + 1, 1),
        _ => new DateTime(date.Year, 1, 1),
    };

    public DateTime Next(DateTime start) => Name switch
    {
        "day" => start.AddDays(1),
        "month" => start.AddMonths(1),
        "quarter" => start.AddMonths(3),
        _ => start.Year == DateTime.MaxValue.Year ? DateTime.MaxValue : start.AddYears(1),
    };

    public string Label(DateTime start) => Name switch
    {
        "day" => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "month" => start.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        "quarter" => string.Create(CultureInfo.InvariantCulture, $"Q{((start.Month - 1) / 3) + 1} {start.Year}"),
        _ => start.ToString("yyyy", CultureInfo.InvariantCulture),
    };
}
