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
}
