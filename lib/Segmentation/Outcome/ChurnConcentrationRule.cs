using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>The trigger's rule, for given numbers of accounts at risk.</summary>
internal sealed class ChurnConcentrationRule
{
    private readonly int[,] atRisk;
    private readonly int[] all;
    private readonly double level;

    // The distribution of one segment's part of a month's churned accounts, by month, segment and their number: the same ones come up again and again in simulations.
    private readonly Dictionary<(int Month, int Segment, int Churned), double[]> known = [];

    public ChurnConcentrationRule(int[,] atRisk, int months, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        (this.atRisk, this.level, Months) = (atRisk, level, months);
        all = new int[atRisk.GetLength(0)];
        for (var m = 0; m < all.Length; m++)
        {
            for (var s = 0; s < atRisk.GetLength(1); s++) all[m] += atRisk[m, s];
        }
    }

    /// <summary>Gets the months in a row that it asks for.</summary>
    public int Months { get; }

    /// <summary>Returns the churned accounts that a segment would have by its share of those at risk.</summary>
    public double Expected(int[,] churned, int month, int segment) => all[month] == 0 ? 0 : (double)Total(churned, month) * atRisk[month, segment] / all[month];

    /// <summary>Returns what the rule says of every month and segment.</summary>
    public Findings Judge(int[,] churned)
    {
        var (months, segments) = (churned.GetLength(0), churned.GetLength(1));
        var found = new Findings(new int[months, segments], new double[months, segments], new bool[months, segments], new bool[months, segments], new bool[months, segments]);
        for (var m = 0; m < months; m++)
        {
            for (var s = 0; s < segments; s++)
            {
                found.MonthsAbove[m, s] = churned[m, s] > Expected(churned, m, s) ? (m > 0 ? found.MonthsAbove[m - 1, s] : 0) + 1 : 0;
                found.Largest[m, s] = IsLargest(churned, m, s);
                found.PValue[m, s] = m + 1 >= Months ? Chance(churned, m, s, Math.Max(Months, found.MonthsAbove[m, s])) : double.NaN;
                found.Triggered[m, s] = found.MonthsAbove[m, s] >= Months && found.PValue[m, s] <= level;
                found.NaiveTriggered[m, s] = IsNaive(churned, m, s);
            }
        }

        return found;
    }

    /// <summary>Tells whether the trigger fires for a segment in any month.</summary>
    public bool Fires(int[,] churned, int segment)
    {
        for (var (m, above) = (0, 0); m < all.Length; m++)
        {
            above = churned[m, segment] > Expected(churned, m, segment) ? above + 1 : 0;
            if (above >= Months && Chance(churned, m, segment, above) <= level) return true;
        }

        return false;
    }

    /// <summary>Tells whether a segment has the most churned accounts for so many months in a row.</summary>
    public bool FiresNaively(int[,] churned, int segment)
    {
        for (var m = Months - 1; m < all.Length; m++)
        {
            if (IsNaive(churned, m, segment)) return true;
        }

        return false;
    }

    private bool IsNaive(int[,] churned, int month, int segment)
    {
        if (month + 1 < Months) return false;
        for (var m = month; m > month - Months; m--)
        {
            if (!IsLargest(churned, m, segment)) return false;
        }

        return true;
    }

    private static bool IsLargest(int[,] churned, int month, int segment)
    {
        if (churned[month, segment] == 0) return false;
        for (var s = 0; s < churned.GetLength(1); s++)
        {
            if (s != segment && churned[month, s] >= churned[month, segment]) return false;
        }

        return true;
    }

    /// <summary>Returns the chance of at least so many from the segment in some months together, up to this one, given how many churned in each.</summary>
    private double Chance(int[,] churned, int month, int segment, int months)
    {
        var seen = 0;
        double[] sum = [1];
        for (var m = month - months + 1; m <= month; m++)
        {
            seen += churned[m, segment];
            sum = Convolve(sum, Of(m, segment, Total(churned, m)));
        }

        var chance = 0d;
        for (var x = sum.Length - 1; x >= seen; x--) chance += sum[x];
        return Math.Min(1, chance);
    }

    /// <summary>Returns the chances of 0, 1, 2 … of the month's churned accounts being the segment's.</summary>
    private double[] Of(int month, int segment, int churned)
    {
        if (known.TryGetValue((month, segment, churned), out var distribution)) return distribution;
        var (own, others) = (atRisk[month, segment], all[month] - atRisk[month, segment]);
        double[] shifted = [.. Enumerable.Repeat(0d, Math.Max(0, churned - others)), .. FisherExactTest.Probabilities(own, others, churned)];
        return known[(month, segment, churned)] = shifted;
    }

    private static double[] Convolve(double[] a, double[] b)
    {
        var sum = new double[a.Length + b.Length - 1];
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++) sum[i + j] += a[i] * b[j];
        }

        return sum;
    }

    private static int Total(int[,] churned, int month)
    {
        var total = 0;
        for (var s = 0; s < churned.GetLength(1); s++) total += churned[month, s];
        return total;
    }

    /// <summary>What the rule says, by month and segment.</summary>
    internal sealed record Findings(int[,] MonthsAbove, double[,] PValue, bool[,] Triggered, bool[,] Largest, bool[,] NaiveTriggered);
}
