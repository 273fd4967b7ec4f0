using Segmentation.Charts;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Charts;

public sealed class DiagramTests
{
    private static readonly FieldDefinition[] Fields = [new("employees", FieldType.Whole), new("arr", FieldType.Number) { IsValue = true }, new("name", FieldType.Text)];

    [Fact]
    public void Rules_stand_in_the_order_of_precedence_and_a_record_falls_from_one_to_the_next()
    {
        var text = Diagram.Precedence(Framework(("Enterprise", "employees >= 1000"), ("SMB", "employees < 1000"))).Text;
        Assert.Contains("override -- no --> rule0[\"employees #62;= 1000\"]", text, StringComparison.Ordinal);
        Assert.Contains("rule0 -- yes --> segment0([\"1. Enterprise\"])", text, StringComparison.Ordinal);
        Assert.Contains("rule0 -- no --> rule1[\"employees #60; 1000\"]", text, StringComparison.Ordinal);
        Assert.Contains("rule1 -- no --> nowhere", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_is_drawn_only_where_a_rule_names_a_value_field_and_the_policy_puts_value_first()
    {
        var framework = Framework(("Enterprise", "arr >= 500000"));
        Assert.Contains("because of arr comes first", Diagram.Precedence(framework).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("comes first", Diagram.Precedence(framework with { Conflicts = ConflictPolicy.Order }).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("comes first", Diagram.Precedence(Framework(("Large", "employees >= 1000"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Blanks_are_drawn_as_the_policy_has_them()
    {
        var framework = Framework(("Large", "employees >= 1000"));
        Assert.Contains("Unassigned, and on the alert list", Diagram.Precedence(framework).Text, StringComparison.Ordinal);
        Assert.Contains("counts as no", Diagram.Precedence(framework with { Blanks = BlankPolicy.Skip }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_exclusions_of_the_dimensions_own_records_are_named()
    {
        var framework = Framework(("Large", "employees >= 1000")) with
        {
            Exclusions = [new("Competitors", EntityKind.Accounts, Criterion.Parse("employees < 0", Fields)), new("Do not email", EntityKind.Contacts, Criterion.Parse("employees < 0", Fields))],
        };
        var text = Diagram.Precedence(framework).Text;
        Assert.Contains("Competitors", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Do not email", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_cannot_break_out_of_their_label()
    {
        var hostile = "\"]; click x \"javascript:alert(1)\"\n%%{init}%% <script>alert(1)</script>";
        var diagram = Diagram.Precedence(Framework((hostile, "name = \"<img src=x>\"")));
        Assert.DoesNotContain("javascript:alert(1)\"", diagram.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", diagram.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", diagram.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", diagram.ToHtml(), StringComparison.Ordinal);
        Assert.All(diagram.Text.Split('\n').Where(l => l.Length > 0), line => Assert.True(line.StartsWith("    ", StringComparison.Ordinal) || line == "flowchart TD"));
    }

    [Fact]
    public void A_framework_without_dimensions_says_so()
    {
        var diagram = Diagram.Precedence(new SegmentationFramework { Version = "v0" });
        Assert.Contains("no dimension yet", diagram.Text, StringComparison.Ordinal);
        Assert.Equal(diagram.Text, diagram.ToMimeBundle(RenderOptions.Default)[Diagram.MermaidMediaType]);
    }

    [Fact]
    public void An_unknown_dimension_is_refused_with_those_there_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Diagram.Precedence(Framework(("Large", "employees >= 1000")), "Tier"));
        Assert.Equal("The framework has no dimension 'Tier'. It has: Size.", error.Message);
    }

    private static SegmentationFramework Framework(params (string Name, string Rule)[] segments) => new()
    {
        Version = "v0",
        Fields = [.. Fields.Select(f => new FrameworkField(EntityKind.Accounts, f))],
        Dimensions = [new("Size", DimensionKind.Firmographic, EntityKind.Accounts, [.. segments.Select(s => new Segment(s.Name, Criterion.Parse(s.Rule, Fields)))])],
    };
}
