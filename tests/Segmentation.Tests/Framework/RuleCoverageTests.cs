using Segmentation.Audit;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;
using static Segmentation.Tests.Framework.CoverageRulesets;

namespace Segmentation.Tests.Framework;

public sealed class RuleCoverageTests
{
    private const CoverageKind Gap = CoverageKind.Gap;
    private const CoverageKind Overlap = CoverageKind.Overlap;
    private const CoverageKind InTwo = CoverageKind.BoundaryInTwo;
    private const CoverageKind InNone = CoverageKind.BoundaryInNone;
    private const CoverageKind NotSpokenOf = CoverageKind.NotSpokenOf;

    // The four faults are those that the customer success playbook's example tiers are known to have: one gap, one overlap, and blank, zero and negative values not spoken of.
    [Fact]
    public void The_playbooks_own_tiers_have_one_gap_and_one_overlap()
    {
        var result = RuleCoverage.Analyse(PlaybookTiers);
        Assert.Equal(
        [
            "Gap: SMB, Mid-Market, Enterprise: employees below 100 and arr from 50,000 to below 500,000",
            "Overlap: Mid-Market, Enterprise: employees from 100 to 999 and arr 500,000 or more",
        ], result.Lines(Gap, Overlap, InTwo, InNone, CoverageKind.Shadowed, CoverageKind.Unreachable, CoverageKind.Contradiction));
        Assert.Equal(["employees blank", "employees zero", "employees negative", "arr blank", "arr zero", "arr negative"], result.Findings.Where(f => f.Kind == NotSpokenOf).Select(f => f.Cell));
        Assert.Equal(8, result.Findings.Length);
    }

    [Fact]
    public void The_playbooks_overlap_goes_to_enterprise_by_value_or_to_mid_market_by_order()
    {
        Assert.Equal("Enterprise, by value: it holds because of arr, Mid-Market without it", Only(PlaybookTiers, Overlap).GoesTo);
        Assert.Equal("Mid-Market, by order: it stands before Enterprise", Only(PlaybookTiers with { Conflicts = ConflictPolicy.Order }, Overlap).GoesTo);
    }

    [Fact]
    public void A_gap_tells_the_rule_that_would_close_it()
    {
        var gap = Only(PlaybookTiers, Gap);
        Assert.Equal("employees < 100 and arr >= 50_000 and arr < 500_000", gap.Criteria);
        Assert.Equal("Add 'or employees < 100 and arr >= 50_000 and arr < 500_000' to SMB, Mid-Market or Enterprise, or end the dimension with a segment whose rule is 'otherwise'.", gap.Remedy);
        Assert.Empty(RuleCoverage.Analyse(Of([Employees, Arr], [], $"SMB: employees < 100 and arr < 50_000 or {gap.Criteria}", "Mid-Market: employees >= 100 and employees < 1000", "Enterprise: employees >= 1000 or arr >= 500_000")).Lines(Gap));
    }

    [Fact]
    public void Records_and_arr_are_counted_where_they_lie()
    {
        // By hand: one SMB, two in the gap (its lower end belongs to it, its upper end does not), two in the overlap, one Enterprise, one without employees, one excluded from the gap.
        var partner = new FieldDefinition("partner", FieldType.Flag);
        var framework = PlaybookTiers with { Fields = [.. PlaybookTiers.Fields, new(EntityKind.Accounts, partner)], Exclusions = Of([partner], ["partner = true"]).Exclusions };
        var result = RuleCoverage.Analyse(framework, Records(
            Column.Of("employees", [50.0, 99, 0, 100, 999, 10, null, 10]),
            Column.Of("arr", [10_000.0, 50_000, 499_999, 500_000, 900_000, 500_000, 70_000, 60_000]),
            Column.Of("partner", new bool?[] { false, null, false, false, false, false, false, true })));
        var (gap, overlap) = (result.Findings.Single(f => f.Kind == Gap), result.Findings.Single(f => f.Kind == Overlap));
        Assert.Equal((2, 549_999.0), (gap.Records, gap.Arr));
        Assert.Equal((2, 1_400_000.0), (overlap.Records, overlap.Arr));
        Assert.Equal((7, 1), (result.Records, result.Excluded));
        var blank = result.Findings.Single(f => f.Cell == "employees blank");
        Assert.Equal((1, 70_000.0, "Unassigned"), (blank.Records, blank.Arr, blank.GoesTo));
        var zero = result.Findings.Single(f => f.Cell == "employees zero");
        Assert.Equal((1, 499_999.0, Severity.Warn, "Unassigned"), (zero.Records, zero.Arr, zero.Severity, zero.GoesTo));
        Assert.Equal((0, 0.0, Severity.Info), result.Findings.Where(f => f.Cell == "employees negative").Select(f => (f.Records, f.Arr, f.Severity)).Single());
    }

