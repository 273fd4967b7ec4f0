using Segmentation.Statistics;

namespace Segmentation.Survival;

/// <summary>Cox's partial likelihood of standardised covariates.</summary>
/// <remarks>One walk from the last time to the first has the sums over the risk sets, one back gives each record the hazard that it lived through: the information is Σ w H x x' less the squares of the means
/// at the events, so that the products of covariates are made once a record and step, with delayed entry as without.</remarks>
internal sealed class CoxLikelihood
{
    private readonly RiskOrder order;
    private readonly CoxTies ties;
    private readonly double[] design;
    private readonly int width;

    // Buffers of one evaluation: the risk of each record, the hazard it lived through, and for a place with an event the hazard of its time.
    private readonly double[] risk;
    private readonly double[] logRisk;
    private readonly double[] hazard;
    private readonly double[] hazardOfEvent;
    private readonly double[] livedBefore;

    public CoxLikelihood(RiskOrder order, Covariates covariates, CoxTies ties)
    {
        (this.order, this.ties, width) = (order, ties, covariates.Count);
        design = new double[order.Rows.Length * width];
        for (var i = 0; i < order.Rows.Length; i++)
        {
            for (var j = 0; j < width; j++)
            {
                if (covariates.Scale[j] > 0) design[(i * width) + j] = (covariates.Values[(order.Rows[i] * width) + j] - covariates.Mean[j]) / covariates.Scale[j];
            }
        }

        (risk, logRisk, hazard, hazardOfEvent, livedBefore) = (new double[order.Rows.Length], new double[order.Rows.Length], new double[order.Rows.Length], new double[order.Rows.Length], new double[order.Entering.Length]);
    }

    /// <summary>Gets the covariates of the record at a place, standardised.</summary>
    public ReadOnlySpan<double> Row(int place) => design.AsSpan(place * width, width);

    /// <summary>Gets the risk exp(b'x) of the record at each place, of the last evaluation, up to a factor of its stratum.</summary>
    public ReadOnlySpan<double> Risk => risk;

    /// <summary>Returns the likelihood at some coefficients.</summary>
    public LikelihoodAt At(double[] coefficients)
    {
        var (value, score, information) = (0d, new double[width], new double[width * width]);
        for (var s = 0; s + 1 < order.Bounds.Length; s++)
        {
            value += Risks(coefficients, order.Bounds[s], order.Bounds[s + 1]);
            value += Back(order.Bounds[s], order.Bounds[s + 1], score, information);
            Forth(order.Bounds[s], order.Bounds[s + 1]);
        }

        // Σ w H x x'.
        for (var i = 0; i < risk.Length; i++)
        {
            var weight = risk[i] * hazard[i];
            if (weight != 0) Add(information, Row(i), weight);
        }

        var full = new double[width, width];
        for (var j = 0; j < width; j++)
        {
            for (var k = 0; k <= j; k++) full[j, k] = full[k, j] = information[(j * width) + k];
        }

        return new(value, score, full);
    }

    // Risks with the largest of the stratum at 1, so that none overflows; returns Σ ln risk of the events.
    private double Risks(double[] coefficients, int first, int end)
    {
        var (largest, sum) = (double.NegativeInfinity, 0d);
        for (var i = first; i < end; i++)
        {
            var x = Row(i);
            var value = 0d;
            for (var j = 0; j < x.Length; j++) value += coefficients[j] * x[j];
            logRisk[i] = value;
            largest = Math.Max(largest, value);
        }

        for (var i = first; i < end; i++)
        {
            logRisk[i] -= largest;
            risk[i] = Math.Exp(logRisk[i]);
            if (order.HasEvent[i]) sum += logRisk[i];
        }

        return sum;
    }

    // From the last time to the first: -Σ ln of the sums at risk, the score, minus the squares of the means, and at each event's place the hazard of its time (in hazard) and its own share of it.
    private double Back(int first, int end, double[] score, double[] information)
    {
        Span<double> sum = stackalloc double[width], tied = stackalloc double[width], mean = stackalloc double[width];
        sum.Clear();
        var (value, total, entering, atRisk) = (0d, 0d, end - 1, 0);
        for (var last = end - 1; last >= first;)
        {
            var rank = order.Rank[last];
            var (events, tiedTotal) = (0, 0d);
            tied.Clear();
            var i = last;
            for (; i >= first && order.Rank[i] == rank; i--)
            {
                var x = Row(i);
                total += risk[i];
                AddTo(sum, x, risk[i]);
                atRisk++;
                if (!order.HasEvent[i]) continue;
                events++;
                tiedTotal += risk[i];
                AddTo(tied, x, risk[i]);
                for (var j = 0; j < x.Length; j++) score[j] += x[j];
            }

            for (; order.Entering.Length > 0 && entering >= first && order.EntryRank[order.Entering[entering]] > rank; entering--)
            {
                var gone = order.Entering[entering];
                total -= risk[gone];
                AddTo(sum, Row(gone), -risk[gone]);

                // What subtraction leaves of an empty risk set is rounding.
                if (--atRisk > 0) continue;
                total = 0;
                sum.Clear();
            }

            var (all, own) = (0d, 0d);
            for (var k = 0; k < events; k++)
            {
                // The k-th of d tied events: k/d of each of them has left.
                var left = ties == CoxTies.Efron ? (double)k / events : 0;
                var below = total - (left * tiedTotal);
                value -= Math.Log(below);
                all += 1 / below;
                own += (1 - left) / below;
                for (var j = 0; j < mean.Length; j++)
                {
                    mean[j] = (sum[j] - (left * tied[j])) / below;
                    score[j] -= mean[j];
                }

                Add(information, mean, -1);
            }

            for (var p = last; p > i; p--) (hazard[p], hazardOfEvent[p]) = (all, own);
            last = i;
        }

        return value;
    }

    // From the first time to the last: turns the hazards of the times into those that each record lived through.
    private void Forth(int first, int end)
    {
        var (lived, entering) = (0d, first);
        for (var i = first; i < end;)
        {
            var rank = order.Rank[i];
            for (; order.Entering.Length > 0 && entering < end && order.EntryRank[order.Entering[entering]] <= rank; entering++) livedBefore[order.Entering[entering]] = lived;

            var all = hazard[i];
            for (; i < end && order.Rank[i] == rank; i++)
                hazard[i] = lived + (order.HasEvent[i] ? hazardOfEvent[i] : all) - (livedBefore.Length > 0 ? livedBefore[i] : 0);
            lived += all;
        }
    }

    private static void AddTo(Span<double> sum, ReadOnlySpan<double> x, double weight)
    {
        for (var j = 0; j < x.Length; j++) sum[j] += weight * x[j];
    }

    // The lower half of weight x x'.
    private static void Add(double[] information, ReadOnlySpan<double> x, double weight)
    {
        for (var j = 0; j < x.Length; j++)
        {
            var weighted = weight * x[j];
            var row = information.AsSpan(j * x.Length, j + 1);
            for (var k = 0; k < row.Length; k++) row[k] += weighted * x[k];
        }
    }
}
