namespace Segmentation.Outcome;

/// <summary>How many records of a segment are checked by hand.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Records">Records it holds.</param>
/// <param name="Drawn">Records drawn of it.</param>
public sealed record AccuracyAuditStratum(string Segment, int Records, int Drawn);
