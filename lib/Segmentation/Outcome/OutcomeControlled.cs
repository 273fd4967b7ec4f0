using System.Collections.Immutable;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>Reckons rates with the mix of controls held equal.</summary>
internal sealed class OutcomeControlled
{
    private readonly OutcomeCohort cohort;
    private readonly ControlledGroups groups;
    private readonly bool[] churned;
    private readonly OutcomeDriversOptions options;
    private readonly int[] accounts;
    private readonly int[] events;
    private readonly int[] held;
    private readonly LogisticRegression fit;

    public OutcomeControlled(OutcomeCohort cohort, ControlledGroups groups, bool[] churned, OutcomeDriversOptions options)
    {
        (this.cohort, this.groups, this.churned, this.options) = (cohort, groups, churned, options);
        (accounts, events) = (new int[groups.Names.Length], new int[groups.Names.Length]);
        for (var i = 0; i < churned.Length; i++)
        {
            accounts[groups.Segment[i]]++;
            if (churned[i]) events[groups.Segment[i]]++;
        }

        held = [.. Enumerable.Range(0, accounts.Length).Where(s => accounts[s] > 0)];
        var compared = held.Skip(1).ToArray();
        fit = LogisticRegression.Fit(churned, groups.Design(compared, true), [.. Names(compared), .. groups.ControlNames], LogisticOptions.Default with { Confidence = Confidence });
    }

    private double Confidence => cohort.Framework.Limits.Confidence;

    private double Level => 1 - Confidence;

    public OutcomeControlledResult Result()
    {
        var result = new OutcomeControlledResult
        {
            Cohort = cohort,
            Dimension = groups.Dimension,
            Controls = groups.Controls,
            Options = options,
            LeftOut = cohort.Count - groups.Rows.Length,
            Strata = [.. Strata()],
            Notes = fit.Notes,
            KnownTodayOnly = [.. groups.Controls.Prepend(groups.Dimension).Select(d => (d, cohort.KnownTodayOnly(d))).Where(d => !d.Item2.IsEmpty).Select(d => OutcomeDriversWords.Biased(d.d, d.Item2, cohort.Source))],
        };
        if (held.Length < 2) return result with { Reason = "fewer than two of its segments have accounts that are in a segment of every control." };
        if (!fit.HasConverged) return result with { Reason = fit.Notes[^1], Notes = [] };
        return result with { Rows = Rows(), Test = fit.TestOf(Names([.. held.Skip(1)])), IsPenalised = fit.IsFirth };
    }

    private IEnumerable<string> Names(int[] segments) => segments.Select(s => $"{groups.Dimension}: {groups.Names[s]}");

    private ImmutableArray<OutcomeControlledRow> Rows()
    {
        var standard = held.Select(Standard).ToArray();
        var (all, allEvents) = (accounts.Sum(), events.Sum());
        var z = Normal.InvCDF(0, 1, 1 - (Level / 2));
        var rows = new OutcomeControlledRow[accounts.Length];
        for (var s = 0; s < rows.Length; s++)
        {
            rows[s] = new(groups.Names[s], accounts[s], events[s]);
            if (Array.IndexOf(held, s) is not (>= 0 and var h)) continue;
            var (difference, gradient) = (standard[h].Rate, (double[])standard[h].Gradient.Clone());
            for (var o = 0; o < held.Length; o++)
            {
                if (o == h) continue;
                var weight = (double)accounts[held[o]] / (all - accounts[s]);
                difference -= weight * standard[o].Rate;
                for (var j = 0; j < gradient.Length; j++) gradient[j] -= weight * standard[o].Gradient[j];
            }

            var (rateError, error) = (Error(standard[h].Gradient), Error(gradient));
            rows[s] = rows[s] with
            {
                AdjustedRate = standard[h].Rate,
                AdjustedRateInterval = new(Math.Max(0, standard[h].Rate - (z * rateError)), Math.Min(1, standard[h].Rate + (z * rateError))),
                CrudeDifference = ((double)events[s] / accounts[s]) - ((double)(allEvents - events[s]) / (all - accounts[s])),
                CrudeInterval = ProportionDifference.Newcombe(events[s], accounts[s], allEvents - events[s], all - accounts[s], Confidence),
                AdjustedDifference = difference,
                AdjustedInterval = new(difference - (z * error), difference + (z * error)),
                PValue = error > 0 ? SpecialFunctions.Erfc(Math.Abs(difference / error) / Constants.Sqrt2) : double.NaN,
                Detectable = error,
                Comparable = Comparable(s),
            };
        }

        // Two segments are one comparison, seen from either side.
        var made = held.Length == 2 ? 1 : held.Length;
        double[] p = [.. rows.Select(r => r.PValue)];
        var corrected = made == 1 ? p : HolmCorrection.Of(p);
        var seen = Normal.InvCDF(0, 1, 1 - (Level / made / 2)) + Normal.InvCDF(0, 1, cohort.Options.Power);
        return
        [
            .. rows.Select((r, s) => r.AdjustedDifference is null ? r : r with
            {
                CorrectedPValue = corrected[s],
                Detectable = seen * r.Detectable,
                Verdict = Verdicts.Of(r.AdjustedInterval, cohort.Options.EquivalenceMargin, corrected[s] <= Level),
            }),
        ];
    }

    // The mean probability of all accounts, had they been in the segment, and its slope in the coefficients.
    private (double Rate, double[] Gradient) Standard(int segment)
    {
        var (width, own) = (groups.ControlNames.Length, held.Length - 1);
        var (rate, gradient) = (0d, new double[1 + own + width]);
        var place = Array.IndexOf(held, segment);
        for (var i = 0; i < churned.Length; i++)
        {
            var logOdds = fit.Coefficient(0) + (place > 0 ? fit.Coefficient(place) : 0);
            for (var j = 0; j < width; j++) logOdds += fit.Coefficient(1 + own + j) * groups.ControlValues[(i * width) + j];
            var p = 1 / (1 + Math.Exp(-logOdds));
            var slope = p * (1 - p) / churned.Length;
            rate += p / churned.Length;
            gradient[0] += slope;
            if (place > 0) gradient[place] += slope;
            for (var j = 0; j < width; j++) gradient[1 + own + j] += slope * groups.ControlValues[(i * width) + j];
        }

        return (rate, gradient);
    }

    private double Error(double[] gradient)
    {
        var sum = 0d;
        for (var i = 0; i < gradient.Length; i++)
        {
            for (var j = 0; j < gradient.Length; j++) sum += gradient[i] * fit.Covariance[i, j] * gradient[j];
        }

        return Math.Sqrt(Math.Max(0, sum));
    }

    private double Comparable(int segment)
    {
        var with = new bool[groups.Strata.Length];
        for (var i = 0; i < churned.Length; i++) with[groups.Stratum[i]] |= groups.Segment[i] == segment;
        return groups.Stratum.Count(s => with[s]) / (double)churned.Length;
    }

    private IEnumerable<OutcomeControlledStratum> Strata()
    {
        var k = groups.Names.Length;
        var (count, left) = (new int[groups.Strata.Length * k], new int[groups.Strata.Length * k]);
        for (var i = 0; i < churned.Length; i++)
        {
            count[(groups.Stratum[i] * k) + groups.Segment[i]]++;
            if (churned[i]) left[(groups.Stratum[i] * k) + groups.Segment[i]]++;
        }

        return count.Select((n, c) => new OutcomeControlledStratum(groups.Strata[c / k], groups.Names[c % k], n, left[c]));
    }
}
