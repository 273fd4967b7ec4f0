namespace Segmentation.Criteria;

/// <summary>A node of a parsed criterion. It is evaluated, analysed, explained and translated; nothing is parsed twice.</summary>
/// <remarks>One of <see cref="AllOf"/>, <see cref="AnyOf"/>, <see cref="NotOf"/>, <see cref="Compared"/>, <see cref="Between"/>, <see cref="OneOf"/>, <see cref="IsBlank"/>,
/// <see cref="Contains"/> and <see cref="Always"/>.</remarks>
public abstract record Condition
{
    /// <summary>Gets where the node begins in the criterion's text, zero-based.</summary>
    public int Start { get; init; }

    /// <summary>Gets the number of characters it takes.</summary>
    public int Length { get; init; }

    /// <summary>Returns the condition in the one form that the language has for it: <c>employees &gt;= 1000 or arr &gt;= 500_000</c>. It reads back to the same tree.</summary>
    public string ToText() => ConditionText.Of(this);

    /// <summary>Returns the condition in words: <c>employees at least 1,000 people, or ARR at least 500,000 USD a year</c>.</summary>
    /// <param name="fields">The fields, for their units; a field that is not among them has none. A field of unit "share" or "%" is shown as a percentage.</param>
    public string ToWords(IEnumerable<FieldDefinition> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ConditionWords(fields).Of(this);
    }
}
