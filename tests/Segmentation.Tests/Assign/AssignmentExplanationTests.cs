using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Assign;

/// <summary>The reasons a person reads, for records made by hand.</summary>
public sealed class AssignmentExplanationTests
{
    [Fact]
    public void A_match_by_value_says_what_it_beats()
    {
        var explained = Run(Framework(), 450, 620_000).Explain("r1");
        Assert.Equal(
            "Acme is Enterprise in Tier because ARR 620,000 is at least 500,000; Mid-Market would also match (employees 450), and loses because a match by value comes first.", explained.Sentence);
        Assert.Equal(["SMB", "Mid-Market", "Enterprise"], explained.Rows.Select(r => r.Segment));
        Assert.Equal("fails because employees 450 is not below 100 and ARR 620,000 is not below 50,000", explained.Rows[0].Note);
        Assert.Equal("also matches, and loses because a match by value comes first", explained.Rows[1].Note);
        Assert.Equal("wins by value", explained.Rows[2].Note);
        Assert.Equal("ARR 620,000", explained.Rows[2].Seen);
    }

    [Fact]
    public void A_blank_says_where_the_record_could_belong()
    {
        var explained = Run(Framework(), 450, null).Explain("r1");
        Assert.Equal("Acme is Unassigned in Tier because ARR is blank: could be Mid-Market or Enterprise.", explained.Sentence);
        Assert.Equal("matches, but a blank could change the answer", explained.Rows[1].Note);
        Assert.Equal("open because ARR is blank: could win", explained.Rows[2].Note);
        Assert.Equal("open", explained.ToTable().Text("answer")[2]);
    }

    [Fact]
    public void A_gap_names_the_values_that_no_rule_covers() =>
        Assert.Equal("Acme is Unassigned in Tier because no rule covers employees 60, ARR 100,000.", Run(Framework(), 60, 100_000).Explain("r1").Sentence);

    [Fact]
    public void An_override_says_who_until_when_and_what_the_rules_say()
    {
        var framework = Framework() with { Overrides = [AssignmentTests.Given("r1", "Enterprise")] };
        var explained = Run(framework, 60, 10).Explain("r1");
        Assert.Equal("Acme is Enterprise in Tier because VP Customer Success overrides the rules until 2026-06-30: Agreed with the customer; by the rules it would be SMB.", explained.Sentence);
        Assert.Equal("would win without the override", explained.Rows[0].Note);
        Assert.Equal("overridden by VP Customer Success until 2026-06-30: Agreed with the customer", explained.Rows[2].Note);
    }

    [Fact]
    public void An_exclusion_comes_first_and_is_the_only_sentence()
    {
        var framework = Framework();
        framework = framework with { Exclusions = [new("Tiny", EntityKind.Accounts, Rules.Criterion(EntityKind.Accounts, framework.Fields, "employees < 5")) { Reason = "Nobody calls them." }] };
        var explained = Run(framework, 2, 10).Explain("r1");
        Assert.Equal("Acme is in no segment because Tiny excludes it: employees 2 is below 5.", explained.Sentence);
        Assert.Equal("excludes the record: Nobody calls them.", explained.Rows[0].Note);
        Assert.Equal("matches, but the record is excluded", explained.Rows[1].Note);
    }

