using System.Collections.Immutable;

namespace Segmentation.Audit;

/// <summary>What one question of the advisory's decision table says.</summary>
/// <param name="Question">The question.</param>
/// <param name="Found">What the exports answer.</param>
/// <param name="Approaches">The approaches (1, 2, 3) that the answer allows; empty where it says something else.</param>
/// <param name="Rule">The rule, with its limit.</param>
public sealed record ScopingVote(string Question, string Found, ImmutableArray<int> Approaches, string Rule)
{
    /// <summary>Gets the vote in words.</summary>
    public string Vote => Approaches.Length == 0 ? "none" : "approach " + string.Join(" or ", Approaches);
}
