using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Tests.Framework;

public sealed class FrameworkChangesTests
{
    private static readonly DateTime Day = new(2025, 10, 2);

    private static readonly SegmentationFramework Full = SegmentationFramework.Parse(FrameworkFiles.Full);

    [Fact]
    public void Confirming_agrees_and_answers_the_question()
    {
        var segment = Full.Confirm("Customer Tier/Enterprise", Day, "04-distribution: rule coverage").Dimensions[0].Segments[0];
        Assert.Equal(new Standing { Status = ItemStatus.Confirmed, Date = Day, Evidence = "04-distribution: rule coverage" }, segment.Standing);
        Assert.Equal("employees >= 1000 or arr >= 500_000", segment.Criteria.Text);
    }

    [Fact]
    public void Confirming_without_evidence_keeps_what_was_written() =>
        Assert.Equal("01-audit: readiness", Full.Confirm("Churn", Day).Terms[0].Standing.Evidence);

    [Fact]
    public void Correcting_puts_the_new_rule_and_says_so()
    {
        var segment = Full.Correct("Enterprise", "employees >= 1_400", Day).Dimensions[0].Segments[0];
        Assert.Equal(("employees >= 1_400", ItemStatus.Corrected, Day, null), (segment.Criteria.Text, segment.Standing.Status, segment.Standing.Date, segment.Standing.Question));
    }

    [Fact]
    public void Asking_keeps_the_status() =>
        Assert.Equal(new Standing { Status = ItemStatus.Corrected, Date = new(2025, 9, 26), Question = "And below 10?" }, Full.Ask("Customer Tier / SMB", "And below 10?").Dimensions[0].Segments[1].Standing);

    [Theory]
    [InlineData("Customer Tier")]
    [InlineData("Seniority / Leaders")]
    [InlineData("seniority/leaders")]
    [InlineData("employees")]
    [InlineData("accounts/employees")]
    [InlineData("fields/accounts/employees")]
    [InlineData("terms/Churn")]
    [InlineData("Competitors")]
    [InlineData("001Hs00000001ouIAA in Customer Tier")]
    [InlineData("My at-risk SMB accounts")]
    public void Every_kind_of_item_is_found_by_its_name(string item)
    {
        var before = FrameworkStatus.Of(Full).Items;
        var after = FrameworkStatus.Of(Full.Correct(item, Day, "asked")).Items;
        Assert.Equal(new Standing { Status = ItemStatus.Corrected, Date = Day, Evidence = "asked" }, Assert.Single(after.Except(before)).Standing);
    }

    [Fact]
    public void An_item_that_is_not_there_is_refused_with_what_there_is() => Assert.Equal(
        "No item of the framework is called 'Customer Tier/Enterprize': expected one such as 'Customer Tier', 'Customer Tier / Enterprise', 'Customer Tier / SMB', 'Seniority', 'Seniority / Leaders'. FrameworkStatus.Of(framework) lists them all. (Parameter 'name')",
        Assert.Throws<ArgumentException>(() => Full.Confirm("Customer Tier/Enterprize", Day)).Message);

    [Fact]
    public void A_name_that_several_items_have_is_refused_with_all_of_them()
    {
        var twice = Full with { Terms = Full.Terms.Add(new Term("Enterprise", "Our largest customers.")) };
        Assert.Equal("Several items of the framework are called 'Enterprise': found 'terms / Enterprise', 'segments / Customer Tier / Enterprise', expected one. Write one of these names in full. (Parameter 'name')",
            Assert.Throws<ArgumentException>(() => twice.Confirm("Enterprise", Day)).Message);
        Assert.Equal(ItemStatus.Confirmed, twice.Confirm("terms/Enterprise", Day).Terms[1].Standing.Status);
    }

    [Fact]
    public void A_rule_for_what_has_none_is_refused() => Assert.Equal(
        "The term 'Churn' has no criteria: found 'arr = 0', expected a segment, an exclusion or a view. Change the term with With(…), then call Correct without criteria. (Parameter 'criteria')",
        Assert.Throws<ArgumentException>(() => Full.Correct("Churn", "arr = 0", Day)).Message);

