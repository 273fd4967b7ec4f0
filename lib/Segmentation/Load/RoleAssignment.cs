namespace Segmentation.Load;

/// <summary>Which column of an export plays a role, and how sure that is.</summary>
/// <param name="Role">The role.</param>
/// <param name="Column">Column name.</param>
/// <param name="Confidence">In [0, 1]; 1 where <c>workspace.yaml</c> says so.</param>
/// <param name="Reason">What decided: header and system, or content.</param>
public sealed record RoleAssignment(Role Role, string Column, double Confidence, string Reason);
