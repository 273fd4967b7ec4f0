using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Playbook;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Audit;

public sealed class ScopingAuditTests
{
    [Fact]
    public void A_complete_base_without_usage_is_approach_1()
    {
        // 60 accounts, every key field filled: four dimensions carried, so that dimensions vote 2 against completeness and size.
        var result = ScopingAudit.Run(Of(Base(60)), AuditOptions.Default with { Dimensions = 2 });
        Assert.Equal(1, result.Approach);
        Assert.Equal(new HourRange(30, 35), result.Hours);
        Assert.True(result.MayStart);
        Assert.Equal(ScopingFit.Fits, result.Fit);
        Assert.Empty(result.Findings);
        Assert.Contains("size, value, geography", ScopingAudit.Run(Of(Base(60))).Votes[2].Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Usage_data_overrule_completeness_and_the_contradiction_is_told()
    {
        var usage = Export(EntityKind.Engagement, Texts(Role.AccountId, "1"), Numbers(Role.Usage, 1));
        var result = ScopingAudit.Run(Of(Base(60), usage));
        Assert.Equal(3, result.Approach);
        Assert.Equal("approach 1", result.Votes[1].Vote);
        Assert.Equal("scoping-votes", Assert.Single(result.Findings).Check);
        Assert.Equal(new HourRange(56, 68), result.Hours); // 50-60 and 6-8 for the platform.
    }

    [Fact]
    public void A_key_field_without_a_column_closes_the_start_gate()
    {
        var result = ScopingAudit.Run(Of(Accounts(Texts(Role.Industry, "Retail"))));
        Assert.False(result.MayStart);
        Assert.Equal(Severity.Critical, result.Findings.Single(f => f.Check == "scoping-start-gate").Severity);
        Assert.Equal(ScopingFit.AddsNothing, result.Fit);
    }

    [Fact]
    public void Without_any_export_there_is_a_verdict_all_the_same()
    {
        var result = ScopingAudit.Run(Of());
        Assert.False(result.MayStart);
        Assert.Equal(1, result.Approach);
        Assert.NotEmpty(result.ToHtml());
    }

    private static Export Base(int accounts) => Accounts(
        Texts(Role.AccountId, [.. Enumerable.Range(1, accounts).Select(i => $"{i}")]),
        Texts(Role.Industry, [.. Enumerable.Repeat("Retail", accounts)]),
        Numbers(Role.Employees, [.. Enumerable.Repeat(50.0, accounts)]),
        Numbers(Role.Arr, [.. Enumerable.Repeat(1000.0, accounts)]),
        Texts(Role.Country, [.. Enumerable.Repeat("US", accounts)]));
}
