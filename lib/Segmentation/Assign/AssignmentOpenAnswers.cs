using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Names the blanks that keep answers open, for the records that have one: a field counts only where it stands in a part of the rule that is open itself.</summary>
internal sealed class AssignmentOpenAnswers
{
    private readonly FrameworkRecords records;
    private readonly Table open;
    private readonly AssignmentSets fields = new();

    private AssignmentOpenAnswers(Dimension dimension, FrameworkRecords records, int[] rows) =>
        (this.records, open) = (records, records.Fields.Select(dimension.Segments.SelectMany(s => s.Criteria.Fields).Distinct(StringComparer.Ordinal)).Take(rows));

    /// <summary>Returns, per row, the place of its answer among the distinct ones, and these.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="records">All records.</param>
    /// <param name="rows">Zero-based records whose answer is open.</param>
    /// <param name="openRules">Per segment and row, whether its rule is open and could win.</param>
    /// <param name="winners">Per row, the segment that wins without them; -1 where none does.</param>
    public static (int[] Places, ImmutableArray<OpenAnswer> Answers) Of(Dimension dimension, FrameworkRecords records, int[] rows, bool[][] openRules, int[] winners)
    {
        var all = new AssignmentOpenAnswers(dimension, records, rows);
        var (blank, could, segments) = (new int[rows.Length], new int[rows.Length], new AssignmentSets());
        for (var s = 0; s < dimension.Segments.Length; s++)
        {
            var of = openRules[s].AsSpan().Contains(true) ? all.Blanks(dimension.Segments[s].Criteria.Root).Fields : [];
            for (var i = 0; i < rows.Length; i++)
            {
                if (openRules[s][i]) blank[i] = all.fields.Union(blank[i], of[i]);
                if (openRules[s][i] || winners[i] == s) could[i] = segments.Union(could[i], segments.Single(s));
            }
        }

        var (known, answers, places) = (new Dictionary<(int, int), int>(), ImmutableArray.CreateBuilder<OpenAnswer>(), new int[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            if (known.TryGetValue((blank[i], could[i]), out places[i])) continue;
            known[(blank[i], could[i])] = places[i] = answers.Count;
            answers.Add(new(all.fields[blank[i]], segments[could[i]]));
        }

        return (places, answers.ToImmutable());
    }

    /// <summary>Returns the answers of a condition and, where they are unknown, the set of fields whose blank makes them so.</summary>
    private (Truth[] Answers, int[] Fields) Blanks(Condition condition)
    {
        switch (condition)
        {
            case AllOf all: return Combined(all.Parts, Truth.False);
            case AnyOf any: return Combined(any.Parts, Truth.True);
            case NotOf not:
                var (inner, of) = Blanks(not.Inner);
                return ([.. inner.Select(a => (Truth)(Truth.True - a))], of);
        }

        var answers = new Criterion(string.Empty, condition).Evaluate(open, records.AsOf);
        var field = Criterion.FieldsOf(condition).Select(f => records.Fields.Columns.IndexOf(records.Fields[f])).FirstOrDefault(-1);
        var set = field < 0 ? 0 : fields.Single(field);
        return (answers, [.. answers.Select(a => a == Truth.Unknown ? set : 0)]);
    }

    /// <summary>Returns the answers of parts joined by and, or by or: one part that decides leaves nothing open.</summary>
    private (Truth[] Answers, int[] Fields) Combined(ImmutableArray<Condition> parts, Truth decides)
    {
        var (answers, blanks) = Blanks(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            var (next, more) = Blanks(part);
            for (var i = 0; i < answers.Length; i++)
            {
                var decided = answers[i] == decides || next[i] == decides;
                blanks[i] = decided ? 0 : fields.Union(blanks[i], more[i]);
                answers[i] = decided ? decides : answers[i] == Truth.Unknown ? Truth.Unknown : next[i];
            }
        }

        return (answers, blanks);
    }
}
