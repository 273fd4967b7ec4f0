using Segmentation.Audit;
using Segmentation.Distribute;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Tests.Distribute;

public sealed class DistributionChecksTests
{
    private static DistributionChecks Checks(SmallAssignment assignment) => Distribution.Of(assignment.Run()).Checks;

    private static DistributionCheck Only(SmallAssignment assignment, string check) => Assert.Single(Checks(assignment).Of(check).Items);

    [Theory]
    [InlineData(EntityKind.Accounts, 0, Severity.Error)]
    [InlineData(EntityKind.Accounts, 19, Severity.Error)]
    [InlineData(EntityKind.Accounts, 20, Severity.Warn)]
    [InlineData(EntityKind.Accounts, 29, Severity.Warn)]
    [InlineData(EntityKind.Accounts, 30, null)]
    [InlineData(EntityKind.Accounts, 60_000, null)]
    [InlineData(EntityKind.Contacts, 99, Severity.Error)]
    [InlineData(EntityKind.Contacts, 100, Severity.Warn)]
    [InlineData(EntityKind.Contacts, 499, Severity.Warn)]
    [InlineData(EntityKind.Contacts, 500, null)]
    [InlineData(EntityKind.Contacts, 10_000, null)]
    [InlineData(EntityKind.Contacts, 10_001, Severity.Warn)]
    [InlineData(EntityKind.Contacts, 50_000, Severity.Warn)]
    [InlineData(EntityKind.Contacts, 50_001, Severity.Error)]
    public void The_size_of_a_segment_has_other_floors_for_accounts_and_contacts(EntityKind of, int records, Severity? severity)
    {
        var check = Only(SmallAssignment.Of(of).Dimension("tier", ["SMB"], SmallAssignment.Repeat(("SMB", records), (null, 5))), "segment-size");
        Assert.Equal(severity, check.Severity);
        Assert.Equal(records, check.Value);
        Assert.StartsWith(of == EntityKind.Accounts ? "accounts: warn below 30, error below 20 (customer success playbook)" : "contacts: 500-10,000, error below 100 or above 50,000 (marketing database playbook)",
            check.Limit, StringComparison.Ordinal);
        Assert.Equal(of == EntityKind.Accounts ? "smallest_segment_warn, smallest_segment_error" : "contact_segment_fewest, contact_segment_most, contact_segment_too_narrow, contact_segment_too_broad", check.SetBy);
    }

    [Theory]
    [InlineData(25, 75, null)]
    [InlineData(26, 74, Severity.Error)]
    public void Unassigned_accounts_are_judged_above_25_percent(int unassigned, int assigned, Severity? severity) =>
        Assert.Equal(severity, Only(SmallAssignment.Accounts.Dimension("tier", ["SMB"], SmallAssignment.Repeat((null, unassigned), ("SMB", assigned))), "unassigned").Severity);

    [Theory]
    [InlineData(3, 2, 95, null)]
    [InlineData(3, 3, 94, Severity.Error)]
    public void Contacts_in_Other_or_without_a_segment_are_judged_above_5_percent_together(int other, int blank, int rest, Severity? severity)
    {
        var values = SmallAssignment.Repeat(("Other", other), (null, blank), ("VP", rest));
        Assert.Equal(severity, Only(SmallAssignment.Contacts.Dimension("level", ["VP", "Other"], values), "other-or-blank").Severity);
        // The limit is one on contacts; for accounts it is a question, not an error.
        Assert.Equal(severity is null ? null : Severity.Warn, Only(SmallAssignment.Accounts.Dimension("level", ["VP", "Other"], values), "other-or-blank").Severity);
    }

    [Theory]
    [InlineData(80, 100, null)]
    [InlineData(120, 100, null)]
    [InlineData(121, 100, Severity.Warn)]
    [InlineData(79, 100, Severity.Warn)]
    [InlineData(30, 0, Severity.Warn)]
    public void An_expected_size_is_kept_within_20_percent(int records, int expected, Severity? severity) =>
        Assert.Equal(severity, Only(SmallAssignment.Accounts.Dimension("tier", ["SMB"], SmallAssignment.Repeat(("SMB", records))).Expect("tier", "SMB", expected), "expected-size").Severity);

