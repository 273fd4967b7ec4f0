using Segmentation.Framework;
using Segmentation.Criteria;
using Segmentation.Load;

namespace Segmentation.Assign;

/// <summary>Gives every record one segment in each dimension of a framework.</summary>
public static class Assignment
{
    /// <summary>Returns every account and contact of a workspace with its segments.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    /// <param name="framework">The rules.</param>
    /// <param name="asOf">The date of the values; the workspace's where null.</param>
    public static AssignmentResult Run(Workspace workspace, SegmentationFramework framework, DateTime? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(framework);
        return new AssignmentResult { Framework = framework, AsOf = asOf ?? workspace.AsOf, Accounts = Side(EntityKind.Accounts), Contacts = Side(EntityKind.Contacts) };

        RecordAssignment? Side(EntityKind of) => workspace.Find(of) is null || framework.DimensionsOf(of).IsEmpty ? null
            : Run(framework, FrameworkRecords.Take(workspace, framework, of, asOf));
    }

    /// <summary>Returns records with their segments.</summary>
    /// <param name="framework">The rules.</param>
    /// <param name="records">The records.</param>
    public static RecordAssignment Run(SegmentationFramework framework, FrameworkRecords records)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(records);
        var excluded = new int[records.Count];
        Array.Fill(excluded, -1);
        for (var e = framework.Exclusions.Length - 1; e >= 0; e--)
        {
            if (framework.Exclusions[e].Of != records.Of) continue;
            var answers = framework.Exclusions[e].Criteria.Evaluate(records.Fields, records.AsOf);
            for (var row = 0; row < answers.Length; row++)
            {
                if (answers[row] == Truth.True) excluded[row] = e;
            }
        }

        return new RecordAssignment { Records = records, Exclusion = [.. excluded], Dimensions = [.. framework.DimensionsOf(records.Of).Select(d => Place(framework, d, records, excluded))] };
    }

    private static DimensionAssignment Place(SegmentationFramework framework, Dimension dimension, FrameworkRecords records, int[] excluded)
    {
        var n = records.Count;
        var (segment, state, blank) = (new int[n], new AssignmentState[n], new int[n]);
        var precedence = new Precedence(framework, dimension);
        var answers = dimension.Segments.Select(s => s.Criteria.Evaluate(records.Fields, records.AsOf)).ToArray();
        var withoutValue = dimension.Segments.Select((s, i) => precedence.NeedsSecondAnswer(i) ? s.Criteria.Evaluate(records.Fields, records.AsOf, precedence.ValueFields) : answers[i]).ToArray();
        var (here, hereWithout) = (new Truth[answers.Length], new Truth[answers.Length]);
        var overrides = framework.Overrides.Where(o => o.Dimension == dimension.Name && records.AsOf.Date <= o.Expires.Date)
            .ToDictionary(o => o.RecordId, o => dimension.Segments.Select((s, i) => (s, i)).First(s => s.s.Name == o.Segment).i, StringComparer.Ordinal);
        for (var row = 0; row < n; row++)
        {
            (segment[row], blank[row]) = (-1, -1);
            if (excluded[row] >= 0)
            {
                state[row] = AssignmentState.Excluded;
                continue;
            }

            if (overrides.TryGetValue(records.Ids[row]!, out var chosen))
            {
                (segment[row], state[row]) = (chosen, AssignmentState.Overridden);
                continue;
            }

            for (var s = 0; s < answers.Length; s++) (here[s], hereWithout[s]) = (answers[s][row], withoutValue[s][row]);
            var (winner, open) = precedence.Decide(here, hereWithout);
            segment[row] = winner;
            state[row] = winner >= 0 ? AssignmentState.Matched : open >= 0 ? AssignmentState.Blank : AssignmentState.Uncovered;
            if (open >= 0) blank[row] = dimension.Segments[open].Criteria.Fields.Select(f => records.Fields.Columns.IndexOf(records.Fields[f])).First(c => records.Fields.Columns[c].IsNull(row));
        }

        return new(dimension, [.. segment], [.. state], [.. blank]);
    }
}