    [Fact]
    public void A_rule_that_cannot_be_used_is_refused_with_its_place() => Assert.Equal(0, Assert.Throws<CriterionException>(() => Full.Correct("Enterprise", "staff > 5", Day)).Position);

    [Fact]
    public void A_dimension_replaces_the_one_of_its_name_in_its_place()
    {
        // What calibration does: new cut points, ASSUMED, with the result they rest on.
        var standing = new Standing { Evidence = "03-calibration: recommended" };
        var tier = Full.Dimensions[0];
        var changed = Full.With(tier with { Standing = standing, Segments = [.. tier.Segments.Select(s => s.Name == "Enterprise" ? s with { Criteria = Criterion.Parse("employees >= 1_400 or arr >= 500_000", Full.Fields.Where(f => f.Of == EntityKind.Accounts).Select(f => f.Definition).ToArray()), Standing = standing } : s)] });
        Assert.Equal(["Customer Tier", "Seniority"], changed.Dimensions.Select(d => d.Name));
        Assert.Equal(("employees >= 1_400 or arr >= 500_000", standing), (changed.Dimensions[0].Segments[0].Criteria.Text, changed.Dimensions[0].Segments[0].Standing));
        Assert.Contains("criteria: employees >= 1_400 or arr >= 500_000  # what the playbook says\n", changed.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dimension_of_another_name_is_added_at_the_end() =>
        Assert.Equal(["Customer Tier", "Seniority", "Stage"], Full.With(Full.Dimensions[1] with { Name = "Stage", Label = "Stage" }).Dimensions.Select(d => d.Name));

    [Fact]
    public void A_rule_over_a_field_that_is_not_declared_is_refused()
    {
        var rule = Criterion.Parse("seats > 5", [new FieldDefinition("seats", FieldType.Whole)]);
        Assert.Equal("The criteria of 'Seats / Many' name a field that the framework does not declare: found 'seats', expected one of employees, arr, account_type, health_score, platform. Declare it first: With(new FrameworkField(…)). (Parameter 'dimension')",
            Assert.Throws<ArgumentException>(() => Full.With(new Dimension("Seats", DimensionKind.Behavioural, EntityKind.Accounts, [new Segment("Many", rule)]))).Message);
        var declared = Full.With(new FrameworkField(EntityKind.Accounts, new FieldDefinition("seats", FieldType.Whole))).With(new Dimension("Seats", DimensionKind.Behavioural, EntityKind.Accounts, [new Segment("Many", rule)]));
        Assert.Equal(FrameworkFiles.Everything(declared), FrameworkFiles.Everything(SegmentationFramework.Parse(declared.Write())));
    }

    [Fact]
    public void A_segment_that_an_override_names_cannot_go() => Assert.Equal(
        "the override of 001Hs00000001ouIAA names a segment that Customer Tier does not have; found 'Enterprise', expected one of SMB. Correct the name, or add the segment. (Parameter 'dimension')",
        Assert.Throws<ArgumentException>(() => Full.With(Full.Dimensions[0] with { Segments = [Full.Dimensions[0].Segments[1]] })).Message);

    [Fact]
    public void Exclusions_and_overrides_replace_their_like()
    {
        var changed = Full.With(Full.Exclusions[0] with { Reason = "Legal says so." }).With(Full.Overrides[0] with { Segment = "SMB" });
        Assert.Equal("Legal says so.", Assert.Single(changed.Exclusions).Reason);
        Assert.Equal("SMB", Assert.Single(changed.Overrides).Segment);
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("vFinal")]
    public void A_version_is_set(string version) => Assert.Equal(version, Full.AsVersion(version).Version);

    [Theory]
    [InlineData("2")]
    [InlineData("final")]
    [InlineData("v-1")]
    public void What_is_no_version_is_refused(string version) => Assert.StartsWith($"'version' is no version; found '{version}'", Assert.Throws<ArgumentException>(() => Full.AsVersion(version)).Message, StringComparison.Ordinal);
}
