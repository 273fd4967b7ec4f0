using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;
using Segmentation.Tests.Audit;

namespace Segmentation.Tests.Assign;

public sealed class SignOffTests
{
    /// <summary>Three dimensions of three segments that leave nothing open; 30 accounts in each segment of each dimension.</summary>
    private static readonly SegmentationFramework Ready = SegmentationFramework.Parse(
        "version: v2\nfields:\n  accounts:\n    employees: {type: whole, source: CRM, status: CONFIRMED}\ndimensions:\n"
        + string.Concat(new[] { "Size", "Reach", "Care" }.Select(d => $"  - name: {d}\n    kind: firmographic\n    of: accounts\n    status: CONFIRMED\n    segments:\n"
            + string.Concat(new[] { ("Large", "employees >= 60"), ("Medium", "employees >= 30 and employees < 60"), ("Small", "employees < 30") }.Select(s =>
                $"      - {{name: {s.Item1}, criteria: {s.Item2}, action: call, owner: VP, expected: 30, status: CONFIRMED}}\n")))));

    /// <summary>90 accounts with 0 to 89 employees, some blank at the end.</summary>
    private static AssignmentResult Assigned(SegmentationFramework framework, int blank = 0) => Assignment.Run(
        AuditWorkspace.Of(AuditWorkspace.Export(EntityKind.Accounts,
            (Role.AccountId, Column.Of("id", Enumerable.Range(0, 90 + blank).Select(i => $"A{i}"))),
            (Role.Employees, Column.Of("employees", Enumerable.Range(0, 90 + blank).Select(i => i < 90 ? (double?)i : null), NumberFormat.Count)))), framework);

    private static string[] Missing(SegmentationFramework framework, AssignmentResult? assignment = null) => [.. SignOff.Check(framework, assignment ?? Assigned(framework)).Requirements.SelectMany(r => r.Missing)];

    private static SegmentationFramework Change(Func<Segment, Segment> change) => Ready.With(Ready.Dimensions[0] with { Segments = [change(Ready.Dimensions[0].Segments[0]), .. Ready.Dimensions[0].Segments[1..]] });

    [Fact]
    public void A_complete_framework_is_ready_to_sign()
    {
        var result = SignOff.Check(Ready, Assigned(Ready));
        Assert.Empty(result.Requirements.SelectMany(r => r.Missing));
        Assert.True(result.IsReady);
        Assert.Equal("ready to sign", result.Verdict);
        Assert.StartsWith("v2: ready to sign.", result.ToString(), StringComparison.Ordinal);
        Assert.Equal(12, result.ToTable().RowCount);
    }

    [Fact]
    public void Without_an_assignment_the_sizes_are_missing()
    {
        var result = SignOff.Check(Ready);
        Assert.Equal(3, result.Missing);
        Assert.Equal("3 items missing", result.Verdict);
        Assert.All(result.Requirements.Where(r => !r.IsMet), r => Assert.Equal(["no assignment was given: run Assignment.Run(workspace, framework) and pass it"], r.Missing.AsEnumerable()));
    }

    [Fact]
    public void What_a_segment_lacks_is_named()
    {
        Assert.Equal(["Size / Large has no action"], Missing(Change(s => s with { Action = null })));
        Assert.Equal(["Size / Large has no owner"], Missing(Change(s => s with { Owner = " " })));
        Assert.Equal(["Size / Large has no expected size"], Missing(Change(s => s with { Expected = null })));
        Assert.Equal(["the segment Size / Large is ASSUMED"], Missing(Change(s => s with { Standing = Standing.Assumed })));
        Assert.Equal(["Size / Large: Why 60?"], Missing(Ready.Ask("Size/Large", "Why 60?")));
        Assert.Empty(Missing(Change(s => s with { Standing = new Standing { IsCritical = false, Question = "Later?" } })));
    }

    [Fact]
    public void A_field_in_use_needs_a_source_and_one_that_is_not_needs_none()
    {
        Assert.Equal(["employees of accounts has no source"], Missing(Ready.With(Ready.Fields[0] with { Source = null })));
        Assert.Empty(Missing(Ready.With(Ready.Fields[0] with { Definition = Ready.Fields[0].Definition with { Name = "spare" }, Source = null, Standing = Standing.Assumed }), Assigned(Ready)));
    }

