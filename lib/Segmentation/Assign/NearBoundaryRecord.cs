using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>A record that would be in another place of a dimension, were one of its values just across a cut.</summary>
/// <param name="Of">Account or contact.</param>
/// <param name="Id">Its id; null where it has none.</param>
/// <param name="Name">Its name; personal. Null where it has none.</param>
/// <param name="Dimension">The dimension's name.</param>
/// <param name="Field">The field.</param>
/// <param name="Cut">The cut: <c>employees &gt;= 1,000</c>.</param>
/// <param name="Value">The value, as people read it.</param>
/// <param name="Distance">Distance from the cut as a proportion of its value (see <see cref="NearBoundaryOptions.Within"/>); null for dates.</param>
/// <param name="Days">Distance from the cut in days; null for numbers.</param>
/// <param name="Crossing">What the value would do: <c>reaches 1,000</c>, <c>falls below 1,000</c>.</param>
/// <param name="Segment">The place now.</param>
/// <param name="OtherSide">The place on the other side of the cut, every other value being the same.</param>
/// <param name="Arr">Its ARR, for a contact that of its account; null where unknown.</param>
public sealed record NearBoundaryRecord(
    EntityKind Of,
    string? Id,
    [property: Personal] string? Name,
    string Dimension,
    string Field,
    string Cut,
    string Value,
    double? Distance,
    double? Days,
    string Crossing,
    string Segment,
    string OtherSide,
    double? Arr);
