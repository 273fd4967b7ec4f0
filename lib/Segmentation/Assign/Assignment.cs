using System.Runtime.InteropServices;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Assign;

/// <summary>Gives every record one segment in each dimension of a framework.</summary>
/// <remarks>In this order: the first exclusion that holds takes the record out of every dimension; an override that has not expired puts it in its segment; else <see cref="Precedence"/> decides among the rules.</remarks>
public static class Assignment
{
    /// <summary>Returns every account and contact of a workspace with its segments.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    /// <param name="framework">The rules.</param>
    /// <param name="asOf">The date of the values, as <see cref="FrameworkRecords.Take"/> has it. Null: the exports' own.</param>
    /// <exception cref="WorkspaceException">A declared field has no column or one of another type.</exception>
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
        var (excluded, open) = Exclude(framework, records);
        var dimensions = framework.DimensionsOf(records.Of);
        var places = new DimensionAssignment[dimensions.Length];
        Parallel.For(0, places.Length, d => places[d] = Place(framework, dimensions[d], records, excluded));
        return new RecordAssignment
        {
            Framework = framework,
            Records = records,
            Exclusion = ImmutableCollectionsMarshal.AsImmutableArray(excluded),
            OpenExclusion = ImmutableCollectionsMarshal.AsImmutableArray(open),
            Dimensions = ImmutableCollectionsMarshal.AsImmutableArray(places),
        };
    }

    /// <summary>Returns the first exclusion that holds for each record, and where none does the first that a blank keeps open; -1 each where there is none.</summary>
    private static (int[] Excluded, int[] Open) Exclude(SegmentationFramework framework, FrameworkRecords records)
    {
        var (excluded, open) = (new int[records.Count], new int[records.Count]);
        Array.Fill(excluded, -1);
        Array.Fill(open, -1);
        for (var e = framework.Exclusions.Length - 1; e >= 0; e--)
        {
            if (framework.Exclusions[e].Of != records.Of) continue;
            var answers = framework.Exclusions[e].Criteria.Evaluate(records.Fields, records.AsOf);
            for (var row = 0; row < answers.Length; row++)
            {
                if (answers[row] == Truth.True) excluded[row] = e;
                else if (answers[row] == Truth.Unknown) open[row] = e;
            }
        }

        for (var row = 0; row < open.Length; row++)
        {
            if (excluded[row] >= 0) open[row] = -1;
        }

        return (excluded, open);
    }

    private static DimensionAssignment Place(SegmentationFramework framework, Dimension dimension, FrameworkRecords records, int[] excluded)
    {
        var n = records.Count;
        var (segment, state, blank) = (new int[n], new AssignmentState[n], new int[n]);
        var precedence = new Precedence(framework, dimension);
        var answers = dimension.Segments.Select(s => s.Criteria.Evaluate(records.Fields, records.AsOf)).ToArray();
        var withoutValue = dimension.Segments.Select((s, i) => precedence.NeedsSecondAnswer(i) ? s.Criteria.Evaluate(records.Fields, records.AsOf, precedence.ValueFields) : answers[i]).ToArray();
        var overridden = AssignmentOverrides.SegmentOf(framework, dimension, records);
        var openRows = new List<int>();
        var decided = new AssignmentDecisions(precedence, answers, withoutValue);
        for (var row = 0; row < n; row++)
        {
            (segment[row], blank[row]) = (-1, -1);
            if (excluded[row] >= 0)
            {
                state[row] = AssignmentState.Excluded;
                continue;
            }

            if (overridden?[row] is >= 0 and var chosen)
            {
                (segment[row], state[row]) = (chosen, AssignmentState.Overridden);
                continue;
            }

            (segment[row], state[row], var couldChange) = decided.Of(row);
            if (couldChange) openRows.Add(row);
        }

        var place = new DimensionAssignment(dimension, ImmutableCollectionsMarshal.AsImmutableArray(segment), ImmutableCollectionsMarshal.AsImmutableArray(state), ImmutableCollectionsMarshal.AsImmutableArray(blank));
        return openRows.Count == 0 ? place : Open(place, precedence, records, answers, withoutValue, openRows, blank);
    }

    /// <summary>Adds, for the records with an open rule that could win, the blanks that keep it open and where the record could belong.</summary>
    private static DimensionAssignment Open(DimensionAssignment place, Precedence precedence, FrameworkRecords records, Truth[][] answers, Truth[][] withoutValue, List<int> unknown, int[] blank)
    {
        int[] rows = [.. unknown];
        var (winners, openRules) = (new int[rows.Length], answers.Select(_ => new bool[rows.Length]).ToArray());
        Span<Truth> here = new Truth[answers.Length];
        Span<Truth> hereWithout = new Truth[answers.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var s = 0; s < answers.Length; s++) (here[s], hereWithout[s]) = (answers[s][rows[i]], withoutValue[s][rows[i]]);
            (winners[i], var byValue) = precedence.Best(here, hereWithout);
            for (var s = 0; s < answers.Length; s++) openRules[s][i] = precedence.CouldWin(s, here[s], winners[i], byValue);
        }

        var (places, distinct) = AssignmentOpenAnswers.Of(place.Dimension, records, rows, openRules, winners);
        var open = new int[records.Count];
        Array.Fill(open, -1);
        for (var i = 0; i < places.Length; i++)
        {
            open[rows[i]] = places[i];
            if (place.State[rows[i]] == AssignmentState.Blank) blank[rows[i]] = distinct[places[i]].Fields[0];
        }

        return place with { Open = ImmutableCollectionsMarshal.AsImmutableArray(open), OpenAnswers = distinct };
    }
}
