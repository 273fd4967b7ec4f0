using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Assign;

/// <summary>Records made by hand; every expected segment follows from the rules beside it.</summary>
public sealed class AssignmentTests
{
    private static readonly DateTime AsOf = new(2026, 6, 30);

    [Fact]
    public void The_example_of_the_playbook_assigns_as_its_rules_say()
    {
        // By hand: 60 people at 20,000 are SMB; 500 Mid-Market; 500 at 600,000 Enterprise by value; 60 at 100,000 fall into the gap; 2,000 with ARR blank are Enterprise whatever they pay;
        // blank people at 600,000 are Enterprise by value; blank at 20,000 could be any; 500 with ARR blank are Mid-Market or, above 500,000, Enterprise.
        var assigned = Run(Rules.Tier("employees: whole, arr: number value", Rules.Tiers), [60, 500, 500, 60, 2000, null, null, 500], [20_000, 20_000, 600_000, 100_000, null, 600_000, 20_000, null]);
        Assert.Equal(["SMB", "Mid-Market", "Enterprise", "Unassigned", "Enterprise", "Enterprise", "Unassigned", "Unassigned"], Names(assigned));
        var tier = assigned.Dimensions[0];
        Assert.Equal(
            [AssignmentState.Matched, AssignmentState.Matched, AssignmentState.Matched, AssignmentState.Uncovered, AssignmentState.Matched, AssignmentState.Matched, AssignmentState.Blank, AssignmentState.Blank],
            tier.State.AsEnumerable());
        Assert.Equal([-1, -1, -1, -1, -1, -1, 0, 1], tier.BlankField.AsEnumerable());
        Assert.Equal([0, 1, 2], tier.OpenOf(6)!.Segments.AsEnumerable());
        Assert.Equal([1, 2], tier.OpenOf(7)!.Segments.AsEnumerable());
        Assert.Null(tier.OpenOf(3));
    }

    [Fact]
    public void A_value_match_wins_only_where_the_framework_says_so()
    {
        var framework = Rules.Tier("employees: whole, arr: number value", Rules.Tiers);
        Assert.Equal(["Enterprise"], Names(Run(framework, [500], [600_000])));
        Assert.Equal(["Mid-Market"], Names(Run(framework with { Conflicts = ConflictPolicy.Order }, [500], [600_000])));
    }

    [Fact]
    public void Skipping_blanks_goes_on_to_the_next_rule_and_says_what_was_open()
    {
        var framework = Rules.Tier("employees: whole, arr: number value", "Enterprise: employees >= 1000", "Key: arr >= 100_000", "Rest: otherwise") with { Blanks = BlankPolicy.Skip };
        var tier = Run(framework, [null, null, 10], [200_000, 10, 10]).Dimensions[0];
        Assert.Equal(["Key", "Rest", "Rest"], Enumerable.Range(0, 3).Select(tier.NameOf));
        // Key wins by value, so that nothing could come before it; Rest might have been Enterprise.
        Assert.Null(tier.OpenOf(0));
        Assert.Equal([0, 2], tier.OpenOf(1)!.Segments.AsEnumerable());
        Assert.Equal([-1, -1, -1], tier.BlankField.AsEnumerable());
    }

    [Fact]
    public void Only_blanks_in_an_open_part_of_a_rule_are_named()
    {
        // Row 0: the first part is false whatever ARR is, so that employees alone keep the rule open. Row 1: both do.
        var framework = Rules.Tier("employees: whole, arr: number, score: number", "Big: (score > 5 and arr > 10) or employees > 100");
        var records = Records(Column.Of("employees", [null, (double?)null]), Column.Of("arr", [null, (double?)null]), Column.Of("score", [1d, 9]));
        var tier = Assignment.Run(framework, records).Dimensions[0];
        Assert.Equal([0], tier.OpenOf(0)!.Fields.AsEnumerable());
        Assert.Equal([1, 0], tier.OpenOf(1)!.Fields.AsEnumerable());
        Assert.Equal([0, 1], tier.BlankField.AsEnumerable());
    }

    [Fact]
    public void Several_blanks_over_several_rules_are_all_named_once()
    {
        var framework = Rules.Tier("employees: whole, arr: number value, score: number", "A: not (employees < 100)", "B: arr > 5 or employees > 7", "C: score > 1");
        var records = Records(Column.Of("employees", [(double?)null]), Column.Of("arr", [(double?)null]), Column.Of("score", [2d]));
        var open = Assignment.Run(framework, records).Dimensions[0].OpenOf(0)!;
        Assert.Equal([0, 1], open.Fields.AsEnumerable());
        Assert.Equal([0, 1, 2], open.Segments.AsEnumerable());
    }

    [Fact]
    public void Exclusions_come_before_overrides_and_rules_and_the_first_that_holds_counts()
    {
        var framework = Rules.Tier("employees: whole, type: text", "Big: employees >= 100", "Small: employees < 100");
        framework = framework with
        {
            Exclusions = [Exclude("Competitors", "type = Competitor"), Exclude("Tiny", "employees < 2 or type = Competitor"), new("Other side", EntityKind.Contacts, Exclude("x", "employees > 0").Criteria)],
            Overrides = [Given("r1", "Big"), Given("r3", "Big")],
        };
        var records = Records(Column.Of("employees", [1d, 500, 50, null]), Column.Of("type", ["Competitor", "Customer", "Customer", null]));
        var assigned = Assignment.Run(framework, records);
        Assert.Equal([0, -1, -1, -1], assigned.Exclusion.AsEnumerable());
        Assert.Equal([-1, -1, -1, 0], assigned.OpenExclusion.AsEnumerable());
        Assert.Equal(["Excluded", "Big", "Big", "Unassigned"], Names(assigned));
        Assert.Equal([AssignmentState.Excluded, AssignmentState.Matched, AssignmentState.Overridden, AssignmentState.Blank], assigned.Dimensions[0].State.AsEnumerable());

        Exclusion Exclude(string name, string criteria) => new(name, EntityKind.Accounts, Rules.Criterion(EntityKind.Accounts, framework.Fields, criteria));
    }

