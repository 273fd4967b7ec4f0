namespace Segmentation.Audit;

/// <summary>What the audit looks at beyond the playbook's limits, which the workspace carries.</summary>
public sealed record AuditOptions
{
    /// <summary>Gets the defaults.</summary>
    public static AuditOptions Default { get; } = new();

    /// <summary>Gets how many of a field's most frequent values are listed. Default 10.</summary>
    public int TopValues { get; init; } = 10;

    /// <summary>Gets the number of records above which a shared key (name, domain, email) is generic and joins nothing; exactly this many still join. Default 50.</summary>
    public int GenericKeyRecords { get; init; } = 50;

    /// <summary>Gets how many records of a group are listed within one cell of a table; the rest is counted. Default 10.</summary>
    public int ListedRecords { get; init; } = 10;
}
