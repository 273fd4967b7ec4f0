using System.Globalization;

namespace Segmentation.Cuts;

/// <summary>Says why a limit cannot be met.</summary>
/// <param name="Sums">What the values hold.</param>
/// <param name="Asked">The limits asked for.</param>
/// <param name="Eased">The limits that can be met.</param>
/// <param name="Heaviest">The value with the most records.</param>
/// <param name="HeaviestRecords">Its records.</param>
internal sealed record ShortfallWords(BandSums Sums, BandLimits Asked, BandLimits Eased, double Heaviest, int HeaviestRecords)
{
    /// <summary>Returns the sentence of a limit.</summary>
    /// <param name="limit">The limit's name.</param>
    public string Of(string limit) => limit switch
    {
        nameof(BandLimits.LargestShare) => Text(
            $"{(HeaviestRecords >= Sums.MostRecords(Eased.LargestShare) ? Text($"one value, {Number(Heaviest)}, holds {Share(HeaviestRecords / (double)Sums.Records)} of the records") : Setting())}: the largest band cannot be below {Share(Eased.LargestShare)}, limit {Share(Asked.LargestShare)}"),
        nameof(BandLimits.FewestRecords) => Text($"{Setting()}: the smallest band cannot have more than {Records(Eased.FewestRecords)}, limit {Number(Asked.FewestRecords)}"),
        nameof(BandLimits.Fewest) => Text($"{Setting()}: there cannot be more than {Bands(Eased.Fewest)} within the other limits, limit {Number(Asked.Fewest)}"),
        nameof(BandLimits.Most) => Text($"{Setting()}: there cannot be fewer than {Bands(Eased.Most)} within the other limits, limit {Number(Asked.Most)}"),
        nameof(BandLimits.FewestEvents) => Text($"{Setting()} with {Number(Sums.Events)} events: the band with the fewest events cannot have more than {Number(Eased.FewestEvents)}, limit {Number(Asked.FewestEvents)}"),
        _ => Text($"{Setting()} that pay {Number(Math.Round(Sums.Amount, 2))}: the band that pays least cannot pay more than {Number(Math.Round(Eased.LeastAmount, 2))}, limit {Number(Asked.LeastAmount)}"),
    };

    /// <summary>Returns a proportion as people read it, fine enough that a limit and what is just beyond it differ.</summary>
    /// <param name="share">The proportion.</param>
    public static string Share(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>Returns a number as people read it.</summary>
    /// <param name="value">The number.</param>
    public static string Number(double value) => value.ToString(Math.Abs(value) is >= 1e15 or (< 1e-4 and > 0) ? "G6" : "#,0.####", CultureInfo.InvariantCulture);

    /// <summary>Returns a number of records.</summary>
    /// <param name="count">How many.</param>
    public static string Records(int count) => count == 1 ? "1 record" : Number(count) + " records";

    /// <summary>Returns a number of bands.</summary>
    /// <param name="count">How many.</param>
    public static string Bands(int count) => count == 1 ? "1 band" : Number(count) + " bands";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string Setting()
    {
        var bands = Asked.Fewest == Asked.Most ? Bands(Asked.Fewest) : $"{Number(Asked.Fewest)} to {Bands(Asked.Most)}";
        return $"{bands} of {Records(Sums.Records)} with {(Sums.Length == 1 ? "1 distinct value" : Number(Sums.Length) + " distinct values")}";
    }
}