    [Theory]
    [InlineData(29, Severity.Error)]
    [InlineData(30, Severity.Warn)]
    [InlineData(49, Severity.Warn)]
    [InlineData(50, null)]
    public void Below_30_accounts_segmentation_adds_nothing(int accounts, Severity? severity)
    {
        var check = Only(SmallAssignment.Accounts.Dimension("tier", ["SMB"], SmallAssignment.Repeat(("SMB", accounts))), "population");
        Assert.Equal(severity, check.Severity);
        Assert.Equal(severity == Severity.Error, check.Remedy?.StartsWith("Segmentation adds nothing at this size", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(2, Severity.Warn)]
    [InlineData(3, null)]
    [InlineData(5, null)]
    [InlineData(6, Severity.Error)]
    public void Dimensions_are_3_to_5(int dimensions, Severity? severity)
    {
        var assignment = SmallAssignment.Accounts;
        for (var d = 0; d < dimensions; d++) assignment = assignment.Dimension($"d{d}", ["a"], "a");
        Assert.Equal(severity, Only(assignment, "dimension-count").Severity);
    }

    [Theory]
    [InlineData(2, Severity.Warn)]
    [InlineData(3, null)]
    [InlineData(5, null)]
    [InlineData(6, Severity.Warn)]
    public void Segments_are_3_to_5_in_a_dimension_of_accounts(int segments, Severity? severity)
    {
        string[] names = [.. Enumerable.Range(0, segments).Select(i => $"s{i}")];
        Assert.Equal(severity, Only(SmallAssignment.Accounts.Dimension("tier", names, "s1"), "segment-count").Severity);
        Assert.Empty(Checks(SmallAssignment.Contacts.Dimension("tier", names, "s1")).Of("segment-count").Items);
    }

    [Theory]
    [InlineData(14, null)]
    [InlineData(15, Severity.Warn)]
    public void From_15_combinations_below_30_accounts_it_is_micro_segments(int small, Severity? severity)
    {
        string[] names = [.. Enumerable.Range(0, small + 1).Select(i => $"s{i}")];
        var values = SmallAssignment.Repeat([("s0", 30), .. names.Skip(1).Select(n => ((string?)n, 29))]);
        var check = Only(SmallAssignment.Accounts.Dimension("tier", names, values), "micro-segments");
        Assert.Equal((severity, small), (check.Severity, check.Value));
    }

    [Fact]
    public void Accounts_with_a_blank_in_any_dimension_are_information_before_go_live()
    {
        var check = Only(SmallAssignment.Accounts.Dimension("tier", ["SMB"], "SMB", "SMB", null, "SMB").Dimension("region", ["EU"], "EU", null, null, "EU"), "assigned-at-go-live");
        Assert.Equal((Severity.Info, 0.5, 2), (check.Severity, check.Value, check.Records));
        Assert.Null(Only(SmallAssignment.Accounts.Dimension("tier", ["SMB"], "SMB"), "assigned-at-go-live").Severity);
    }

    [Fact]
    public void Overrides_expire_the_day_after_their_last()
    {
        var values = new[] { "SMB", "SMB", "SMB" };
        var held = SmallAssignment.Accounts.Dimension("tier", ["SMB", "Large"], values).Override("R001", "tier", "Large", SmallAssignment.AsOf);
        Assert.Null(Only(held, "expired-overrides").Severity);
        var check = Only(held.Override("R002", "tier", "Large", SmallAssignment.AsOf.AddDays(-1)), "expired-overrides");
        Assert.Equal((Severity.Warn, "1 of 2 overrides expired, the oldest since 2026-06-29"), (check.Severity, check.Found));
    }

    [Fact]
    public void An_id_in_two_segments_of_a_dimension_is_a_duplicate_assignment()
    {
        var assignment = SmallAssignment.Accounts.Dimension("tier", ["SMB", "Large"], "SMB", "Large", "SMB", "SMB").Run();
        Assert.Null(Assert.Single(Distribution.Of(assignment).Checks.Of("duplicate-assignment").Items).Severity);
        var records = assignment.Accounts!.Records with { Ids = Column.Of("id", ["A", "A", "B", "B"]) };
        var twice = Distribution.Of(assignment with { Accounts = assignment.Accounts with { Records = records } });
        var check = Assert.Single(twice.Checks.Of("duplicate-assignment").Items);
        // A is SMB and Large; B is SMB twice, which contradicts nothing.
        Assert.Equal((Severity.Error, 1, "1 id in more than one segment, for example A"), (check.Severity, check.Records, check.Found));
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(31, Severity.Warn)]
    public void More_than_30_newly_Unassigned_accounts_are_flagged(int lost, Severity? severity)
    {
        var then = SmallAssignment.Accounts.Dimension("tier", ["SMB"], SmallAssignment.Repeat(("SMB", 90), (null, 10))).Run();
        var now = SmallAssignment.Accounts.Dimension("tier", ["SMB"], SmallAssignment.Repeat((null, lost), ("SMB", 90 - lost), (null, 10))).Run();
        var checks = Distribution.Of(now).Checks.Against(then);
        var check = Assert.Single(checks.Of("new-unassigned").Items);
        // The ten that were Unassigned before are not new.
        Assert.Equal((severity, lost), (check.Severity, check.Records));
        Assert.Equal(lost, checks.NewUnassigned.RowCount);
        Assert.Equal("R001", checks.NewUnassigned.Text("id")[0]);
        Assert.Equal("SMB", checks.NewUnassigned.Text("was")[0]);
        Assert.Equal("tier", checks.NewUnassigned.Text("blank field")[0]);
    }

    [Fact]
    public void A_new_account_without_a_segment_is_newly_Unassigned_and_a_second_baseline_replaces_the_first()
    {
        var then = SmallAssignment.Accounts.Dimension("tier", ["SMB"], "SMB").Run();
        var now = SmallAssignment.Accounts.Dimension("tier", ["SMB"], "SMB", null).Dimension("new", ["x"], "x", "x").Run();
        var checks = Distribution.Of(now).Checks.Against(then).Against(then);
        Assert.Equal(["1 account newly Unassigned, 1 of them not in the baseline at all", "the baseline has no such dimension"], checks.Of("new-unassigned").Items.Select(c => c.Found));
        Assert.Equal("not there", checks.NewUnassigned.Text("was")[0]);
    }

    [Fact]
    public void The_frameworks_own_limits_are_applied()
    {
        var values = SmallAssignment.Repeat(("SMB", 12));
        var limits = PlaybookLimits.Default with { SmallestSegmentWarn = 12, SmallestSegmentError = 10 };
        Assert.Null(Only(SmallAssignment.Accounts.Dimension("tier", ["SMB"], values).Limits(limits), "segment-size").Severity);
        Assert.Equal("accounts: warn below 12, error below 10 (customer success playbook)", Only(SmallAssignment.Accounts.Dimension("tier", ["SMB"], values).Limits(limits), "segment-size").Limit);
    }

    [Fact]
    public void The_most_severe_come_first_and_limits_that_hold_are_rows_with_severity_none()
    {
        var checks = Checks(SmallAssignment.Accounts.Dimension("tier", ["SMB", "Large", "Huge"], SmallAssignment.Repeat(("SMB", 81), ("Large", 19))));
        Assert.Equal(Severity.Critical, checks.Items[0].Severity);
        Assert.Equal(checks.Items.Select(c => c.Severity is { } s ? (int)s : -1).OrderDescending(), checks.Items.Select(c => c.Severity is { } s ? (int)s : -1));
        Assert.Contains(checks.Items, c => c.Severity is null);
        Assert.All(checks.Items, c => Assert.Equal(c.Severity is null, c.Remedy is null));
        Assert.DoesNotContain(checks.Failing.Items, c => c.Severity is null or Severity.Info);
        Assert.Equal("none", checks.ToTable().Text("severity")[checks.Items.Length - 1]);
    }

    [Fact]
    public void Under_a_mask_a_sentence_about_few_records_loses_its_figures()
    {
        var text = Checks(SmallAssignment.Accounts.Dimension("tier", ["SMB"], "SMB", "SMB", "SMB")).Of("segment-size").ToString(RenderOptions.Default with { Mask = true });
        Assert.Contains("fewer than 5 records", text, StringComparison.Ordinal);
        Assert.DoesNotContain("3 accounts", text, StringComparison.Ordinal);
    }
}
