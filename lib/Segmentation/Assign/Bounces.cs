using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using static System.FormattableString;

namespace Segmentation.Assign;

/// <summary>Finds the records that change segment and come back, and the margin that would keep them in place.</summary>
public static class Bounces
{
    private const int MonthsOfAYear = 12;

    /// <summary>Returns every record that was in A, then in B, then in A again, with the field and the cut; and for each cut a hysteresis.</summary>
    /// <param name="history">The assignments, replayed or made at the time.</param>
    /// <param name="options">When a margin is suggested; <see cref="BounceOptions.Default"/> where null.</param>
    /// <returns>Returns are counted without overlap: A, B, A, B, A is two. A date on which a record is missing ends its run. The margin is found by playing the rule with two
    /// thresholds (enter at the cut, leave below the cut less the margin) over the history of the deciding field.</returns>
    /// <exception cref="ArgumentException">A margin is not above 0 and below 1, or the margins do not ascend.</exception>
    public static BouncesResult Find(AssignmentHistory history, BounceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        options ??= BounceOptions.Default;
        if (options.Margins.Any(m => !(m is > 0 and < 1)) || options.Margins.Zip(options.Margins.Skip(1)).Any(p => p.First >= p.Second))
            throw new ArgumentException($"Margins are {string.Join(", ", options.Margins.Select(m => Invariant($"{m}")))} but must be ascending shares of the cut's value above 0 and below 1, such as 0.05, 0.10.", nameof(options));
        var bounces = ImmutableArray.CreateBuilder<Bounce>();
        var suggestions = ImmutableArray.CreateBuilder<HysteresisSuggestion>();
        var causes = new Dictionary<int, ILookup<(EntityKind Of, string Id, string Dimension), Movement>>();
        foreach (var of in new[] { EntityKind.Accounts, EntityKind.Contacts })
        {
            if (history.Snapshots.All(s => s.Find(of) is null)) continue;
            var paths = new BouncePaths(history, of);
            foreach (var dimension in history.Snapshots[^1].Framework.DimensionsOf(of))
            {
                bounces.AddRange(paths.Bounces(dimension.Name, MovementOf));
                suggestions.AddRange(CriterionCuts.Of(history.Snapshots[^1].Framework, dimension, history.Snapshots[^1].AsOf).Select(cut => Suggest(history, paths, dimension, cut, options)));
            }
        }

        return new BouncesResult
        {
            Options = options,
            Snapshots = history.Snapshots.Length,
            Source = history.Source,
            All = [.. bounces.OrderBy(b => b.Of).ThenByDescending(b => b.Arr ?? 0)],
            Cuts = suggestions.ToImmutable(),
            IsPersonal = history.Snapshots.Any(s => new[] { s.Accounts, s.Contacts }.OfType<RecordAssignment>().Any(a => a.Records.Fields.Columns.Any(c => c.IsPersonal))),
        };

        Movement? MovementOf(int date, EntityKind of, string id, string dimension)
        {
            if (!causes.TryGetValue(date, out var known)) causes[date] = known = Movements.Between(history.Snapshots[date - 1], history.Snapshots[date]).All.ToLookup(m => (m.Of, m.Id, m.Dimension));
            return known[(of, id, dimension)].FirstOrDefault();
        }
    }

    private static HysteresisSuggestion Suggest(AssignmentHistory history, BouncePaths paths, Dimension dimension, CriterionCut cut, BounceOptions options)
    {
        var histories = paths.Crossing(dimension.Name, cut);
        ImmutableArray<int> months = [.. history.Snapshots.Select(s => (s.AsOf.Year * MonthsOfAYear) + s.AsOf.Month)];
        var sides = histories.Select(h => Hysteresis.Sides(h, cut, 0)).ToArray();
        var (bounces, forGood) = (sides.Sum(s => Hysteresis.Crossings(s) / 2), sides.Count(s => Hysteresis.IsForGood(s, options.LastingSnapshots)));
        var hasPercentage = cut.Type != FieldType.Date && cut.Value != 0;
        ImmutableArray<HysteresisOutcome> tried = hasPercentage ? [.. options.Margins.Select(m => Hysteresis.Play(histories, months, cut, m, options.LastingSnapshots))] : [];
        var best = tried.FirstOrDefault(t => t.Prevented >= options.Prevent);
        var enough = history.Snapshots.Length >= options.FewestSnapshots && bounces >= options.FewestBounces;
        var reason = bounces == 0 ? "nothing bounces here"
            : history.Snapshots.Length < options.FewestSnapshots ? Invariant($"{history.Snapshots.Length} dates are too few to suggest a margin; it takes {options.FewestSnapshots}")
            : bounces < options.FewestBounces ? Invariant($"{bounces} bounces are too few to suggest a margin; it takes {options.FewestBounces}")
            : cut.Type == FieldType.Date ? "a date has no margin in percent"
            : cut.Value == 0 ? "a cut at 0 has no margin in percent"
            : best is null ? Invariant($"no margin tried prevents {options.Prevent * 100:0.##}% of the bounces; the widest, {options.Margins[^1] * 100:0.##}%, prevents {tried[^1].Prevented * 100:0}%")
            : Cost(best, forGood);
        return new(dimension.Of, dimension.Name, cut.Field, cut.Text, histories.Count, bounces, forGood, tried, enough ? best : null, reason);
    }

    private static string Cost(HysteresisOutcome margin, int forGood)
    {
        var later = margin.MonthsDelayed is { } months ? Invariant($"{margin.Delayed:#,0} of {forGood:#,0} lasting moves come later, by {months:0.#} months on average") : "no lasting move comes later";
        var held = margin.HeldAtEnd > 0 ? Invariant($"; {margin.HeldAtEnd:#,0} records below the cut are held above it on the last date") : string.Empty;
        return Invariant($"leave below {margin.LeaveBelow:#,0.##}: prevents {margin.Prevented * 100:0}% of the bounces; {later}{held}");
    }
}
