namespace Segmentation.Audit;

/// <summary>What the audit looks at beyond the playbook's limits, which the workspace carries.</summary>
public sealed record AuditOptions
{
    /// <summary>Gets the defaults.</summary>
    public static AuditOptions Default { get; } = new();

    /// <summary>Gets how many of a field's most frequent values are listed. Default 10.</summary>
    public int TopValues { get; init; } = 10;
}
