namespace Segmentation.Framework;

/// <summary>A word on whose meaning everyone agrees before anything is built.</summary>
/// <param name="Name">The word: <c>Churn</c>.</param>
/// <param name="Meaning">What it means here.</param>
public sealed record Term(string Name, string Meaning)
{
    /// <summary>Gets how far it is agreed.</summary>
    public Standing Standing { get; init; } = Standing.Assumed;
}
