using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>A record that would be in another place of a dimension but for a value that is not standard.</summary>
/// <param name="Of">Account or contact.</param>
/// <param name="Id">Its id; null where it has none.</param>
/// <param name="Name">Its name; personal. Null where it has none.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Standard">The value that it stands for.</param>
/// <param name="Method">What led there.</param>
/// <param name="Dimension">The dimension's name.</param>
/// <param name="Segment">The place now.</param>
/// <param name="WouldBe">The place with the standard value, every other value being the same.</param>
/// <param name="Arr">Its ARR, for a contact that of its account; null where unknown.</param>
public sealed record LeakageRecord(EntityKind Of, string? Id, [property: Personal] string? Name, string Field, [property: Personal] string Value, string Standard, PicklistMethod Method, string Dimension, string Segment, string WouldBe, double? Arr);
