using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>A provider's value that a person prefers to the CRM's. It counts for this value only: another one next month is a conflict again.</summary>
/// <param name="Table">Accounts or contacts.</param>
/// <param name="Record">The record's identifier.</param>
/// <param name="Field">The field.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Value">The value accepted, as the list of conflicts shows it.</param>
public sealed record AcceptedConflict(EntityKind Table, string Record, Role Field, string Provider, string Value);