    [Theory]
    [InlineData("2026-06-30", "Big")]
    [InlineData("2026-07-01", "Big")]
    [InlineData("2026-06-29", "Small")]
    public void An_override_holds_on_its_last_day_and_not_after_it(string expires, string segment)
    {
        var framework = Rules.Tier("employees: whole", "Big: employees >= 100", "Small: employees < 100");
        framework = framework with { Overrides = [Given("r1", "Big") with { Expires = DateTime.Parse(expires, System.Globalization.CultureInfo.InvariantCulture) }] };
        Assert.Equal([segment], Names(Assignment.Run(framework, Records(Column.Of("employees", [5d])))));
    }

    [Fact]
    public void Overrides_of_unknown_records_segments_and_dimensions_move_nothing_and_the_first_of_two_holds()
    {
        var framework = Rules.Tier("employees: whole", "Big: employees >= 100", "Small: employees < 100");
        framework = framework with { Overrides = [Given("nobody", "Big"), Given("r1", "Huge"), Given("r1", "Big") with { Dimension = "Industry" }, Given("r2", "Big"), Given("r2", "Small")] };
        Assert.Equal(["Small", "Big"], Names(Assignment.Run(framework, Records(Column.Of("employees", [5d, 5])))));
    }

    [Fact]
    public void Blank_and_repeated_ids_are_counted_and_every_row_is_placed()
    {
        var framework = Rules.Tier("employees: whole", "Big: employees >= 100", "Small: employees < 100") with { Overrides = [Given("r1", "Big")] };
        var records = Records(Column.Of("employees", [5d, 5, 5, 500])) with { Ids = Column.Of("id", ["r1", "r1", null, null]) };
        Assert.Equal((2, 1), (records.BlankIds, records.RepeatedIds));
        Assert.Equal(["Big", "Big", "Small", "Big"], Names(Assignment.Run(framework, records)));
    }

    [Fact]
    public void No_records_no_dimensions_and_no_segments_give_empty_places()
    {
        var framework = Rules.Tier("employees: whole", "Big: employees >= 100");
        Assert.Empty(Assignment.Run(framework, Records(Column.Of("employees", Array.Empty<double>()))).Dimensions[0].Segment);
        var one = Records(Column.Of("employees", [5d]));
        Assert.Empty(Assignment.Run(framework with { Dimensions = [] }, one).Dimensions);
        Assert.Equal([AssignmentState.Uncovered], Assignment.Run(framework with { Dimensions = [framework.Dimensions[0] with { Segments = [] }] }, one).Dimensions[0].State.AsEnumerable());
        Assert.Equal(0, Assignment.Run(framework, Records(Column.Of("employees", Array.Empty<double>()))).ToTable().RowCount);
    }

    [Fact]
    public void The_list_names_each_record_its_segments_and_its_combination()
    {
        var fields = Rules.Fields(EntityKind.Accounts, "employees: whole, industry: text");
        var framework = Rules.Of(fields, Rules.Dimension("Customer Tier", fields, "Big: employees >= 100") with { Label = "Size" }, Rules.Dimension("ARR", fields, "Tech: industry = Technology"));
        var records = Records(Column.Of("employees", [500d, 5]), Column.Of("industry", ["technology", null])) with { Arr = Column.Of("arr", [1d, 2], NumberFormat.Money), Names = (TextColumn)Column.Of("n", ["Acme", null]).AsPersonal() };
        var table = Assignment.Run(framework, records).ToTable();
        Assert.Equal(["id", "name", "arr", "excluded by", "Customer Tier", "ARR 2", "combination"], table.Columns.Select(c => c.Name));
        Assert.Equal("Size: Big | ARR: Tech", table.Text("combination")[0]);
        Assert.Equal("Size: Unassigned | ARR: Unassigned", table.Text("combination")[1]);
        Assert.True(table["name"].IsPersonal);
    }

    internal static FrameworkRecords Records(params Column[] fields) => new()
    {
        Of = EntityKind.Accounts,
        AsOf = AsOf,
        Ids = Column.Of("id", Enumerable.Range(1, fields[0].Length).Select(i => FormattableString.Invariant($"r{i}"))),
        Fields = new Table("accounts", fields),
    };

    internal static Override Given(string record, string segment) => new(record, "Tier", segment, "VP Customer Success", "Agreed with the customer", AsOf);

    private static RecordAssignment Run(SegmentationFramework framework, double?[] employees, double?[] arr) =>
        Assignment.Run(framework, Records(Column.Of("employees", employees), Column.Of("arr", arr, NumberFormat.Money)));

    private static IEnumerable<string> Names(RecordAssignment assigned) => Enumerable.Range(0, assigned.Records.Count).Select(assigned.Dimensions[0].NameOf);
}
