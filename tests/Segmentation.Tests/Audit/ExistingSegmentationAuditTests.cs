using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Audit;

// Every expected number is counted by hand from the rows above it.
public sealed class ExistingSegmentationAuditTests
{
    [Fact]
    public void Values_are_counted_with_their_other_spellings()
    {
        var field = Assert.Single(Run(("Enterprise", 20), ("Enterprize", 1), ("SMB", 40), ("smb", 9), ("Mid-Market", 30), (null, 10), ("Other", 5)).Fields);
        Assert.Equal(
            [("SMB", 2, 49), ("Mid-Market", 1, 30), ("Enterprise", 2, 21), ("Other", 1, 5), (null, 0, 10)],
            field.Values.Select(v => (v.Value, v.Spellings, v.Records)));
        Assert.Equal(115, field.Records);
        Assert.Equal(105 / 115.0, field.Completeness!.Value, 12);
        Assert.Equal(15 / 115.0, field.OtherShare!.Value, 12);
        Assert.Equal(0.49, field.LargestShare!.Value, 12);
        Assert.Equal(490, field.Values[0].Arr);
    }

    [Fact]
    public void Evenness_is_entropy_over_its_maximum()
    {
        // By hand: p = 1/2, 1/4, 1/4 gives 1.5 bits of log2(3) = 1.5849625; equal shares give 1.
        Assert.Equal(1.5 / 1.5849625007211562, Run(("a", 2), ("b", 1), ("c", 1)).Fields[0].Evenness!.Value, 12);
        Assert.Equal(1, Run(("x1", 5), ("x2", 5)).Fields[0].Evenness!.Value, 12);
        Assert.Null(Run(("a", 5)).Fields[0].Evenness);
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, Severity.Warn)]
    [InlineData(70, Severity.Warn)]
    [InlineData(71, Severity.Error)]
    [InlineData(80, Severity.Error)]
    [InlineData(81, Severity.Critical)]
    public void The_largest_segment_is_judged_above_each_limit(int largest, Severity? severity) =>
        Assert.Equal(severity, Find(Run(("SMB", largest), ("Enterprise", 100 - largest)), "segment-largest")?.Severity);

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Other_and_blank_may_reach_the_limit(int others, bool found)
    {
        var finding = Find(Run(("SMB", 100 - others), ("Other", others - 2), (null, 2)), "segment-other");
        Assert.Equal(found, finding is not null);
        if (found) Assert.Equal(others, finding!.Rows.RowCount);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Three_to_five_values_are_what_a_team_works_with(int values, bool found) =>
        Assert.Equal(found, Find(Run([.. Enumerable.Range(1, values).Select(i => ((string?)$"Tier {i}", 30))]), "segment-values") is not null);

    [Theory]
    [InlineData(30, null)]
    [InlineData(29, Severity.Warn)]
    [InlineData(20, Severity.Warn)]
    [InlineData(19, Severity.Error)]
    public void A_segment_needs_twenty_to_thirty_accounts(int smallest, Severity? severity) =>
        Assert.Equal(severity, Find(Run(("SMB", 40), ("Mid-Market", 40), ("Enterprise", smallest)), "segment-small")?.Severity);

    [Fact]
    public void Columns_are_found_by_role_name_and_values()
    {
        var sizes = Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? "small" : "large").ToArray();
        var result = ExistingSegmentationAudit.Run(Of(
            Accounts(Column.Of("Region", sizes), Column.Of("Account_Tier__c", sizes), Column.Of("bucket", sizes.Select(s => s == "small" ? "SMB" : "Enterprise")), Column.Of("colour", sizes)),
            Contacts(Column.Of(nameof(Role.LifecycleStage), sizes))));
        Assert.Equal(["Region", "Account_Tier__c", "bucket", "LifecycleStage"], result.Fields.Select(f => f.Field));
        Assert.Equal("its name holds \"tier\"", result.Fields[1].Reason);
    }

    [Fact]
    public void Nothing_segment_like_is_a_finding_and_empty_fields_work()
    {
        Assert.Equal("existing-segmentation", Assert.Single(ExistingSegmentationAudit.Run(Of()).Findings).Check);
        var empty = Run();
        Assert.Null(empty.Fields[0].Completeness);
        Assert.Null(Run((null, 3)).Fields[0].LargestShare);
        Assert.NotEmpty(empty.ToHtml());
        Assert.Equal(0, empty.Values.RowCount);
    }

    private static ExistingSegmentationResult Run(params (string? Value, int Records)[] values)
    {
        string?[] all = [.. values.SelectMany(v => Enumerable.Repeat(v.Value, v.Records))];
        return ExistingSegmentationAudit.Run(Of(Accounts(Texts(Role.Segment, all), Numbers(Role.Arr, [.. all.Select(_ => 10.0)]))));
    }

    private static Finding? Find(ExistingSegmentationResult result, string check) => result.Findings.FirstOrDefault(f => f.Check == check);
}
