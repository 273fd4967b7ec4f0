using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Audit;

/// <summary>A field that a segmentation framework uses, and the roles that can stand for it.</summary>
/// <param name="Name">What it is called in the scorecard.</param>
/// <param name="IsNeeded">Whether a record without it cannot be assigned: the joint completeness counts the needed fields.</param>
/// <param name="Roles">Roles that can stand for it, best first: the scorecard shows each that the export has, readiness uses the first.</param>
public sealed record AuditedField(string Name, bool IsNeeded, params ImmutableArray<Role> Roles);
