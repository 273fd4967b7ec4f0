using Segmentation.Criteria;
using Segmentation.Framework;

namespace Segmentation.Assign;

/// <summary>Decides records by the pattern of their answers: what <see cref="Precedence"/> says of a pattern is asked once, and there are far fewer patterns than records.</summary>
internal sealed class AssignmentDecisions
{
    /// <summary>Bits of an answer: three truths.</summary>
    private const int Bits = 2;

    /// <summary>Most bits of a pattern for which a table is kept, 64 Ki patterns; rules with more are asked record by record.</summary>
    private const int MostBits = 16;

    private readonly Precedence precedence;
    private readonly Truth[][] answers;
    private readonly Truth[][] withoutValue;
    private readonly Truth[][] asked;
    private readonly (int Segment, AssignmentState State, bool CouldChange)?[]? known;
    private readonly Truth[] here;
    private readonly Truth[] hereWithout;

    /// <summary>Returns the decisions of a dimension.</summary>
    /// <param name="precedence">The dimension's precedence.</param>
    /// <param name="answers">One answer a segment and record.</param>
    /// <param name="withoutValue">The answers with the value fields blank; the same array where a segment needs no second answer.</param>
    public AssignmentDecisions(Precedence precedence, Truth[][] answers, Truth[][] withoutValue)
    {
        (this.precedence, this.answers, this.withoutValue) = (precedence, answers, withoutValue);
        (here, hereWithout) = (new Truth[answers.Length], new Truth[answers.Length]);
        asked = [.. answers, .. withoutValue.Where((w, s) => !ReferenceEquals(w, answers[s]))];
        if (asked.Length * Bits <= MostBits) known = new (int, AssignmentState, bool)?[1 << (asked.Length * Bits)];
    }

    /// <summary>Returns the segment of a record, -1 where there is none, how it came there, and whether a blank could change it.</summary>
    public (int Segment, AssignmentState State, bool CouldChange) Of(int row)
    {
        if (known is null) return Decide(row);
        var pattern = 0;
        foreach (var answer in asked) pattern = (pattern << Bits) | (int)answer[row];
        return known[pattern] ??= Decide(row);
    }

    private (int Segment, AssignmentState State, bool CouldChange) Decide(int row)
    {
        for (var s = 0; s < answers.Length; s++) (here[s], hereWithout[s]) = (answers[s][row], withoutValue[s][row]);
        var (winner, open) = precedence.Decide(here, hereWithout);
        var (best, byValue) = precedence.Best(here, hereWithout);
        var couldChange = false;
        for (var s = 0; s < here.Length; s++) couldChange |= precedence.CouldWin(s, here[s], best, byValue);
        return (winner, winner >= 0 ? AssignmentState.Matched : open >= 0 ? AssignmentState.Blank : AssignmentState.Uncovered, couldChange);
    }
}
