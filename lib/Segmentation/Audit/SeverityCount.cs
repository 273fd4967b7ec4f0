namespace Segmentation.Audit;

/// <summary>A severity and the number of its findings.</summary>
/// <param name="Severity">The severity.</param>
/// <param name="Count">Findings, at least 0.</param>
public readonly record struct SeverityCount(Severity Severity, int Count);
