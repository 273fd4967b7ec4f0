namespace Segmentation.Load;

/// <summary>A column that may play a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Column">Zero-based column.</param>
/// <param name="Confidence">In [0, 1].</param>
/// <param name="Reason">What speaks for it.</param>
internal sealed record RoleCandidate(Role Role, int Column, double Confidence, string Reason);
