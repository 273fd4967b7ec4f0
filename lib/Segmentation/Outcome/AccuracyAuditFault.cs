namespace Segmentation.Outcome;

/// <summary>A row of a sheet that cannot be used.</summary>
/// <param name="File">The file, without its folder.</param>
/// <param name="Line">One-based line; null where the file's rows do not stand one a line.</param>
/// <param name="What">What is wrong, what was expected, and the remedy.</param>
public sealed record AccuracyAuditFault(string File, int? Line, string What);
