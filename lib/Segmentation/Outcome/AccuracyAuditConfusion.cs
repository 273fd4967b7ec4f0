namespace Segmentation.Outcome;

/// <summary>A segment that is given where another would be right.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Assigned">The segment that was assigned.</param>
/// <param name="Correct">The segment that a person says is right.</param>
/// <param name="Records">Records of the sample.</param>
public sealed record AccuracyAuditConfusion(string Dimension, string Assigned, string Correct, int Records);