    [Fact]
    public void A_mask_hides_the_name()
    {
        var explained = Run(Framework(), 60, 10).Explain("r1");
        Assert.DoesNotContain("Acme", explained.ToHtml(RenderOptions.Default with { Mask = true }), StringComparison.Ordinal);
        Assert.Contains("Acme", explained.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_a_name_is_text() => Assert.Contains("&lt;b&gt;", Run(Framework(), 60, 10, "<b>").Explain("r1").ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_id_offers_the_nearest_and_a_name_its_id()
    {
        var assigned = Run(Framework(), 60, 10);
        Assert.Equal("no record has the id 'r2'; found the nearest ids 'r1', expected the id of an account or contact that was assigned. Take the id from the export: Explain(\"<id>\").", Assert.Throws<WorkspaceException>(() => assigned.Explain("r2")).Message);
        Assert.Contains("a record of that name with the id 'r1'", Assert.Throws<WorkspaceException>(() => assigned.Explain("Acme")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_list_each_unassigned_record_with_its_reason_largest_first()
    {
        var framework = Framework();
        framework = framework with
        {
            Overrides = [AssignmentTests.Given("r1", "Enterprise") with { Expires = new(2026, 6, 29) }, AssignmentTests.Given("nobody", "SMB")],
            Exclusions = [new("Tiny", EntityKind.Accounts, Rules.Criterion(EntityKind.Accounts, framework.Fields, "employees < 5"))],
        };
        var alerts = Result(framework, [60, null, null, 60], [100_000, 20_000, 700, 10]).Alerts;
        Assert.Equal(
            [
                "r1: the override to Enterprise by VP Customer Success does not hold: expired on 2026-06-29, before 2026-06-30",
                "r1: no rule covers employees 60, ARR 100,000",
                "r2: Tiny: employees blank; not excluded",
                "r2: employees is blank: could be SMB, Mid-Market or Enterprise",
                "r3: Tiny: employees blank; not excluded",
                "r3: employees is blank: could be SMB, Mid-Market or Enterprise",
                "nobody: the override to SMB by VP Customer Success does not hold: no record has the id on 2026-06-30",
            ],
            alerts.All.Select(a => $"{a.Id}: {a.Reason}"));
        var summary = alerts.Summary;
        var blank = Enumerable.Range(0, summary.RowCount).Single(r => summary.Text("alert")[r] == "Unassigned: blank");
        Assert.Equal(("employees is blank", 2d, 20_700d), (summary.Text("cause")[blank], summary.Number("records")[blank], summary.Number("ARR")[blank]));
        Assert.True(alerts.ToTable()["name"].IsPersonal);
    }

    [Fact]
    public void Skipped_blanks_are_on_the_list()
    {
        var framework = Rules.Tier("employees: whole, arr: number", "Big: employees > 10", "Rest: otherwise") with { Blanks = BlankPolicy.Skip };
        Assert.Equal("Rest, though employees is blank: could be Big or Rest", Assert.Single(Result(framework, [null], [1]).Alerts.All).Reason);
    }

    [Fact]
    public void The_summary_adds_up_to_the_records()
    {
        var table = Result(Framework(), [60, null, 500, 60], [100_000, 20_000, 700, 10]).ToTable();
        // One in the gap, one blank, two matched; 120,000 a year without a segment.
        Assert.Equal([4d, 2, 0, 1, 1, 0, 120_000], new[] { "records", "matched", "overridden", "unassigned: blank", "unassigned: no rule", "excluded", "ARR unassigned" }.Select(c => table.Number(c)[0]!.Value));
    }

    [Fact]
    public void SQL_sees_assignments_by_account_id_and_the_same_table_each_time()
    {
        var result = Run(Framework(), 60, 10);
        Assert.Equal(["account_id", "account_name", "arr", "excluded_by", "tier", "combination"], result.Tables["assignments"].Columns.Select(c => c.Name));
        Assert.Same(result.Tables["assignments"], result.Tables["assignments"]);
        Assert.False(result.Tables.ContainsKey("contact_assignments"));
    }

    private static SegmentationFramework Framework() => Rules.Tier("employees: whole, arr: number value", Rules.Tiers);

    private static AssignmentResult Run(SegmentationFramework framework, double? employees, double? arr, string name = "Acme")
    {
        var result = Result(framework, [employees], [arr]);
        return result with { Accounts = Assignment.Run(framework, result.Accounts!.Records with { Names = (TextColumn)Column.Of("name", [name]).AsPersonal() }) };
    }

    private static AssignmentResult Result(SegmentationFramework framework, double?[] employees, double?[] arr)
    {
        var revenue = Column.Of("arr", arr, NumberFormat.Money);
        var records = AssignmentTests.Records(Column.Of("employees", employees), revenue) with { Arr = revenue };
        return new() { Framework = framework, AsOf = records.AsOf, Accounts = Assignment.Run(framework, records) };
    }
}
