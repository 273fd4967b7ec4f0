namespace Segmentation.Notebooks.Session;

/// <summary>How a cell ended.</summary>
/// <param name="Error">Why it failed; null where it did not.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Timed">Whether the cell asked for its time with <c>#!time</c>.</param>
public sealed record CellRun(CellError? Error, TimeSpan Elapsed, bool Timed);
