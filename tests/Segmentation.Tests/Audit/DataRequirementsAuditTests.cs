using Segmentation.Audit;
using Segmentation.Load;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Audit;

// Every expected number is counted by hand from the rows above it.
public sealed class DataRequirementsAuditTests
{
    [Fact]
    public void Each_line_says_source_coverage_and_who_can_fill_it()
    {
        // Industry: 2 of 5; the file in hand has Gamma's and not Delta's, and no domain is known for Epsilon.
        var result = DataRequirementsAudit.Run(Of(
            Accounts(
                Texts(Role.AccountId, "1", "2", "3", "4", "5"),
                Texts(Role.Industry, "Retail", "Retail", null, null, null),
                Texts(Role.Website, "acme.com", "beta.com", "www.gamma.com", "delta.com", null)),
            Export(EntityKind.Enrichment, Texts(Role.Domain, "gamma.com", "delta.com", "other.com"), Texts(Role.Industry, "Energy", null, "Retail"))));
        var industry = Line(result, "industry");
        Assert.Equal(("industry", "accounts.csv: Industry", 0.4), (industry.Dimension, industry.Source, industry.Coverage));
        Assert.Equal((1, 0.6, "enrichment.csv"), (industry.InHand, industry.CoverageWithHand, industry.InHandFrom));
        Assert.Equal(2, industry.RecordsToTarget); // 80% of 5 is 4.
        Assert.True(industry.NeedsEnrichment);
        Assert.Equal("ZoomInfo, then Apollo, then Clearbit (waterfall in Clay)", industry.Suggestion);
        Assert.Equal("ASSUMED", industry.Status);

        var employees = Line(result, "employees");
        Assert.Null(employees.Source);
        Assert.Equal((0.0, 4), (employees.Coverage, employees.RecordsToTarget));
        Assert.False(Line(result, "ARR").NeedsEnrichment);
        Assert.Equal(result.Requirements.Length, result.ToTable().RowCount);
        Assert.Equal(result.Requirements.Length, result.Gap.RowCount);
    }

    [Theory]
    [InlineData(24, 0)] // 80% of 30 is 24 exactly.
    [InlineData(23, 1)]
    public void A_coverage_on_the_target_needs_nothing(int filled, int records) =>
        Assert.Equal(records, Line(DataRequirementsAudit.Run(Of(Accounts(Texts(Role.Industry, [.. Enumerable.Range(0, 30).Select(i => i < filled ? "Retail" : null)])))), "industry").RecordsToTarget);

    [Fact]
    public void Usage_covers_the_accounts_that_have_a_row_of_it()
    {
        var result = DataRequirementsAudit.Run(Of(
            Accounts(Texts(Role.AccountId, "1", "2", "3")),
            Export(EntityKind.Engagement, Texts(Role.AccountId, "1", "1", "3", "9"), Numbers(Role.Usage, 1, 2, 3, 4))));
        Assert.Equal((2, "engagement.csv: Usage"), (Line(result, "product usage").Valid, Line(result, "product usage").Source));
    }

    [Fact]
    public void Missing_exports_are_a_finding_and_empty_tables_work()
    {
        Assert.Equal(Severity.Warn, Assert.Single(DataRequirementsAudit.Run(Of()).Findings).Severity);
        var empty = DataRequirementsAudit.Run(Of(Accounts(Texts(Role.Industry)), Contacts(Texts(Role.Email))));
        Assert.All(empty.Requirements, r => Assert.Null(r.Coverage));
        Assert.NotEmpty(empty.ToHtml());
    }

    private static DataRequirement Line(DataRequirementsResult result, string field) => result.Requirements.Single(r => r.Field == field && r.Table == EntityKind.Accounts);
}
