using Segmentation.Criteria;

namespace Segmentation.Framework;

/// <summary>Decides which of a dimension's segments a record, or a cell of the space of records, belongs to: the one place where precedence lives.</summary>
/// <remarks>
/// A segment matches by value where its rule is true, and would not be if the value fields (ARR) were blank. Under <see cref="ConflictPolicy.ValueFirst"/> the first
/// segment that matches by value wins, else the first that matches. Under <see cref="BlankPolicy.Unassigned"/> the winner stands only where no open rule (one that a blank
/// keeps unknown) could come before it: an open rule before it that could match as the winner does, or, where the winner does not match by value, any open rule that names a value field.
/// Under <see cref="BlankPolicy.Skip"/> the winner stands; without a winner an open rule is a reason under both.
/// </remarks>
internal sealed class Precedence
{
    private readonly bool[] namesValue;
    private readonly bool valueFirst;
    private readonly bool blanksDecide;

    /// <summary>Returns the precedence of a dimension.</summary>
    public Precedence(SegmentationFramework framework, Dimension dimension)
    {
        ValueFields = framework.Fields.Where(f => f.Of == dimension.Of && f.Definition.IsValue).Select(f => f.Definition.Name).ToHashSet(StringComparer.Ordinal);
        namesValue = [.. dimension.Segments.Select(s => s.Criteria.Fields.Any(ValueFields.Contains))];
        valueFirst = framework.Conflicts == ConflictPolicy.ValueFirst;
        blanksDecide = framework.Blanks == BlankPolicy.Unassigned;
    }

    /// <summary>Gets the value fields of the dimension's records.</summary>
    public IReadOnlySet<string> ValueFields { get; }

    /// <summary>Tells whether a segment's rule has to be answered a second time, with the value fields blank.</summary>
    public bool NeedsSecondAnswer(int segment) => valueFirst && namesValue[segment];

    /// <summary>Returns the winner and the rule that is open; -1 each where there is none. A record with an open rule is Unassigned for a blank; with neither, no rule covers it.</summary>
    /// <param name="answers">One answer a segment.</param>
    /// <param name="withoutValue">The answers with the value fields blank; read only where <see cref="NeedsSecondAnswer"/>.</param>
    public (int Winner, int Open) Decide(ReadOnlySpan<Truth> answers, ReadOnlySpan<Truth> withoutValue)
    {
        var (winner, byValue) = Best(answers, withoutValue);
        if (winner >= 0 && !blanksDecide) return (winner, -1);
        for (var s = 0; s < answers.Length; s++)
        {
            if (CouldWin(s, answers[s], winner, byValue)) return (-1, s);
        }

        return (winner, -1);
    }

    /// <summary>Returns the segment that wins among those that match, whatever blanks keep open, and whether it matches by value; -1 where none matches.</summary>
    /// <param name="answers">One answer a segment.</param>
    /// <param name="withoutValue">The answers with the value fields blank; read only where <see cref="NeedsSecondAnswer"/>.</param>
    public (int Winner, bool ByValue) Best(ReadOnlySpan<Truth> answers, ReadOnlySpan<Truth> withoutValue)
    {
        var first = -1;
        for (var s = 0; s < answers.Length; s++)
        {
            if (answers[s] != Truth.True) continue;
            if (MatchesByValue(s, answers[s], withoutValue[s])) return (s, true);
            if (first < 0) first = s;
        }

        return (first, false);
    }

    /// <summary>Tells whether a segment matches, and only because of a value field.</summary>
    public bool MatchesByValue(int segment, Truth answer, Truth withoutValue) => answer == Truth.True && NeedsSecondAnswer(segment) && withoutValue != Truth.True;

    /// <summary>Tells whether a rule is open and could come before the winner, were its blanks filled.</summary>
    /// <param name="segment">The rule's segment.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="winner">The winner of <see cref="Best"/>.</param>
    /// <param name="byValue">Whether the winner matches by value.</param>
    public bool CouldWin(int segment, Truth answer, int winner, bool byValue) => answer == Truth.Unknown
        && (winner < 0 || (byValue ? segment < winner && namesValue[segment] : segment < winner || NeedsSecondAnswer(segment)));
}
