using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Calibrate;
using Segmentation.Distribute;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Finds the segments of accounts at the start of a cohort.</summary>
internal static class OutcomeSegments
{
    /// <summary>Returns where the segments come from, and the assignment.</summary>
    public static (SegmentSource Source, RecordAssignment Assigned, ImmutableArray<string> ExclusionsLeftOut, string Said) At(Workspace workspace, SegmentationFramework framework, OutcomeOptions options, Snapshots? snapshots, DateTime start)
    {
        var kept = options.Segments is null or SegmentSource.Snapshot ? snapshots?.Latest(start.AddDays(1)) : null;
        if (kept?.Accounts is { } snapshot)
            return (SegmentSource.Snapshot, snapshot, [], $"Segments are those of the snapshot of {DateColumn.Show(kept.AsOf)} ({kept.Framework.Version}){(kept.AsOf.Date == start.Date ? string.Empty : ", the latest before the start")}.");
        ImmutableArray<string> leftOut = [.. framework.Exclusions.Where(e => e.Of == EntityKind.Accounts && e.Criteria.Fields.Any(f => IsToday(f, framework, options))).Select(e => e.Name)];
        var rules = leftOut.IsEmpty ? framework : framework with { Exclusions = [.. framework.Exclusions.Where(e => e.Of != EntityKind.Accounts || !leftOut.Contains(e.Name))] };
        return (SegmentSource.Replayed, Assignment.Run(rules, FrameworkRecords.Take(workspace, rules, EntityKind.Accounts, start)), leftOut,
            $"{(options.Segments == SegmentSource.Snapshot ? $"No snapshot was kept on or before {DateColumn.Show(start)}. " : string.Empty)}Segments are replayed: {framework.Version} on the ARR, usage and dates of {DateColumn.Show(start)}, every other field as it is today.");
    }

    public static ImmutableArray<string> KnownTodayOnly(OutcomeCohort cohort, Dimension dimension) => cohort.Source == SegmentSource.Snapshot ? []
        : [.. dimension.Segments.SelectMany(s => s.Criteria.Fields).Distinct(StringComparer.OrdinalIgnoreCase).Where(f => cohort.Source == SegmentSource.Today || IsToday(f, cohort.Framework, cohort.Options))];

    /// <summary>Returns records of an assignment, in that order; -1 gives one without a segment.</summary>
    public static RecordAssignment Rows(RecordAssignment assignment, int[] rows) => assignment with
    {
        Records = RecordRows.Take(assignment.Records, rows),
        Exclusion = [.. rows.Select(r => r < 0 ? -1 : assignment.Exclusion[r])],
        OpenExclusion = [.. rows.Select(r => r < 0 ? -1 : assignment.OpenExclusion[r])],
        Dimensions =
        [
            .. assignment.Dimensions.Select(d => d with
            {
                Segment = [.. rows.Select(r => r < 0 ? -1 : d.Segment[r])],
                State = [.. rows.Select(r => r < 0 ? AssignmentState.Uncovered : d.State[r])],
                BlankField = [.. rows.Select(r => r < 0 ? -1 : d.BlankField[r])],
                Open = d.Open.Length == 0 ? d.Open : [.. rows.Select(r => r < 0 ? -1 : d.Open[r])],
            }),
        ],
    };

    private static bool IsToday(string field, SegmentationFramework framework, OutcomeOptions options) =>
        OutcomeWindows.TimingOf(field, framework, CalibrationOptions.Default with { AssumedUnchanged = options.AssumedUnchanged }) == FeatureTiming.AfterOutcome;
}
