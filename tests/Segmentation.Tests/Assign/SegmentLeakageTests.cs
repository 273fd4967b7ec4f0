using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tests.Samples;
using static Segmentation.Tests.Assign.SmallFrameworks;

namespace Segmentation.Tests.Assign;

public sealed class SegmentLeakageTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    private static readonly SegmentationFramework Focus = Of("v1", "Focus: Tech = industry = Technology; Health = industry = Healthcare; Rest = otherwise");

    private static LeakageResult Find(SegmentationFramework framework, params (string? Id, double? Employees, double? Arr, string? Industry, string? Type, DateTime? Active)[] rows) =>
        SegmentLeakage.Find(Run(framework, Records(rows)));

    [Fact]
    public void A_value_that_stands_for_one_of_the_list_leaks_with_the_method_that_found_it()
    {
        // Tech is a common abbreviation, Tecnology lacks one letter of nine, "Health care" has a space more.
        var all = Find(Focus, Account("a", arr: 30, industry: "Tech"), Account("b", arr: 20, industry: "Tecnology"), Account("c", arr: 10, industry: "Health care"), Account("d", arr: 5)).All;
        Assert.Equal([("a", "Technology", PicklistMethod.Alias, "Rest", "Tech"), ("b", "Technology", PicklistMethod.EditDistance, "Rest", "Tech"), ("c", "Healthcare", PicklistMethod.NGram, "Rest", "Health")],
            all.Select(r => (r.Id!, r.Standard, r.Method, r.Segment, r.WouldBe)));
    }

    [Fact]
    public void Another_case_is_no_leak_because_rules_do_not_tell_it_apart()
    {
        var result = Find(Focus, Account("a", industry: "TECHNOLOGY"));
        Assert.Empty(result.All);
        Assert.Empty(result.Values);
    }

    [Fact]
    public void A_value_that_resembles_nothing_is_counted_as_not_in_the_picklist()
    {
        var result = Find(Focus, Account("a", arr: 7, industry: "Beekeeping"), Account("b", arr: 8, industry: "Beekeeping"));
        Assert.Equal([("Beekeeping", null, 2, 0, 15.0)], result.Values.Select(v => (v.Value, v.Standard, v.Records, v.Leaking, v.Arr!.Value)));
        Assert.Equal("not in the picklist", result.NonStandard.Text("found by")[0]);
    }

    [Fact]
    public void Without_a_picklist_the_values_that_rules_name_are_the_list_and_others_may_be_right()
    {
        // account_type has no picklist; the exclusion names Competitor. "Competitors" stands for it and would be excluded, "Partner" is a type of its own.
        var result = Find(Focus.Excluding("Competitors", "account_type = Competitor"), Account("a", type: "Competitor."), Account("b", type: "Partner"));
        var leak = Assert.Single(result.All);
        Assert.Equal(("a", "Competitor", DimensionAssignment.Excluded), (leak.Id, leak.Standard, leak.WouldBe));
        Assert.DoesNotContain(result.Values, v => v.Value == "Partner");
    }

    [Fact]
    public void A_match_that_changes_no_segment_is_listed_without_leaking_records()
    {
        var value = Assert.Single(Find(Focus, Account("a", industry: "Financial-Services")).Values);
        Assert.Equal(("Financial Services", 1, 0), (value.Standard, value.Records, value.Leaking));
    }

    [Fact]
    public void What_a_person_decided_counts()
    {
        var records = Run(Focus, Records(Account("a", industry: "Bits and Bytes"), Account("b", industry: "Tecnology")));
        var decided = new PicklistDecisions
        {
            Roles = ImmutableSortedDictionary<Role, PicklistRules>.Empty.Add(Role.Industry, new() { Approved = [new("Bits and Bytes", "Technology")], Never = [new("Tecnology", "Technology")] }),
        };
        Assert.Equal([("a", PicklistMethod.Approved)], SegmentLeakage.Find(records, new() { Decisions = decided }).All.Select(r => (r.Id!, r.Method)));
    }

    [Fact]
    public void Blanks_no_records_and_no_lists_leak_nothing()
    {
        Assert.Empty(Find(Focus, Account("a", industry: null)).Values);
        Assert.Empty(Find(Focus).Values);
        Assert.Equal(["accounts: industry"], Find(Focus).Fields.ToArray());
        Assert.Contains("nothing was looked at", SegmentLeakage.Find(new AssignmentResult { Framework = Focus, AsOf = AsOf }).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_planted_misspellings_of_industry_leak_with_their_records_and_ARR()
    {
        // Authority: truth/variants.csv. Values that differ from what is meant in case only match the rules already.
        var result = SegmentLeakage.Find(samples.Workspace, OneSegmentAnIndustry(samples.Workspace));
        var table = result.ToTable();
        var found = Enumerable.Range(0, table.RowCount).ToDictionary(row => (table.Text("value")[row]!, table.Text("segment")[row]!, table.Text("would be")[row]!),
            row => (Records: (int)table.Number("records").Values[row], Arr: Math.Round(table.Number("ARR").Values[row], 2)));
        var planted = SampleFiles.Read("truth/variants.csv").Rows.Where(v => v["file"] == "accounts.csv" && v["column"] == "Industry").ToArray();
        var leaking = planted.Where(v => !v["written"].Equals(v["meant"], StringComparison.OrdinalIgnoreCase)).ToArray();
        Assert.Equal(leaking.Select(v => ((v["written"], DimensionAssignment.Unassigned, v["meant"]), (int.Parse(v["records"], CultureInfo.InvariantCulture), double.Parse(v["arr"], CultureInfo.InvariantCulture)))).Order(),
            found.Select(f => (f.Key, f.Value)).Order());
        Assert.True(leaking.Length >= 10);
    }

    [Fact]
    public void Dimensions_over_fields_that_raw_exports_lack_are_left_out_and_the_fields_named()
    {
        // The clean-up makes the region; the exports have none.
        var framework = OneSegmentAnIndustry(samples.Workspace);
        FieldDefinition region = new("region", FieldType.Text);
        var more = framework with
        {
            Fields = framework.Fields.Add(new(EntityKind.Accounts, region)),
            Dimensions = framework.Dimensions.Add(new("Region", DimensionKind.Firmographic, EntityKind.Accounts, [new("EMEA", Criterion.Parse("region = EMEA", [region]))])),
        };
        var result = SegmentLeakage.Find(samples.Workspace, more);
        Assert.Equal<string>(["accounts: region"], result.Missing);
        Assert.Contains("The exports have no accounts: region: the dimensions that need it were not looked at.", result.ToString(), StringComparison.Ordinal);
        Assert.Equal(SegmentLeakage.Find(samples.Workspace, framework).ToString(), result.ToString().Replace("The exports have no accounts: region: the dimensions that need it were not looked at.\n", string.Empty, StringComparison.Ordinal));
    }

    private static SegmentationFramework OneSegmentAnIndustry(Workspace workspace)
    {
        FieldDefinition[] fields = [new("industry", FieldType.Text)];
        return new()
        {
            Version = "v1",
            Fields = [.. fields.Select(f => new FrameworkField(EntityKind.Accounts, f))],
            Dimensions = [new("Industry", DimensionKind.Firmographic, EntityKind.Accounts, [.. workspace.Picklists[Role.Industry].Select(i => new Segment(i, Criterion.Parse($"industry = \"{i}\"", fields)))])],
        };
    }
}