    [Fact]
    public void The_numbers_of_dimensions_and_segments_are_held_against_the_limits()
    {
        var two = Ready with { Dimensions = Ready.Dimensions[..2] };
        Assert.Equal(["accounts have 2: Size, Reach"], Missing(two));
        Assert.Empty(Missing(two with { Limits = PlaybookLimits.Default with { FewestDimensions = 2 } }));
        Assert.Equal(["the framework has no dimension"], Missing(Ready with { Dimensions = [], Fields = [] }, Assigned(Ready with { Dimensions = [], Fields = [] })));
        var narrow = Ready.With(Ready.Dimensions[2] with { Segments = [Ready.Dimensions[2].Segments[0], Ready.Dimensions[2].Segments[2]] });
        Assert.Contains("Care has 2", Missing(narrow));
    }

    // 30 accounts are there: 25 expected is 20% more, exactly the limit and allowed; 24 expected is 25% more.
    [Theory]
    [InlineData(25, null)]
    [InlineData(24, "Size / Large has 30, expected 24 (+25%)")]
    [InlineData(37, null)]
    [InlineData(38, "Size / Large has 30, expected 38 (-21%)")]
    [InlineData(0, "Size / Large has 30, expected 0")]
    public void A_size_more_than_the_limit_from_the_expected_one_is_missing(int expected, string? missing) =>
        Assert.Equal(missing is null ? [] : [missing], Missing(Change(s => s with { Expected = expected })));

    [Fact]
    public void A_segment_below_the_smallest_size_is_missing()
    {
        // 60 to 89 employees are 30 accounts: 31 is more than there are.
        var strict = Ready with { Limits = PlaybookLimits.Default with { SmallestSegmentError = 31 } };
        Assert.Equal(9, Missing(strict).Count(m => m.EndsWith(" has 30", StringComparison.Ordinal)));
        Assert.Empty(Missing(Ready with { Limits = PlaybookLimits.Default with { SmallestSegmentError = 30 } }));
    }

    // 30 blanks beside 90 accounts are 25%, exactly the limit and allowed; 31 are more.
    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 3)]
    public void Too_many_unassigned_are_missing(int blank, int missing)
    {
        var found = Missing(Ready, Assigned(Ready, blank));
        Assert.Equal(missing, found.Length);
        if (missing > 0) Assert.Equal("Size leaves 31 of 121 Unassigned (25.6%)", found[0]);
    }

    [Fact]
    public void An_override_past_its_last_day_is_missing_and_one_on_it_is_not()
    {
        SegmentationFramework Until(DateTime day) => Ready with { Overrides = [new Override("A1", "Size", "Small", "VP", "agreed", day)] };
        Assert.Empty(Missing(Until(AuditWorkspace.AsOf)));
        Assert.Equal(["A1 in Size expired on 2026-06-29"], Missing(Until(AuditWorkspace.AsOf.AddDays(-1))));
        Assert.Contains("A1 in Size has no reason", Missing(Ready with { Overrides = [new Override("A1", "Size", "Small", "VP", "", AuditWorkspace.AsOf)] }));
    }

    [Fact]
    public void An_assignment_of_other_rules_is_refused_and_one_of_other_words_is_not()
    {
        var moved = Ready.Correct("Size/Large", "employees >= 70", new(2026, 6, 30));
        Assert.Equal("The assignment was made with other rules: found those of v2, expected those of v2 as it is now. Run Assignment.Run(workspace, framework) again. (Parameter 'assignment')",
            Assert.Throws<ArgumentException>(() => SignOff.Check(moved, Assigned(Ready))).Message);
        Assert.True(SignOff.Check(Ready.Confirm("Size", new(2026, 6, 30)), Assigned(Ready)).IsReady);
    }

    [Fact]
    public void Everything_missing_is_a_row_of_its_own_beside_the_requirements()
    {
        var result = SignOff.Check(Ready with { Dimensions = [.. Ready.Dimensions.Select(d => d with { Segments = [.. d.Segments.Select(s => s with { Action = null })] })] });
        Assert.Equal(9, Enumerable.Range(0, result.MissingItems.RowCount).Count(r => result.MissingItems.Text("requirement")[r] == "an action for every segment"));
        Assert.Equal(9 + 3, result.MissingItems.RowCount);
    }

    [Fact]
    public void A_dimension_of_records_that_are_not_there_is_missing()
    {
        var contacts = Ready.With(new FrameworkField(EntityKind.Contacts, Ready.Fields[0].Definition) { Source = "CRM", Standing = Ready.Fields[0].Standing });
        contacts = contacts with { Dimensions = [.. contacts.Dimensions, .. contacts.Dimensions.Select(d => d with { Name = "Contact " + d.Name, Label = "Contact " + d.Name, Of = EntityKind.Contacts })] };
        Assert.Contains("Contact Size: the exports hold no contacts", Missing(contacts));
    }
}
