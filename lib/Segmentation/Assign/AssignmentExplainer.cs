using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Puts together why one record is where it is.</summary>
internal sealed class AssignmentExplainer
{
    private readonly RecordAssignment assigned;
    private readonly FrameworkRecords records;
    private readonly int row;
    private readonly ExplanationWords words;
    private readonly ImmutableArray<ExplanationRow>.Builder rows = ImmutableArray.CreateBuilder<ExplanationRow>();
    private readonly ImmutableArray<(string, bool)>.Builder reasons = ImmutableArray.CreateBuilder<(string, bool)>();

    private AssignmentExplainer(RecordAssignment assigned, int row)
    {
        (this.assigned, this.row, records) = (assigned, row, assigned.Records);
        words = new(assigned.Framework, records);
    }

    public static AssignmentExplanation Of(RecordAssignment assigned, int row)
    {
        var explainer = new AssignmentExplainer(assigned, row);
        explainer.Exclusions();
        foreach (var place in assigned.Dimensions) explainer.Dimension(place);
        return new()
        {
            Of = assigned.Records.Of,
            Id = assigned.Records.Ids[row]!,
            Name = assigned.Records.Names?[row],
            Reasons = explainer.reasons.ToImmutable(),
            Rows = explainer.rows.ToImmutable(),
        };
    }

    private void Exclusions()
    {
        for (var e = 0; e < assigned.Framework.Exclusions.Length; e++)
        {
            var exclusion = assigned.Framework.Exclusions[e];
            if (exclusion.Of != records.Of) continue;
            var trace = exclusion.Criteria.Explain(records.Fields, row, records.AsOf);
            var holds = assigned.Exclusion[row] == e;
            var note = holds ? "excludes the record" + (exclusion.Reason is { } why ? $": {why}" : string.Empty)
                : trace.Answer == Truth.True ? "also excludes it"
                : trace.Answer == Truth.Unknown ? $"open because {words.Because(trace)}: not excluded"
                : Fails(trace);
            rows.Add(new(null, exclusion.Name, exclusion.Criteria.Text, trace.Answer, ExplanationWords.Seen(trace), note, ExplanationWords.IsPersonal(trace)));
            if (holds) reasons.Add(($"is in no segment because {exclusion.Name} excludes it: {words.Because(trace)}", ExplanationWords.IsPersonal(trace)));
        }
    }

    private void Dimension(DimensionAssignment place)
    {
        var dimension = place.Dimension;
        var precedence = new Precedence(assigned.Framework, dimension);
        var traces = dimension.Segments.Select(s => s.Criteria.Explain(records.Fields, row, records.AsOf)).ToArray();
        Truth[] answers = [.. traces.Select(t => t.Answer)];
        Truth[] without = [.. dimension.Segments.Select((s, i) => precedence.NeedsSecondAnswer(i) ? s.Criteria.Explain(records.Fields, row, records.AsOf, precedence.ValueFields).Answer : answers[i])];
        var (best, byValue) = precedence.Best(answers, without);
        var given = place.State[row] == AssignmentState.Overridden ? AssignmentOverrides.Of(assigned.Framework, dimension, records, row) : null;
        string[] notes = [.. dimension.Segments.Select((s, i) => Note(i))];
        for (var s = 0; s < traces.Length; s++)
        {
            rows.Add(new(dimension.Name, dimension.Segments[s].Name, dimension.Segments[s].Criteria.Text, answers[s], ExplanationWords.Seen(traces[s]), notes[s], ExplanationWords.IsPersonal(traces[s])));
        }

        if (place.State[row] != AssignmentState.Excluded) reasons.Add((Reason(), traces.Any(ExplanationWords.IsPersonal)));

        string Note(int s)
        {
            if (place.State[row] == AssignmentState.Excluded) return answers[s] == Truth.True ? "matches, but the record is excluded" : answers[s] == Truth.Unknown ? Open(s) : Fails(traces[s]);
            if (given is not null && place.Segment[row] == s) return $"overridden by {given.Owner} until {DateColumn.Show(given.Expires.Date)}: {given.Reason}";
            if (answers[s] == Truth.Unknown) return Open(s) + (precedence.CouldWin(s, answers[s], best, byValue) ? ": could win" : ": could not win");
            if (answers[s] == Truth.False) return Fails(traces[s]);
            if (s != best) return $"also matches, and loses because {Loses(s)}";
            return given is not null ? "would win without the override" : place.Segment[row] == s ? precedence.MatchesByValue(s, answers[s], without[s]) ? "wins by value" : "wins" : "matches, but a blank could change the answer";
        }

        string Loses(int s) => byValue && !precedence.MatchesByValue(s, answers[s], without[s]) ? "a match by value comes first" : $"{dimension.Segments[best].Name} comes first";

        string Open(int s) => $"open because {words.Because(traces[s])}";

        string Reason()
        {
            var others = Enumerable.Range(0, answers.Length).Where(s => s != best && answers[s] == Truth.True && given is null && place.Segment[row] >= 0)
                .Select(s => $"; {dimension.Segments[s].Name} would also match ({ExplanationWords.Seen(traces[s])}), and loses because {Loses(s)}");
            if (given is not null)
            {
                return $"is {given.Segment} in {dimension.Name} because {given.Owner} overrides the rules until {DateColumn.Show(given.Expires.Date)}: {given.Reason}; by the rules it would be "
                    + (precedence.Decide(answers, without).Winner is >= 0 and var ruled ? dimension.Segments[ruled].Name : DimensionAssignment.Unassigned);
            }

            return place.State[row] switch
            {
                AssignmentState.Matched when words.Because(traces[best]) is { Length: > 0 } why => $"is {dimension.Segments[best].Name} in {dimension.Name} because {why}{string.Concat(others)}",
                AssignmentState.Matched => $"is {dimension.Segments[best].Name} in {dimension.Name} because no other segment matches",
                _ => $"is Unassigned in {dimension.Name} because {AssignmentReason.Of(place, records, row)}",
            };
        }
    }

    private string Fails(CriterionTrace trace) => words.Because(trace) is { Length: > 0 } why ? $"fails because {why}" : "fails";
}
