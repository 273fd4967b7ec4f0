using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>One record and dimension to check by hand.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; personal. Null where it has none.</param>
/// <param name="Dimension">The dimension.</param>
/// <param name="Assigned">The segment it was given.</param>
/// <param name="Seen">The values that the dimension's rules saw, as <c>employees = 40; arr = 12000</c>.</param>
public sealed record AccuracyAuditRow(string Id, [property: Personal] string? Name, string Dimension, string Assigned, [property: Personal] string Seen);
