using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>A record that changed place in a dimension and came back.</summary>
/// <param name="Of">Account or contact.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; personal. Null where it has none.</param>
/// <param name="Dimension">The dimension's name.</param>
/// <param name="Place">Where it was, and is back.</param>
/// <param name="Between">Where it was in between.</param>
/// <param name="Left">First date on which it was in between.</param>
/// <param name="Back">First date on which it was back.</param>
/// <param name="Field">The field whose values moved it; null where no value did.</param>
/// <param name="Cut">The cut that the values crossed both ways; null where they crossed none (text, blanks, or no value at all).</param>
/// <param name="Why">Why it left, in words.</param>
/// <param name="Arr">Its ARR on the last date on which it is there, for a contact that of its account; null where unknown.</param>
public sealed record Bounce(
    EntityKind Of,
    string Id,
    [property: Personal] string? Name,
    string Dimension,
    string Place,
    string Between,
    DateTime Left,
    DateTime Back,
    string? Field,
    string? Cut,
    [property: Personal] string Why,
    double? Arr);
