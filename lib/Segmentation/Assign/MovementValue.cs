namespace Segmentation.Assign;

/// <summary>A value that changed and bears on a movement.</summary>
/// <param name="Field">The field.</param>
/// <param name="From">The value before, as people read it; null where it was blank.</param>
/// <param name="To">The value after; null where it is blank.</param>
public sealed record MovementValue(string Field, string? From, string? To);
