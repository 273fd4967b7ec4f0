using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>One record whose place in one dimension changed.</summary>
/// <param name="Of">Account or contact.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; personal. Null where it has none.</param>
/// <param name="Dimension">The dimension's name.</param>
/// <param name="From">The segment before, Unassigned or Excluded; null where the record was not there.</param>
/// <param name="To">The segment after, Unassigned or Excluded; null where the record is not there any more.</param>
/// <param name="ArrBefore">ARR before, for a contact that of its account; null where unknown.</param>
/// <param name="ArrAfter">ARR after; null where unknown.</param>
/// <param name="Cause">Why.</param>
/// <param name="Why">The cause in words: which value, literal, override or exclusion, from what to what.</param>
/// <param name="Values">The values whose change bears on it; empty where only the rules changed.</param>
public sealed record Movement(
    EntityKind Of,
    string Id,
    [property: Personal] string? Name,
    string Dimension,
    string? From,
    string? To,
    double? ArrBefore,
    double? ArrAfter,
    MovementCause Cause,
    [property: Personal] string Why,
    [property: Personal] ImmutableArray<MovementValue> Values)
{
    /// <summary>Gets the ARR that moves: that after, or where the record is not there any more that before.</summary>
    public double? Arr => To is null ? ArrBefore : ArrAfter;
}
