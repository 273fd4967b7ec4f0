namespace Segmentation.Audit;

/// <summary>What a completeness means against the playbook's limits.</summary>
public enum CompletenessVerdict
{
    /// <summary>At or above the target.</summary>
    Met,

    /// <summary>Below the target, not below the red flag.</summary>
    BelowTarget,

    /// <summary>Below the red flag.</summary>
    RedFlag,

    /// <summary>Contacts below the limit at which the project goes back to enrichment.</summary>
    Reengage,

    /// <summary>Accounts below the start gate: the project should not start.</summary>
    BelowStartGate,

    /// <summary>No column plays the role.</summary>
    NoColumn,

    /// <summary>There are no records to look at.</summary>
    NoRecords,
}
