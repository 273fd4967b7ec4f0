using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Cuts;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Running sums over a sample, from which the bands of any cuts are sized without looking at the records again.</summary>
internal sealed class CutSizes
{
    private readonly double[] values;
    private readonly int[] records;
    private readonly double[] amounts;
    private readonly int[] events;

    public CutSizes(CutSample sample)
    {
        var n = sample.Values.Length;
        values = sample.Values.ToArray();
        (records, amounts, events) = (new int[n + 1], new double[n + 1], new int[n + 1]);
        var happened = sample.Target switch { BinaryTarget binary => binary.Event, CensoredTarget censored => censored.Event, _ => [] };
        for (var i = 0; i < n; i++)
        {
            var times = sample.Times[i];
            records[i + 1] = records[i] + times;
            amounts[i + 1] = amounts[i] + (times * sample.Amounts[i]);
            events[i + 1] = events[i] + (!happened.IsEmpty && happened[i] ? times : 0);
        }
    }

    /// <summary>Gets the records counted.</summary>
    public int Records => records[^1];

    /// <summary>Gets what they pay.</summary>
    public double Amount => amounts[^1];

    /// <summary>Returns how many values are below a cut: the place of the first value of the band above.</summary>
    public int Place(double cut)
    {
        var (low, high) = (0, values.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (values[middle] < cut) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Returns the largest value of a record below a value; the value itself where there is none. Every cut between the two makes the same bands.</summary>
    public double Previous(double value)
    {
        var place = Place(value);
        while (place > 0 && records[place - 1] == records[place]) place--;
        return place == 0 ? value : values[place - 1];
    }

    /// <summary>Returns the share of the records below a cut.</summary>
    public double Rank(double cut) => Records == 0 ? 0 : (double)records[Place(cut)] / Records;

    /// <summary>Returns the records and what they pay between two cuts, whichever is higher.</summary>
    public (int Records, double Amount) Between(double a, double b)
    {
        var (low, high) = (Place(Math.Min(a, b)), Place(Math.Max(a, b)));
        return (records[high] - records[low], amounts[high] - amounts[low]);
    }

    /// <summary>Returns the bands of ascending cuts.</summary>
    public ImmutableArray<CutBand> Bands(ReadOnlySpan<double> cuts)
    {
        var bands = ImmutableArray.CreateBuilder<CutBand>(cuts.Length + 1);
        for (var band = 0; band <= cuts.Length; band++)
        {
            var (from, to) = Ends(cuts, band);
            var (count, amount) = (records[to] - records[from], amounts[to] - amounts[from]);
            bands.Add(new(band == 0 ? null : cuts[band - 1], band == cuts.Length ? null : cuts[band], count)
            {
                Share = Records == 0 ? null : (double)count / Records,
                Arr = amount,
                ArrShare = Amount > 0 ? amount / Amount : null,
            });
        }

        return bands.MoveToImmutable();
    }

    /// <summary>Tells which limits the bands of ascending cuts break, in words.</summary>
    public IEnumerable<string> Broken(double[] cuts, BandLimits limits)
    {
        if (cuts.Length + 1 < limits.Fewest || cuts.Length + 1 > limits.Most) yield return string.Create(CultureInfo.InvariantCulture, $"{cuts.Length + 1} bands, not {limits.Fewest} to {limits.Most}");
        for (var band = 0; band <= cuts.Length; band++)
        {
            var (from, to) = Ends(cuts, band);
            var (count, amount, happened) = (records[to] - records[from], amounts[to] - amounts[from], events[to] - events[from]);
            var name = Name(cuts, band);
            if (count < limits.FewestRecords) yield return string.Create(CultureInfo.InvariantCulture, $"{name}: fewer than {limits.FewestRecords:#,0} accounts");
            if (count > limits.LargestShare * Records) yield return string.Create(CultureInfo.InvariantCulture, $"{name}: {(double)count / Records:0.0%} of the accounts, more than {limits.LargestShare:0.#%}");
            if (happened < limits.FewestEvents) yield return string.Create(CultureInfo.InvariantCulture, $"{name}: fewer than {limits.FewestEvents:#,0} events");
            if (amount < limits.LeastAmount) yield return string.Create(CultureInfo.InvariantCulture, $"{name}: pays {amount:#,0}, less than {limits.LeastAmount:#,0}");
        }
    }

    /// <summary>Returns the records, and what they pay, that are in another band under one set of cuts than under another.</summary>
    /// <remarks>With as many bands on both sides, the bands go by their number. Otherwise they are matched in order, one to one, so that as many records as can be stay; the records of a band
    /// without a partner change.</remarks>
    public (int Records, double Amount) Changed(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        var (rows, columns) = (before.Length + 1, after.Length + 1);
        if (rows == columns)
        {
            var (stay, pay) = (0, 0d);
            for (var band = 0; band < rows; band++)
            {
                var common = Common(before, band, after, band);
                (stay, pay) = (stay + common.Records, pay + common.Amount);
            }

            return (Records - stay, Math.Max(0, Amount - pay));
        }

        var best = new (int Records, double Amount)[rows + 1, columns + 1];
        for (var i = 1; i <= rows; i++)
        {
            for (var j = 1; j <= columns; j++)
            {
                var common = Common(before, i - 1, after, j - 1);
                var matched = (Records: best[i - 1, j - 1].Records + common.Records, Amount: best[i - 1, j - 1].Amount + common.Amount);
                best[i, j] = matched.Records >= best[i - 1, j].Records && matched.Records >= best[i, j - 1].Records ? matched
                    : best[i - 1, j].Records >= best[i, j - 1].Records ? best[i - 1, j] : best[i, j - 1];
            }
        }

        return (Records - best[rows, columns].Records, Math.Max(0, Amount - best[rows, columns].Amount));
    }

    /// <summary>Returns a band as a sentence names it: <c>140 to below 1,400</c>.</summary>
    public static string Name(ReadOnlySpan<double> cuts, int band) => cuts.IsEmpty ? "all"
        : band == 0 ? $"below {Show(cuts[0])}"
        : band == cuts.Length ? $"{Show(cuts[^1])} and above" : $"{Show(cuts[band - 1])} to below {Show(cuts[band])}";

    /// <summary>Returns a value no sharper than it is known: whole from 1,000 on, else four digits.</summary>
    public static double Sharp(double value) => !double.IsFinite(value) || value == Math.Round(value) ? value
        : Math.Abs(value) >= 1000 ? Math.Round(value) : double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Returns a value as a sentence says it.</summary>
    public static string Show(double value) => NumberColumn.Show(Sharp(value), NumberFormat.General);

    /// <summary>Returns cuts as a cell lists them.</summary>
    public static string List(ImmutableArray<double> cuts) => cuts.IsEmpty ? "none" : string.Join("; ", cuts.Select(Show));

    private (int Records, double Amount) Common(ReadOnlySpan<double> before, int i, ReadOnlySpan<double> after, int j)
    {
        var (a, b) = (Ends(before, i), Ends(after, j));
        var (from, to) = (Math.Max(a.From, b.From), Math.Min(a.To, b.To));
        return from < to ? (records[to] - records[from], amounts[to] - amounts[from]) : (0, 0);
    }

    private (int From, int To) Ends(ReadOnlySpan<double> cuts, int band) => (band == 0 ? 0 : Place(cuts[band - 1]), band == cuts.Length ? values.Length : Place(cuts[band]));
}
