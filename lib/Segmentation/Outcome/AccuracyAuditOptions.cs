using Segmentation.Playbook;

namespace Segmentation.Outcome;

/// <summary>How records are drawn to check their segments by hand. Change one with <c>with</c>.</summary>
public sealed record AccuracyAuditOptions
{
    /// <summary>Gets the defaults.</summary>
    public static AccuracyAuditOptions Default { get; } = new();

    /// <summary>Gets the accounts drawn in all. Default 50 (customer success playbook).</summary>
    public int Accounts { get; init; } = PlaybookLimits.Default.AccuracyAuditAccounts;

    /// <summary>Gets the fewest accounts of a segment; one that holds fewer is taken whole. Default 5: a segment of which one or two are checked says nothing.</summary>
    public int AccountsPerSegment { get; init; } = 5;

    /// <summary>Gets the contacts drawn of each segment. Default 20 (marketing database playbook).</summary>
    public int ContactsPerSegment { get; init; } = PlaybookLimits.Default.SpotCheckRecords;

    /// <summary>Gets the share of wrong records above which it is a flag; exactly this is none. Default 0.10 (marketing database playbook).</summary>
    public double Wrong { get; init; } = PlaybookLimits.Default.SpotCheckWrong;

    /// <summary>Gets the two-sided confidence of intervals. Default 0.95.</summary>
    public double Confidence { get; init; } = PlaybookLimits.Default.Confidence;

    /// <summary>Gets the seed: the same gives the same records. Default 20260630.</summary>
    public int Seed { get; init; } = 20260630;
}
