using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>
/// Ordered bands of a number, such as company sizes or ARR tiers. Each band holds its lower end and not its upper one, and ends where the next
/// begins, so that every number above the floor is in exactly one: neither gap nor overlap.
/// </summary>
public sealed record Bands : Result
{
    private readonly ImmutableArray<double> cuts;

    private Bands(string subject, ImmutableArray<string> names, ImmutableArray<double> cuts, double floor)
    {
        (Subject, Names, Floor, this.cuts) = (subject, names, floor, cuts);
    }

    /// <inheritdoc/>
    public override string ResultName => "bands";

    /// <summary>Gets what is divided: <c>employees</c>.</summary>
    public string Subject { get; }

    /// <summary>Gets the names, lowest band first; k of them.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Gets the cut points, ascending, length k - 1: band i + 1 begins with cut i, included.</summary>
    public ImmutableArray<double> Cuts => cuts;

    /// <summary>Gets the number that must be exceeded to be in a band at all; this number itself is in none.</summary>
    public double Floor { get; }

    /// <summary>Gets the bands, lowest first.</summary>
    public ImmutableArray<Band> All => [.. Names.Select((name, i) => new Band(name, i == 0 ? null : cuts[i - 1], i == cuts.Length ? null : cuts[i]))];

    /// <summary>Returns bands over cut points.</summary>
    /// <param name="subject">What is divided: <c>employees</c>.</param>
    /// <param name="names">One name a band, lowest first; unique, case, accents and punctuation aside.</param>
    /// <param name="cuts">One number fewer, ascending: where each band but the lowest begins, included.</param>
    /// <param name="floor">Number that must be exceeded to be in a band. Default 0: nothing, and less than nothing, is no size.</param>
    /// <exception cref="ArgumentException">A name is empty or given twice, the numbers of names and cuts do not fit, or the cuts do not ascend above the floor.</exception>
    public static Bands Of(string subject, IEnumerable<string> names, IEnumerable<double> cuts, double floor = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(subject);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(cuts);
        ImmutableArray<string> all = [.. names];
        ImmutableArray<double> ends = [.. cuts];
        CheckNames(subject, all);
        if (all.Length != ends.Length + 1)
            throw new ArgumentException($"Bands of {subject}: found {Show(all.Length)} names and {Show(ends.Length)} cuts, expected one cut fewer than names. Give each band but the lowest the number it begins with.", nameof(cuts));
        var last = floor;
        foreach (var cut in ends)
        {
            if (!double.IsFinite(cut) || cut <= last)
                throw new ArgumentException($"Bands of {subject}: found the cut {Show(cut)} after {Show(last)}, expected numbers that ascend. Put the bands in order.", nameof(cuts));
            last = cut;
        }

        return new Bands(subject, all, ends, floor);
    }

    /// <summary>Returns bands given with both ends.</summary>
    /// <param name="subject">What is divided: <c>employees</c>.</param>
    /// <param name="bands">The bands, lowest first; the lowest is open below, down to the floor, the highest open above. Each other begins with the number that the one before it ends before.</param>
    /// <param name="floor">Number that must be exceeded to be in a band. Default 0.</param>
    /// <exception cref="ArgumentException">Two neighbours leave a gap or overlap, or what <see cref="Of"/> refuses.</exception>
    public static Bands FromRanges(string subject, IEnumerable<Band> bands, double floor = 0)
    {
        ArgumentNullException.ThrowIfNull(bands);
        Band[] all = [.. bands];
        CheckNames(subject, [.. all.Select(b => b.Name)]);
        if (all[0].From is { } bottom)
            throw new ArgumentException($"Bands of {subject}: found '{all[0].Name}' beginning with {Show(bottom)}, expected a lowest band that is open below. Leave its lower end out, and give the floor that must be exceeded.", nameof(bands));
        if (all[^1].Below is { } top)
            throw new ArgumentException($"Bands of {subject}: found '{all[^1].Name}' ending before {Show(top)}, expected a highest band that is open above. Leave its upper end out, or add a band above it.", nameof(bands));
        for (var i = 1; i < all.Length; i++)
        {
            var (end, start) = (all[i - 1].Below, all[i].From);
            if (end == start && end is not null) continue;
            var what = end is null || start is null || start < end ? "an overlap" : "a gap";
            throw new ArgumentException($"Bands of {subject}: found {what} between '{all[i - 1].Name}' (ends before {Show(end)}) and '{all[i].Name}' (begins with {Show(start)}), expected the same number. " +
                "Let each band begin with the number that the one before it ends before.", nameof(bands));
        }

        return Of(subject, all.Select(b => b.Name), all.Skip(1).Select(b => b.From!.Value), floor);
    }