    [Theory]
    [InlineData("employees between 201 and 1000")]
    [InlineData("employees between 100 and 1000")]
    public void The_playbooks_bands_that_end_and_begin_at_1000_hold_exactly_1000_in_two(string band)
    {
        Assert.Equal(["BoundaryInTwo: Mid-Market, Enterprise: employees exactly 1,000"], RuleCoverage.Analyse(Of([Employees], [], $"Mid-Market: {band}", "Enterprise: employees >= 1000")).Lines(InTwo, Overlap));
        Assert.Equal(["BoundaryInTwo: Mid-Market, Enterprise: employees exactly 1,000"],
            RuleCoverage.Analyse(Of([Employees with { Type = FieldType.Number }], [], $"Mid-Market: {band}", "Enterprise: employees >= 1000")).Lines(InTwo, Overlap));
    }

    [Theory]
    [InlineData(FieldType.Whole, "employees below 1")]
    [InlineData(FieldType.Number, "employees below 1; employees above 50 and below 51; employees above 200 and below 201")]
    public void Bands_leave_nothing_between_whole_numbers_and_something_between_others(FieldType type, string gaps)
    {
        var framework = Of([Employees with { Type = type }], [], "1-50: employees between 1 and 50", "51-200: employees between 51 and 200", "201-1000: employees between 201 and 1000", "1000+: employees >= 1000");
        Assert.Equal(gaps, string.Join("; ", RuleCoverage.Analyse(framework).Findings.Where(f => f.Kind == Gap).Select(f => f.Cell)));
    }

    [Fact]
    public void A_threshold_that_both_sides_leave_out_is_a_boundary_in_none()
    {
        var finding = Only(Of([Employees], [], "Small: employees < 100", "Large: employees > 100"), InNone);
        Assert.Equal(("employees exactly 100", "employees 100", Severity.Error), (finding.Cell, CellWords.Example(finding.Example), finding.Severity));
        Assert.Equal("Give the threshold to one side: write '>=' or '<=' on 'employees' in one of Small and Large.", finding.Remedy);
    }

    [Fact]
    public void A_broader_rule_after_a_narrower_one_is_information()
    {
        var result = RuleCoverage.Analyse(Of([Employees], [], "Enterprise: employees >= 1000", "Mid-Market: employees >= 100", "SMB: otherwise"));
        Assert.Equal(Severity.Info, result.Findings.Single(f => f.Kind == Overlap).Severity);
        Assert.Equal(["CatchAll: SMB: employees below 100"], result.Lines(Gap, CoverageKind.CatchAll));
    }

    [Fact]
    public void A_narrower_rule_after_a_broader_one_is_shadowed()
    {
        var finding = Only(Of([Employees], [], "Mid-Market: employees >= 100", "Enterprise: employees >= 1000", "SMB: employees < 100"), CoverageKind.Shadowed);
        Assert.Equal((Severity.Error, "Enterprise", "Mid-Market"), (finding.Severity, finding.Segments.Single(), finding.GoesTo));
        Assert.Equal("Put Enterprise before Mid-Market, narrow them, or drop it.", finding.Remedy);
    }

