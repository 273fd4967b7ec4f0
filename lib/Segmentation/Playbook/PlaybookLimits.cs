namespace Segmentation.Playbook;

/// <summary>
/// The limits that the segmentation playbooks fix, each in its one home. Change one with <c>with</c>, or under <c>limits</c> in
/// <c>workspace.yaml</c>; a result that applies a limit says which. Shares are proportions in [0, 1].
/// </summary>
public sealed record PlaybookLimits
{
    /// <summary>Gets the playbooks' limits.</summary>
    public static PlaybookLimits Default { get; } = new();

    /// <summary>Gets the share of accounts that should carry a segmentation field; at or above is met. Default 0.80 (customer success playbook).</summary>
    public double AccountCompletenessTarget { get; init; } = 0.80;

    /// <summary>Gets the share of contacts that should carry a segmentation field; at or above is met. Default 0.85 (marketing database playbook).</summary>
    public double ContactCompletenessTarget { get; init; } = 0.85;

    /// <summary>Gets the completeness below which any segmentation field is a red flag. Default 0.80 (both playbooks).</summary>
    public double CompletenessRedFlag { get; init; } = 0.80;

    /// <summary>Gets the completeness of contacts below which the project goes back to enrichment. Default 0.75 (marketing database playbook).</summary>
    public double ContactCompletenessReengage { get; init; } = 0.75;

    /// <summary>Gets the completeness below which a project does not start. Default 0.70 (customer success playbook, start gate).</summary>
    public double StartGate { get; init; } = 0.70;

    /// <summary>Gets the completeness above which firmographic data alone is enough (approach 1); exactly this is not above. Default 0.80 (advisory).</summary>
    public double FirmographicOnlyAbove { get; init; } = 0.80;

    /// <summary>Gets the completeness below which clean-up comes first; exactly this is enrichment (approach 2). Default 0.50 (advisory).</summary>
    public double CleanUpBelow { get; init; } = 0.50;

    /// <summary>Gets the duplicate rate that a clean database stays below. Default 0.02 (marketing database playbook).</summary>
    public double DuplicateRate { get; init; } = 0.02;

    /// <summary>Gets the share of contacts attached to a company that must be exceeded. Default 0.90 (marketing database playbook).</summary>
    public double ContactsWithCompany { get; init; } = 0.90;

    /// <summary>Gets the largest share of records that may sit in "Other" or blank; at most. Default 0.05 (marketing database playbook).</summary>
    public double OtherShare { get; init; } = 0.05;

    /// <summary>Gets the largest segment's share above which to warn. Default 0.60 (advisory).</summary>
    public double LargestSegmentWarn { get; init; } = 0.60;

    /// <summary>Gets the largest segment's share above which it is an error. Default 0.70 (QA).</summary>
    public double LargestSegmentError { get; init; } = 0.70;

    /// <summary>Gets the largest segment's share above which "something is wrong". Default 0.80.</summary>
    public double LargestSegmentCritical { get; init; } = 0.80;

    /// <summary>Gets the fewest accounts in a segment below which to warn. Default 30 (the upper end of "at least 20-30").</summary>
    public int SmallestSegmentWarn { get; init; } = 30;

    /// <summary>Gets the fewest accounts in a segment below which it is an error. Default 20 (the lower end of "at least 20-30").</summary>
    public int SmallestSegmentError { get; init; } = 20;

    /// <summary>Gets the fewest values of a dimension. Default 3.</summary>
    public int FewestSegments { get; init; } = 3;

    /// <summary>Gets the most values of a dimension; 6 or more is over-segmentation. Default 5.</summary>
    public int MostSegments { get; init; } = 5;

    /// <summary>Gets the number of accounts below which segmentation adds nothing. Default 30 (advisory).</summary>
    public int FewestAccounts { get; init; } = 30;

    /// <summary>Gets the number of accounts from which a project fits. Default 50 (advisory).</summary>
    public int FittingAccounts { get; init; } = 50;