    /// <summary>Returns the zero-based band of a number; -1 where it is NaN or infinite, or not above <see cref="Floor"/>. A cut belongs to the band above it.</summary>
    /// <param name="value">The number.</param>
    public int IndexOf(double value)
    {
        if (!double.IsFinite(value) || value <= Floor) return -1;
        var index = cuts.AsSpan().BinarySearch(value);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>Returns the name of the band of a number; null where it is in none.</summary>
    /// <param name="value">The number.</param>
    public string? NameOf(double value) => IndexOf(value) is >= 0 and var index ? Names[index] : null;

    /// <summary>Returns the zero-based band of a text: a band's name, a number, or a range ("201-1000", "50+") that lies within one band; -1 where it is
    /// none of these, or a range that spans several.</summary>
    /// <param name="text">The text; of a name, case, accents and punctuation do not count.</param>
    public int IndexOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // "150" has the fingerprint of "1-50": where there are digits, only the whole name or the numbers count.
        var isWord = !text.Any(char.IsDigit);
        for (var i = 0; i < Names.Length; i++)
        {
            if (isWord ? Fingerprint.Of(Names[i]) is { Length: > 0 } key && key == Fingerprint.Of(text) : Folding.Fold(Names[i]) == Folding.Fold(text).Trim()) return i;
        }

        if (NumberRange.Parse(text) is not { } range || range.To <= Floor) return -1;
        var low = IndexOf(range.From > Floor ? range.From : Math.BitIncrement(Floor));
        var high = double.IsPositiveInfinity(range.To) ? Names.Length - 1 : IndexOf(range.To);
        return low == high ? low : -1;
    }

    /// <summary>Returns a band in words: "100 to below 1,000".</summary>
    /// <param name="index">Zero-based band.</param>
    public string Describe(int index)
    {
        var from = index == 0 ? $"above {Show(Floor)}" : Show(cuts[index - 1]);
        if (index == cuts.Length) return index == 0 ? from : $"{from} or more";
        return index == 0 && !double.IsFinite(Floor) ? $"below {Show(cuts[0])}" : $"{from} {(index == 0 ? "and" : "to")} below {Show(cuts[index])}";
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"bands of {Subject}",
        Column.Of("band", Names),
        Column.Of("from, included", All.Select(b => b.From)),
        Column.Of("below, not included", All.Select(b => b.Below)),
        Column.Of("in words", Names.Select((_, i) => Describe(i))));

    private static void CheckNames(string subject, ImmutableArray<string> names)
    {
        if (names.IsEmpty) throw new ArgumentException($"Bands of {subject}: found none, expected one or more. Name at least one band.", nameof(names));
        if (names.FirstOrDefault(string.IsNullOrWhiteSpace) is { } blank)
            throw new ArgumentException($"Bands of {subject}: found the name '{blank}', expected a name for each band. Name it.", nameof(names));
        // Of names such as "1-50" and "150" the fingerprints collide.
        if (names.GroupBy(n => n.Any(char.IsDigit) ? Folding.Fold(n) : Fingerprint.Of(n)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Bands of {subject}: found '{twice.First()}' and '{twice.Last()}', expected names that differ. Rename one.", nameof(names));
    }

    private static string Show(double? number) => number is { } value ? value.ToString("#,0.######", CultureInfo.InvariantCulture) : "no number";
}