    [Fact]
    public void A_segment_that_an_exclusion_takes_is_unreachable_and_leaves_no_gap()
    {
        var fields = new[] { Employees, new FieldDefinition("account_type", FieldType.Text) };
        var result = RuleCoverage.Analyse(Of(fields, ["employees < 10", "account_type = Competitor"], "Tiny: employees < 5", "Rest: employees >= 10"));
        Assert.Equal(["Unreachable: Tiny: employees < 5"], result.Lines(Gap, Overlap, CoverageKind.Unreachable, CoverageKind.Contradiction));
        Assert.Equal("excluded by employees < 10", result.Findings.Single(f => f.Kind == CoverageKind.Unreachable).GoesTo);
    }

    [Fact]
    public void An_exclusion_that_needs_another_field_too_takes_no_cell_whole()
    {
        var fields = new[] { Employees, new FieldDefinition("account_type", FieldType.Text) };
        var result = RuleCoverage.Analyse(Of(fields, ["employees < 10 and account_type = Prospect"], "Tiny: employees < 5", "Rest: employees >= 10"));
        Assert.Equal(["Gap: Tiny, Rest: employees from 5 to 9"], result.Lines(Gap, CoverageKind.Unreachable));
    }

    [Fact]
    public void Exclusions_that_together_take_every_record_leave_every_segment_unreachable()
    {
        var fields = new[] { Employees, new FieldDefinition("opted_out", FieldType.Flag) };
        var result = RuleCoverage.Analyse(Of(fields, ["opted_out = true", "opted_out = false", "opted_out is blank"], "All: employees >= 0"));
        Assert.Equal(["Unreachable: All: employees >= 0"], result.Lines(Enum.GetValues<CoverageKind>()));
    }

    [Theory]
    [InlineData("employees > 50 and employees < 51", "employees > 50 and employees < 51")]
    [InlineData("employees < 5 and not employees < 10", "employees < 5 and not employees < 10")]
    public void A_rule_that_nothing_satisfies_is_a_contradiction(string rule, string cell)
    {
        var finding = Only(Of([Employees], [], $"None: {rule}", "Rest: otherwise"), CoverageKind.Contradiction);
        Assert.Equal((Severity.Error, cell, 0), (finding.Severity, finding.Cell, finding.Example.RowCount));
    }

    [Fact]
    public void A_part_of_an_or_that_what_stands_beside_it_rules_out_is_a_contradiction() =>
        Assert.Equal(Severity.Warn, Only(Of([Employees, Arr], [], "A: employees < 5 and (employees > 10 or arr > 0)", "Rest: otherwise"), CoverageKind.Contradiction).Severity);

    [Fact]
    public void Values_outside_a_fields_list_are_told_apart_from_those_on_it()
    {
        var industry = new FieldDefinition("industry", FieldType.Text) { Picklist = ["Technology", "Retail", "Mining"] };
        var framework = Of([industry], [], "Tech: industry = technology", "Shops: industry = Retail");
        var findings = RuleCoverage.Analyse(framework, Records(Column.Of("industry", ["mining", "Mining", "Minning", "TECHNOLOGY", null]))).Findings.Where(f => f.Kind == Gap).ToArray();
        Assert.Equal([("industry Mining", Severity.Error, 2), ("industry any other value", Severity.Warn, 1)], findings.Select(f => (f.Cell, f.Severity, f.Records!.Value)));
    }

    [Fact]
    public void Texts_that_contain_parts_are_told_by_what_they_hold()
    {
        // By hand: "vice president" holds "president", so that no text holds the first without the second; four combinations are left of eight with "sales".
        var title = new FieldDefinition("title", FieldType.Text);
        var framework = Of([title], [], "VP: title contains \"vice president\"", "Chief: title contains \"president\" and not title contains \"vice president\"", "Sales: title contains \"sales\"");
        Assert.Equal(
        [
            "Gap: VP, Chief, Sales: title any other value without \"president\" or \"sales\"",
            "Overlap: VP, Sales: title any other value with \"vice president\" and \"sales\"",
            "Overlap: Chief, Sales: title any other value with \"president\" and \"sales\" without \"vice president\"",
        ], RuleCoverage.Analyse(framework).Lines(Gap, Overlap).OrderBy(l => l.Split(':')[0] == "Gap" ? 0 : l.Contains("VP", StringComparison.Ordinal) ? 1 : 2));
    }