    /// <summary>Gets the number of active accounts below which approach 1 is enough. Default 200 (advisory).</summary>
    public int BulkAccounts { get; init; } = 200;

    /// <summary>Gets the number of active accounts above which approach 3 with automated validation is recommended. Default 1,000 (advisory).</summary>
    public int AutomatedValidationAccounts { get; init; } = 1000;

    /// <summary>Gets the number of months without activity after which a record is stale; exactly this many months is stale. Default 12.</summary>
    public int StaleMonths { get; init; } = 12;

    /// <summary>Gets the lower end of the yearly decay that the playbooks expect. Default 0.25.</summary>
    public double DecayLow { get; init; } = 0.25;

    /// <summary>Gets the upper end of the yearly decay that the playbooks expect. Default 0.30.</summary>
    public double DecayHigh { get; init; } = 0.30;

    /// <summary>Gets the two-sided confidence level of every interval. Default 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Gets the most dimensions for which approach 1 is enough; approach 2 begins at this number too. Default 3 (advisory: 2-3 and 3-4).</summary>
    public int FirmographicDimensions { get; init; } = 3;

    /// <summary>Gets the most dimensions of approach 2; with behaviour, approach 3 begins at this number. Default 4 (advisory: 3-4, and 4-5 with behaviour).</summary>
    public int EnrichedDimensions { get; init; } = 4;

    /// <summary>Gets the most dimensions of a framework; more is over-segmentation. Default 5 (both playbooks and advisory).</summary>
    public int MostDimensions { get; init; } = 5;

    /// <summary>Gets the most fields to enrich for which enrichment is light. Default 2 (advisory).</summary>
    public int LightEnrichmentFields { get; init; } = 2;

    /// <summary>Gets the number of accounts from which enrichment is heavy. Default 500 (advisory).</summary>
    public int HeavyEnrichmentAccounts { get; init; } = 500;

    /// <summary>Gets the number of enriched records to check against the source by hand. Default 20 (both playbooks).</summary>
    public int SpotCheckRecords { get; init; } = 20;

    /// <summary>Gets the share of checked records that are wrong above which it is a flag; exactly this is none. Default 0.10 (marketing database playbook).</summary>
    public double SpotCheckWrong { get; init; } = 0.10;

    /// <summary>Gets the fewest accounts of an enrichment test batch. Default 50 (the lower end of "50-100").</summary>
    public int TestBatchAccountsFewest { get; init; } = 50;

    /// <summary>Gets the number of accounts of an enrichment test batch. Default 100 (the upper end of "50-100").</summary>
    public int TestBatchAccounts { get; init; } = 100;

    /// <summary>Gets the number of contacts of an enrichment test batch. Default 500 (marketing database playbook).</summary>
    public int TestBatchContacts { get; init; } = 500;

    /// <summary>Gets the fewest contacts of a segment; fewer is a warning. Default 500 (marketing database playbook: 500-10,000).</summary>
    public int ContactSegmentFewest { get; init; } = 500;

    /// <summary>Gets the most contacts of a segment; more is a warning. Default 10,000 (marketing database playbook: 500-10,000).</summary>
    public int ContactSegmentMost { get; init; } = 10_000;

    /// <summary>Gets the number of contacts below which a segment is too narrow. Default 100 (marketing database playbook).</summary>
    public int ContactSegmentTooNarrow { get; init; } = 100;

    /// <summary>Gets the number of contacts above which a segment is too broad. Default 50,000 (marketing database playbook).</summary>
    public int ContactSegmentTooBroad { get; init; } = 50_000;

    /// <summary>Gets the share of accounts that may be Unassigned; above, the project goes back to enrichment. Default 0.25 (customer success playbook).</summary>
    public double UnassignedShare { get; init; } = 0.25;

    /// <summary>Gets how many accounts may be newly Unassigned since a baseline; more is a flag. Default 30 (customer success playbook).</summary>
    public int NewUnassigned { get; init; } = 30;

