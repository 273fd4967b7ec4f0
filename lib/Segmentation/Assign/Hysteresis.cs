using System.Collections.Immutable;

namespace Segmentation.Assign;

/// <summary>Plays a rule with two thresholds over the history of values: enter at the cut, leave only where the value falls below the cut by more than a margin.</summary>
internal static class Hysteresis
{
    /// <summary>Returns the side of the cut on each date: true above, null before the first value. A blank leaves the record where it is.</summary>
    /// <param name="values">One value a date; null where blank.</param>
    /// <param name="cut">The cut.</param>
    /// <param name="margin">The margin as a proportion of the cut's value, at least 0; 0 is the rule without hysteresis.</param>
    public static bool?[] Sides(IReadOnlyList<double?> values, CriterionCut cut, double margin)
    {
        var sides = new bool?[values.Count];
        bool? side = null;
        for (var t = 0; t < sides.Length; t++)
        {
            // Above: stays while not below cut - margin |cut|. Below, or not yet known: enters at the cut.
            if (values[t] is { } value) side = side == true && margin > 0 ? cut.IsAbove(value) || value >= LeaveBelow(cut, margin) : cut.IsAbove(value);
            sides[t] = side;
        }

        return sides;
    }

    /// <summary>Returns the value below which a record leaves the upper side.</summary>
    public static double LeaveBelow(CriterionCut cut, double margin) => cut.Value - (margin * Math.Abs(cut.Value));

    /// <summary>Returns how often the side changes.</summary>
    public static int Crossings(bool?[] sides)
    {
        var crossings = 0;
        for (var t = 1; t < sides.Length; t++)
        {
            if (sides[t - 1] is { } was && sides[t] != was) crossings++;
        }

        return crossings;
    }

    /// <summary>Returns what a margin would have done.</summary>
    /// <param name="histories">One history of values a record, each with one value a date.</param>
    /// <param name="months">The date of each value, in months.</param>
    /// <param name="cut">The cut.</param>
    /// <param name="margin">The margin as a proportion of the cut's value, above 0.</param>
    /// <param name="lasting">Dates on which a record has to be on its last side for its move to last.</param>
    public static HysteresisOutcome Play(IReadOnlyList<double?[]> histories, ImmutableArray<int> months, CriterionCut cut, double margin, int lasting)
    {
        var (bounces, left, delayed, delay, held) = (0, 0, 0, 0, 0);
        foreach (var values in histories)
        {
            var (plain, damped) = (Sides(values, cut, 0), Sides(values, cut, margin));

            // The sides are two: every second crossing is a return.
            bounces += Crossings(plain) / 2;
            left += Crossings(damped) / 2;
            if (damped[^1] != plain[^1]) held++;
            if (!IsForGood(plain, lasting)) continue;
            var late = (damped[^1] == plain[^1] ? months[LastRun(damped)] : months[^1]) - months[LastRun(plain)];
            if (late <= 0 && damped[^1] == plain[^1]) continue;
            delayed++;
            delay += late;
        }

        return new(margin, LeaveBelow(cut, margin), left, bounces == 0 ? null : 1 - ((double)left / bounces), delayed, delayed == 0 ? null : (double)delay / delayed, held);
    }

    /// <summary>Tells whether the record ended on the other side and stayed there: of an odd number of crossings one is no return, and one on the last date may be the first half of a return.</summary>
    public static bool IsForGood(bool?[] sides, int lasting) => Crossings(sides) % 2 == 1 && sides.Length - LastRun(sides) >= lasting;

    /// <summary>Returns the first date of the last run of one side.</summary>
    private static int LastRun(bool?[] sides)
    {
        var t = sides.Length - 1;
        while (t > 0 && sides[t - 1] == sides[^1]) t--;
        return t;
    }
}
