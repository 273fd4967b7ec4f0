using Segmentation.Criteria;

namespace Segmentation.Framework;

/// <summary>Decides which of a dimension's segments a record, or a cell of the space of records, belongs to: the one place where precedence lives.</summary>
/// <remarks>
/// A segment matches by value where its rule is true, and would not be if the value fields (ARR) were blank. Under <see cref="ConflictPolicy.ValueFirst"/> the first
/// segment that matches by value wins, else the first that matches. Under <see cref="BlankPolicy.Unassigned"/> the winner stands only where no open rule (one that a blank
/// keeps unknown) could come before it: an open rule before it, or, where the winner does not match by value, any open rule that names a value field.
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
        var (winner, byValue) = (-1, false);
        for (var s = 0; s < answers.Length; s++)
        {
            if (answers[s] != Truth.True) continue;
            var isByValue = valueFirst && namesValue[s] && withoutValue[s] != Truth.True;
            if (winner >= 0 && (byValue || !isByValue)) continue;
            (winner, byValue) = (s, isByValue);
        }

        for (var s = 0; s < answers.Length; s++)
        {
            if (answers[s] != Truth.Unknown) continue;
            var couldWin = winner < 0 || (byValue ? s < winner && namesValue[s] : s < winner || (valueFirst && namesValue[s]));
            if (!couldWin) continue;
            if (blanksDecide || winner < 0) return (-1, s);
        }

        return (winner, -1);
    }
}
