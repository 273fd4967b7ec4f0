using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Distribute;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Report;
using Segmentation.Tables;

namespace Segmentation.Tests.Report;

public sealed class FrameworkPageTests
{
    private const string Script = "<script>alert(1)</script>";

    private static readonly FieldDefinition Employees = new("employees", FieldType.Whole) { Unit = "people" };

    [Fact]
    public void The_page_names_each_segment_with_its_rule_in_words_action_status_and_question()
    {
        var page = FrameworkPage.Write(Framework("Enterprise"));
        Assert.Contains("<h1 id=\"section-1\">Our customers, v3</h1>", page, StringComparison.Ordinal);
        Assert.Contains("employees at least 1,000", page, StringComparison.Ordinal);
        Assert.Contains("A named manager", page, StringComparison.Ordinal);
        Assert.Contains("CONFIRMED on 2026-06-24", page, StringComparison.Ordinal);
        Assert.Contains("(no action yet)", page, StringComparison.Ordinal);
        Assert.Contains("Is 1,000 right?", page, StringComparison.Ordinal);

        // Two segments, one dimension, one exclusion, one term and one field: six items, one of them confirmed.
        Assert.Contains("Items: 0 CORRECTED, 1 CONFIRMED, 5 ASSUMED.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_stand_beside_the_segments_where_records_were_assigned()
    {
        // Three of five have 1,000 or more; one is excluded; one has no value.
        var page = FrameworkPage.Write(Framework("Enterprise"), Distribution.Of(Assigned(Framework("Enterprise"), 1000, 2000, 5000, -1, null)));
        Assert.Contains("<td class=\"seg-n\">3</td><td class=\"seg-n\">75.0%</td>", page, StringComparison.Ordinal);
        Assert.Contains("Unassigned: 1 accounts.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_sizes_are_left_out_under_mask()
    {
        var page = FrameworkPage.Write(Framework("Enterprise"), Distribution.Of(Assigned(Framework("Enterprise"), 1000, 2000, 5000, -1, null)), RenderOptions.Default with { Mask = true });
        Assert.DoesNotContain("<td class=\"seg-n\">3</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Unassigned: 1 ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_text_on_the_page_whatever_they_hold() =>
        Assert.DoesNotContain(Script, FrameworkPage.Write(Framework(Script) with { Title = Script, Terms = [new(Script, Script)] }), StringComparison.Ordinal);

    [Fact]
    public void A_framework_with_nothing_in_it_is_a_page_that_says_so() =>
        Assert.Contains("There is no dimension yet.", FrameworkPage.Write(new SegmentationFramework { Version = "v0" }), StringComparison.Ordinal);

    [Fact]
    public void The_page_is_written_to_the_file_named_and_the_folder_is_made()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var path = Path.Combine(folder, "meeting", "framework.html");
            Assert.Equal(new FrameworkPageFile("framework.html", "v3", 1, 2), FrameworkPage.Save(path, Framework("Enterprise")));
            Assert.Equal(FrameworkPage.Write(Framework("Enterprise")), File.ReadAllText(path));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static SegmentationFramework Framework(string name) => new()
    {
        Version = "v3",
        Title = "Our customers",
        Fields = [new(EntityKind.Accounts, Employees)],
        Terms = [new("Churn", "No ARR any more.")],
        Exclusions = [new("Impossible", EntityKind.Accounts, Rule("employees < 0"))],
        Dimensions =
        [
            new("Size", DimensionKind.Firmographic, EntityKind.Accounts,
            [
                new Segment(name, Rule("employees >= 1000")) { Action = "A named manager", Standing = new() { Status = ItemStatus.Confirmed, Date = new DateTime(2026, 6, 24) } },
                new Segment("Small", Rule("employees < 1000")) { Standing = new() { Question = "Is 1,000 right?" } },
            ]),
        ],
    };

    private static AssignmentResult Assigned(SegmentationFramework framework, params double?[] employees)
    {
        var records = new FrameworkRecords
        {
            Of = EntityKind.Accounts,
            AsOf = new DateTime(2026, 6, 30),
            Ids = Column.Of("id", employees.Select((_, i) => (string?)$"A{i}")),
            Fields = new Table("accounts", Column.Of("employees", employees)),
        };
        return new AssignmentResult { Framework = framework, AsOf = records.AsOf, Accounts = Assignment.Run(framework, records) };
    }

    private static Criterion Rule(string text) => Criterion.Parse(text, [Employees]);
}
