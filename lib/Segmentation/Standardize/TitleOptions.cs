namespace Segmentation.Standardize;

/// <summary>How job titles are turned into columns.</summary>
public sealed record TitleOptions
{
    /// <summary>Gets the defaults.</summary>
    public static TitleOptions Default { get; } = new();

    /// <summary>Gets whether a department that the CRM holds is replaced by the title's. Default false: only blank cells are filled.</summary>
    public bool ReplacesDepartments { get; init; }

    /// <summary>Gets the confidence below which a department is not written; at or above it is. Default 0.6 (<see cref="TitleConfidence.Likely"/>).</summary>
    public double DepartmentConfidence { get; init; } = TitleConfidence.Likely;

    /// <summary>Gets the most unresolved titles listed. Default 50.</summary>
    public int ListedTitles { get; init; } = 50;
}