    [Fact]
    public void Days_leave_nothing_between_them_and_count_from_the_records_date()
    {
        var since = new FieldDefinition("since", FieldType.Date);
        var framework = Of([since], [], "Old: since <= as_of - 90 days", "New: since >= as_of - 88 days");
        // 30 June 2026 less 90 days is 1 April 2026.
        Assert.Equal(["BoundaryInNone: Old, New: since on 2026-04-02"], RuleCoverage.Analyse(framework, Records(Column.Of("since", new DateTime?[] { AsOf }))).Lines(Gap, InNone));
        Assert.Equal(["NotAnalysed: : a rule counts from 'as_of', and no date is known"], RuleCoverage.Analyse(framework).Lines(Enum.GetValues<CoverageKind>()));
        Assert.Single(RuleCoverage.Analyse(framework, options: new() { AsOf = AsOf }).Lines(InNone));
    }

    [Fact]
    public void More_cells_than_the_limit_are_said_and_never_sampled()
    {
        var result = RuleCoverage.Analyse(PlaybookTiers, options: new() { MostCells = 15 });
        var finding = Assert.Single(result.Findings);
        Assert.Equal((CoverageKind.NotAnalysed, Severity.Error), (finding.Kind, finding.Severity));
        Assert.Equal("its rules cut the space into 16 cells (employees 4, arr 4), more than 15", finding.Cell);
        Assert.Equal(0, Assert.Single(result.Dimensions).Cells);
        Assert.Equal(16, RuleCoverage.Analyse(PlaybookTiers, options: new() { MostCells = 16 }).Dimensions[0].Cells);
    }

    [Fact]
    public void Fractions_of_whole_numbers_are_counted_apart()
    {
        var finding = RuleCoverage.Analyse(Of([Employees], [], "A: employees < 50", "B: employees > 50"), Records(Column.Of("employees", [50.5, 50, 3]))).Findings.Single(f => f.Cell.Contains("whole", StringComparison.Ordinal));
        Assert.Equal(("employees not a whole number", 1), (finding.Cell, finding.Records));
    }

    [Fact]
    public void Without_segments_every_record_is_a_gap() => Assert.Equal(["Gap: : every record"], RuleCoverage.Analyse(Of([Employees], [])).Lines(Enum.GetValues<CoverageKind>()));

    [Fact]
    public void Only_a_catch_all_leaves_nothing_open() => Assert.Equal(["CatchAll: All: every record"], RuleCoverage.Analyse(Of([Employees], [], "All: otherwise")).Lines(Enum.GetValues<CoverageKind>()));

    [Fact]
    public void No_records_are_counted_as_none()
    {
        var result = RuleCoverage.Analyse(PlaybookTiers, Records(Column.Of("employees", Array.Empty<double>()), Column.Of("arr", Array.Empty<double>())));
        Assert.Equal((0, 0), (result.Records, result.Excluded));
        Assert.All(result.Findings, f => Assert.Equal((0, 0.0), (f.Records, f.Arr)));
    }

    [Fact]
    public void Records_of_another_kind_are_refused() => Assert.StartsWith("The records are Accounts but 'Tier' divides Contacts;",
        Assert.Throws<ArgumentException>(() => RuleCoverage.Analyse(PlaybookTiers, PlaybookTiers.Dimensions[0] with { Of = EntityKind.Contacts }, Records(Column.Of("employees", [1.0])))).Message, StringComparison.Ordinal);

    private static CoverageFinding Only(SegmentationFramework framework, CoverageKind kind) => Assert.Single(RuleCoverage.Analyse(framework).Findings, f => f.Kind == kind);
}
