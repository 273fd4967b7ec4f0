namespace Segmentation.Samples;

/// <summary>
/// Every number that the samples are made from: size, dates, rates that tests recover, and how many defects of each kind are planted.
/// Changing one changes the committed files; run the generator again and commit them together.
/// </summary>
internal sealed record SamplePlan
{
    public static SamplePlan Default { get; } = new();

    /// <summary>Gets the seed of every stream.</summary>
    public ulong Seed { get; init; } = 20260630;

    /// <summary>Gets the day on which the exports were taken.</summary>
    public DateOnly AsOf { get; init; } = new(2026, 6, 30);

    /// <summary>Gets the day on which the segmentation went live.</summary>
    public DateOnly Launch { get; init; } = new(2025, 10, 1);

    /// <summary>Gets the first month of the ARR history.</summary>
    public DateOnly FirstMonth { get; init; } = new(2023, 7, 1);

    public int Months { get; init; } = 36;

    /// <summary>Gets the first month, counted from <see cref="FirstMonth"/>, for which product telemetry was kept.</summary>
    public int FirstEngagementMonth { get; init; } = 12;

    public int Companies { get; init; } = 1_920;

    /// <summary>Gets how many of the companies have ever been customers; the rest are prospects, partners and competitors.</summary>
    public int Customers { get; init; } = 1_770;

    public int Persons { get; init; } = 11_474;

    /// <summary>Gets the tiers as they truly behave. The cuts are on employees: from is included, below is not.</summary>
    public IReadOnlyList<TierPlan> Tiers { get; init; } =
    [
        new("SMB", 1, 140, Weight: .52, MedianEmployees: 40, Spread: .75, MonthlyHazard: .0250, HazardAfterLaunch: .0175, Expansion: .010, Contraction: .008),
        new("Mid-Market", 140, 1400, Weight: .33, MedianEmployees: 430, Spread: .60, MonthlyHazard: .0105, HazardAfterLaunch: .0105, Expansion: .018, Contraction: .006),
        new("Enterprise", 1400, 60_000, Weight: .15, MedianEmployees: 4_200, Spread: .75, MonthlyHazard: .0035, HazardAfterLaunch: .0035, Expansion: .028, Contraction: .004),
    ];

    /// <summary>Gets by how much an industry multiplies its tier's hazard; industries that are not named multiply by 1.</summary>
    public IReadOnlyDictionary<string, double> IndustryHazard { get; init; } =
        new SortedDictionary<string, double>(StringComparer.Ordinal) { ["Healthcare"] = .6, ["Retail"] = 1.6 };

    /// <summary>Gets the probability per month that a churned account comes back.</summary>
    public double Reactivation { get; init; } = .012;

    /// <summary>Gets the share of contacts that go quiet for good in a year.</summary>
    public double ContactDecay { get; init; } = .27;

    /// <summary>Gets how many companies each combination of providers knows, as shares: ZoomInfo, Apollo, Clearbit as bits 1, 2 and 4.</summary>
    public IReadOnlyList<double> ProviderShares { get; init; } = [.20, .18, .22, .06, .22, .05, .06, .01];

    /// <summary>Gets the share of a provider's employee counts that belong to some other company.</summary>
    public double ProviderWrong { get; init; } = .05;

    public int DuplicateExact { get; init; } = 20;

    public int DuplicateSuffix { get; init; } = 24;

    public int DuplicateDomain { get; init; } = 14;

    public int DuplicateFuzzy { get; init; } = 8;

    /// <summary>Gets how many companies have two duplicates that share their name.</summary>
    public int DuplicateTriples { get; init; } = 8;

    public int TestAccounts { get; init; } = 10;

    public int InternalAccounts { get; init; } = 4;

    public int ParentSubsidiaryPairs { get; init; } = 10;

    public int TwoCountryPairs { get; init; } = 8;

    public int SharedWebsitePairs { get; init; } = 6;

    public int Subsidiaries { get; init; } = 60;

    public int DanglingParents { get; init; } = 3;

    public int NegativeArr { get; init; } = 4;

    public int BlankArr { get; init; } = 40;

    public int NegativeArrRows { get; init; } = 6;

    public int NegativeEmployees { get; init; } = 3;

    public int ZeroEmployees { get; init; } = 12;

    public IReadOnlyList<string> UnreadableEmployees { get; init; } = ["approx. 200", "50+", "see parent", "1-10", "many"];

    public int EndBeforeStart { get; init; } = 11;

    public int FutureCreated { get; init; } = 5;

    public int FutureActivity { get; init; } = 9;

    public int MixedOrderDates { get; init; } = 14;

    public int UnknownArrAccounts { get; init; } = 3;

    public int UnknownArrRowsEach { get; init; } = 14;

    public int ContactExactEmail { get; init; } = 180;

    public int ContactEmailCase { get; init; } = 100;

    public int ContactNameAccount { get; init; } = 120;

    public int ContactFuzzy { get; init; } = 80;

    public int Namesakes { get; init; } = 6;

    public int TestContacts { get; init; } = 25;

    public int InternalContacts { get; init; } = 15;

    public int OrphansRescuable { get; init; } = 500;

    public int OrphansAmbiguous { get; init; } = 20;

    public int OrphansFreeMail { get; init; } = 260;

    public int OrphansStranger { get; init; } = 200;

    public int OrphansNoEmail { get; init; } = 60;

    public int DanglingRescuable { get; init; } = 45;

    public int DanglingStranger { get; init; } = 55;

    public int FreeMailWithAccount { get; init; } = 300;

    public int MalformedEmails { get; init; } = 140;
}
