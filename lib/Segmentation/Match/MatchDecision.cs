using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Match;

/// <summary>What a person decided about records: that they are one, or that no two of them are. Records are named by id, so the decision holds for every later export.</summary>
/// <param name="Kind">What the records are: accounts or contacts.</param>
/// <param name="Same">Whether the records are one (must-link); otherwise any two of them are different (cannot-link).</param>
/// <param name="Records">Ids as the export spells them, at least two, each once. Case counts: Salesforce tells ids apart by it.</param>
/// <param name="Reason">Why, in the person's words; null where they gave none.</param>
public sealed record MatchDecision(EntityKind Kind, bool Same, ImmutableArray<string> Records, string? Reason = null)
{
    /// <summary>Gets the one-based line of the file the decision was read from; null where it was made in code.</summary>
    public int? Line => Place?.Line;

    /// <summary>Gets the decision as results show it: <c>different by decision (line 7): two legal persons</c>.</summary>
    public string Words => $"{Word} by decision{(Line is { } line ? System.FormattableString.Invariant($" (line {line})") : string.Empty)}{(Reason is null ? string.Empty : $": {Reason}")}";

    /// <summary>Gets where the decision stands; null where it was made in code.</summary>
    internal YamlPlace? Place { get; init; }

    /// <summary>Gets <c>same</c> or <c>different</c>, the word under which the file lists it.</summary>
    public string Word => Same ? "same" : "different";
}