    /// <summary>Gets the number of micro-segments (combinations below the smallest segment) from which a framework cannot be worked with. Default 15 (customer
    /// success playbook: 15+ is the classic failure).</summary>
    public int MicroSegments { get; init; } = 15;

    /// <summary>Gets how far a segment may be from its expected size, up or down, as a proportion of it; more is a warning. Default 0.20 (both playbooks: ±20%).</summary>
    public double ExpectedSizeDeviation { get; init; } = 0.20;

    /// <summary>Gets the fewest dimensions of a framework. Default 3 (both playbooks).</summary>
    public int FewestDimensions { get; init; } = 3;

    /// <summary>Gets the accounts that one CSM looks after in Enterprise: a benchmark to show beside a ratio, never a pass mark. Default 15 (advisory: about 1:15).</summary>
    public int EnterpriseAccountsPerCsm { get; init; } = 15;

    /// <summary>Gets the change of a segment's count or ARR between two snapshots beyond which it is flagged, up or down, as a proportion of the baseline; exactly
    /// this is none. Default 0.20 (both playbooks, month on month).</summary>
    public double SegmentChange { get; init; } = 0.20;

    /// <summary>Gets the population stability index above which a dimension is commonly said to have shifted somewhat. Default 0.10 (credit scoring custom; it knows
    /// nothing of sizes, so drift holds the index against its critical value too).</summary>
    public double PopulationStabilityModerate { get; init; } = 0.10;

    /// <summary>Gets the population stability index above which a dimension is commonly said to have shifted much. Default 0.25 (the same custom).</summary>
    public double PopulationStabilityLarge { get; init; } = 0.25;

    /// <summary>Gets the fewest days after launch from which outcomes are looked at. Default 60 (both playbooks: 60-90 days).</summary>
    public int OutcomeDaysFewest { get; init; } = 60;

    /// <summary>Gets the days after launch in which outcomes are looked at. Default 90 (both playbooks: 60-90 days).</summary>
    public int OutcomeDays { get; init; } = 90;

    /// <summary>Gets how far above the full database's rate the engagement of a segment's campaign should be, as a proportion of it: a benchmark to show beside a rate, never a
    /// pass mark. Default 0.20 (marketing database playbook: +20%).</summary>
    public double EngagementUplift { get; init; } = 0.20;

    /// <summary>Gets the months in a row for which churn concentrates in one segment from which the framework is looked at again. Default 2 (customer success playbook).</summary>
    public int ChurnConcentrationMonths { get; init; } = 2;

    /// <summary>Gets the accounts drawn to check assignments by hand. Default 50 (customer success playbook).</summary>
    public int AccuracyAuditAccounts { get; init; } = 50;

    /// <summary>Gets the median net revenue retention of Enterprise a year: a benchmark to show, never a pass mark. Default 1.18 (advisory).</summary>
    public double EnterpriseNetRetention { get; init; } = 1.18;

    /// <summary>Gets the median net revenue retention of SMB a year: a benchmark to show, never a pass mark. Default 0.97 (advisory).</summary>
    public double SmbNetRetention { get; init; } = 0.97;

    /// <summary>Gets the lower end of Enterprise's churn a year: a benchmark to show, never a pass mark. Default 0.01 (advisory).</summary>
    public double EnterpriseChurnLow { get; init; } = 0.01;

    /// <summary>Gets the upper end of Enterprise's churn a year: a benchmark to show, never a pass mark. Default 0.02 (advisory).</summary>
    public double EnterpriseChurnHigh { get; init; } = 0.02;

    /// <summary>Gets the lower end of SMB's churn a year: a benchmark to show, never a pass mark. Default 0.31 (advisory).</summary>
    public double SmbChurnLow { get; init; } = 0.31;

    /// <summary>Gets the upper end of SMB's churn a year: a benchmark to show, never a pass mark. Default 0.58 (advisory).</summary>
    public double SmbChurnHigh { get; init; } = 0.58;
}
