using System.Collections.Immutable;

namespace Segmentation.Criteria;

/// <summary>Why a criterion gives the answer it gives for one record: the answer of each condition, and the value it saw.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Answer">Its answer.</param>
/// <param name="Parts">The answers of its parts, in order; empty for a comparison.</param>
public sealed record CriterionTrace(Condition Condition, Truth Answer, ImmutableArray<CriterionTrace> Parts)
{
    /// <summary>Gets the condition as the language spells it.</summary>
    public string Text => Condition.ToText();

    /// <summary>Gets the field compared; null where the condition joins others.</summary>
    public string? Field { get; init; }

    /// <summary>Gets the record's value as a person reads it; null where it is blank or the condition joins others.</summary>
    public string? Value { get; init; }

    /// <summary>Gets whether the value points at a person: it is hidden under <c>--mask</c>.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Gets the answer in a sentence: <c>employees = 450: employees &gt;= 1000 is false</c>.</summary>
    public string Words
    {
        get
        {
            var answer = Answer switch { Truth.True => "true", Truth.False => "false", _ => "unknown" };
            return Field is null ? $"{Text} is {answer}" : Value is null ? $"{Field} is blank: {Text} is {answer}" : $"{Field} = {Value}: {Text} is {answer}";
        }
    }

    /// <summary>Gets the comparisons that make the answer what it is: of a false 'and' those that are false, of a true 'or' those that are true.</summary>
    public ImmutableArray<CriterionTrace> Deciding => Parts.IsEmpty ? [this] : [.. Parts.Where(p => Condition is NotOf || p.Answer == Answer).SelectMany(p => p.Deciding)];
}
