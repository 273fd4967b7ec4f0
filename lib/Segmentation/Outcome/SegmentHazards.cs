using System.Collections.Immutable;
using Segmentation.Statistics;
using Segmentation.Survival;

namespace Segmentation.Outcome;

/// <summary>Answers which segments churn faster or slower than the others, on the whole time that accounts were watched.</summary>
public static class SegmentHazards
{
    /// <summary>Returns the hazard ratio of each segment of a dimension against all others together, as it is and with other dimensions held equal.</summary>
    /// <param name="cohort">The cohort; an open window counts as far as it was watched.</param>
    /// <param name="dimension">The dimension's name, in any case.</param>
    /// <param name="controls">Names of dimensions to hold equal; none where null.</param>
    /// <returns>No segment, with the reason, where there is no cohort.</returns>
    /// <exception cref="ArgumentException">There is no such dimension, or it is its own control.</exception>
    /// <remarks>Cox regressions on <see cref="OutcomeCohort.Times"/>, Efron's ties. A ratio is one number for the whole time; the check of proportional hazards says where that hides a change. Detectable ratio:
    /// D. A. Schoenfeld, Biometrics 39(2), 1983, 499-503, without what the controls cost.</remarks>
    public static SegmentHazardsResult Of(OutcomeCohort cohort, string dimension, IReadOnlyList<string>? controls = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(dimension);
        controls ??= [];
        var none = new SegmentHazardsResult { Cohort = cohort, Dimension = dimension, Controls = [.. controls], Reason = cohort.Reason };
        if (cohort.Reason is not null) return none;
        var all = cohort.Times(out var placed);
        var groups = ControlledGroups.Of(cohort, dimension, controls, [.. Enumerable.Range(0, placed.Length).Select(i => placed[i])]);
        var place = new Dictionary<int, int>(placed.Select((row, i) => KeyValuePair.Create(row, i)));
        int[] taken = [.. groups.Rows.Select(r => place[r])];
        var times = EventTimes.Of([.. taken.Select(i => all.Exit[i])], [.. taken.Select(i => all.HasEvent[i])], all.Entry.Length == 0 ? [] : [.. taken.Select(i => all.Entry[i])]);
        return Measure(none with
        {
            Dimension = groups.Dimension,
            Controls = groups.Controls,
            LeftOut = cohort.Count - taken.Length,
            KnownTodayOnly = [.. groups.Controls.Prepend(groups.Dimension).Select(d => (Name: d, Fields: cohort.KnownTodayOnly(d))).Where(d => !d.Fields.IsEmpty).Select(d => OutcomeDriversWords.Biased(d.Name, d.Fields, cohort.Source))],
        }, times, groups);
    }

    private static SegmentHazardsResult Measure(SegmentHazardsResult none, EventTimes times, ControlledGroups groups)
    {
        var cohort = none.Cohort;
        var (accounts, churned) = (new int[groups.Names.Length], new int[groups.Names.Length]);
        for (var i = 0; i < groups.Segment.Length; i++)
        {
            accounts[groups.Segment[i]]++;
            if (times.HasEvent[i]) churned[groups.Segment[i]]++;
        }

        var empty = groups.Names.Select((name, s) => new SegmentHazard(name, accounts[s], churned[s])).ToImmutableArray();
        int[] held = [.. Enumerable.Range(0, accounts.Length).Where(s => accounts[s] > 0)];
        if (held.Length < 2) return none with { Rows = empty, Reason = "fewer than two of its segments have accounts that can be placed on the clock." };
        if (churned.Sum() == 0) return none with { Rows = empty, Reason = "no account churned." };
        var options = CoxOptions.Default with { Confidence = cohort.Framework.Limits.Confidence };
        var rows = empty.ToArray();
        var notes = new List<string>();
        foreach (var s in held)
        {
            var crude = CoxModel.Fit(times, groups.Design([s], false), [groups.Names[s]], options);
            var adjusted = groups.ControlNames.Length == 0 ? crude : CoxModel.Fit(times, groups.Design([s], true), [groups.Names[s], .. groups.ControlNames], options);
            rows[s] = rows[s] with
            {
                Crude = crude.Coefficients[0],
                Adjusted = adjusted.Coefficients[0],
                ProportionalPValue = ProportionalHazards.Of(adjusted, [groups.Names[s]]) is { DegreesOfFreedom: > 0 } check ? check.PValue : double.NaN,
            };
        }

        var others = held.Skip(1).ToArray();
        var full = CoxModel.Fit(times, groups.Design(others, true), [.. others.Select(s => groups.Names[s]), .. groups.ControlNames], options);
        notes.AddRange(full.Notes.Where(n => n.Contains("is left out", StringComparison.Ordinal)));
        return none with
        {
            Rows = Judge(rows, held, accounts, churned.Sum(), cohort),
            Test = full.TestOf(others.Select(s => groups.Names[s])),
            ProportionalHazards = ProportionalHazards.Of(full, [.. others.Select(s => groups.Names[s])]),
            Concordance = full.Concordance(),
            Notes = [.. notes],
        };
    }

    private static ImmutableArray<SegmentHazard> Judge(SegmentHazard[] rows, int[] held, int[] accounts, int events, OutcomeCohort cohort)
    {
        // Two segments are one comparison, seen from either side.
        var made = held.Length == 2 ? 1 : held.Length;
        double[] p = [.. rows.Select(r => r.Adjusted?.PValue ?? double.NaN)];
        var corrected = made == 1 ? p : HolmCorrection.Of(p);
        var level = 1 - cohort.Framework.Limits.Confidence;
        return
        [
            .. rows.Select((r, s) =>
            {
                if (r.Adjusted is not { } adjusted || double.IsNaN(adjusted.PValue)) return r;
                var share = (double)accounts[s] / accounts.Sum();
                return r with
                {
                    CorrectedPValue = corrected[s],
                    Detectable = DetectableHazardRatio.Of(events, share, 1 - (level / made), cohort.Options.Power),
                    Verdict = Verdicts.Of(adjusted.Interval, Math.Log(cohort.Options.HazardRatioMargin), corrected[s] <= level),
                };
            }),
        ];
    }
}
