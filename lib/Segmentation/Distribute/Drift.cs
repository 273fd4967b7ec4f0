using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Distribute;

/// <summary>Compares two assignments of the same customers: the last snapshot with today, or any two.</summary>
public static class Drift
{
    /// <summary>Returns how every segment changed, and which changes are more than chance.</summary>
    /// <param name="baseline">The earlier assignment: a snapshot loaded, or a run.</param>
    /// <param name="current">The later one.</param>
    /// <param name="limits">The limits; those of the current framework where null.</param>
    /// <remarks>Records are matched by id, dimensions and segments by name without regard to case: a segment renamed is one that all left and one that all entered,
    /// and is said in the notes. A record without an id takes no part, and is counted there too. An excluded record is in no segment: it is counted under Excluded and left out of the shares.</remarks>
    public static DriftResult Between(AssignmentResult baseline, AssignmentResult current, PlaybookLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(current);
        limits ??= current.Framework.Limits;
        var (dimensions, notes) = (ImmutableArray.CreateBuilder<DimensionDrift>(), ImmutableArray.CreateBuilder<string>());
        if (baseline.AsOf > current.AsOf)
            notes.Add($"The baseline is of {DateColumn.Show(baseline.AsOf)}, after the {DateColumn.Show(current.AsOf)} of the other side: what is called new was lost in time, and the reverse.");
        var (was, now) = (baseline.Framework.Version, current.Framework.Version);
        if (was != now) notes.Add($"The rules changed too, from {was} to {now}: a segment may have moved because of its rule. Run {now} on the data of the baseline to tell the two apart.");
        var isPaired = false;
        foreach (var of in new[] { EntityKind.Accounts, EntityKind.Contacts })
        {
            var (before, after) = (baseline.Find(of), current.Find(of));
            if (before is null || after is null)
            {
                if (before is not null || after is not null) notes.Add($"Only {(before is null ? now : was)} divides {SnakeName.Of(of)}: there is nothing to compare them with.");
                continue;
            }

            var join = RecordJoin.Of(before.Records.Ids, after.Records.Ids);
            isPaired |= !join.Both.IsEmpty;
            if (join.Blank > 0) notes.Add(Invariant($"{join.Blank:#,0} rows of {SnakeName.Of(of)} have no id and are left out."));
            if (join.Repeated > 0) notes.Add(Invariant($"{join.Repeated:#,0} rows of {SnakeName.Of(of)} repeat an id; its first row stands for it."));
            if (join.Both.IsEmpty && before.Records.Count > 0 && after.Records.Count > 0)
                notes.Add($"No id of the baseline's {SnakeName.Of(of)} is there now: they are compared as two samples of different records. Are both exports of one system?");
            foreach (var dimension in after.Dimensions)
            {
                if (Same(before, dimension) is { } earlier) dimensions.Add(DimensionDrifts.Of(earlier, dimension, before, after, join, (baseline.Framework, current.Framework), limits, notes));
                else notes.Add($"Dimension '{dimension.Dimension.Name}' of {SnakeName.Of(of)} is not in the baseline ({was}): there is nothing to compare it with.");
            }

            foreach (var gone in before.Dimensions.Where(d => Same(after, d) is null))
                notes.Add($"Dimension '{gone.Dimension.Name}' of {SnakeName.Of(of)} is only in the baseline ({was}): there is nothing to compare it with.");
        }

        if (isPaired) notes.Add("The p-values take the two snapshots for independent samples. The same records twice differ less by chance than that, so a true p is smaller: a shift found here is one, a small one may be missed.");
        return new DriftResult
        {
            BaselineAsOf = baseline.AsOf,
            BaselineVersion = was,
            CurrentAsOf = current.AsOf,
            CurrentVersion = now,
            Limits = limits,
            Dimensions = dimensions.ToImmutable(),
            Notes = notes.ToImmutable(),
        };
    }

    private static DimensionAssignment? Same(RecordAssignment assignment, DimensionAssignment dimension) =>
        assignment.Dimensions.FirstOrDefault(d => d.Dimension.Name.Equals(dimension.Dimension.Name, StringComparison.OrdinalIgnoreCase));
}
