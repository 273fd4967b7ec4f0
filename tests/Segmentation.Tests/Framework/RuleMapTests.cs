using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Tables;
using static Segmentation.Tests.Framework.CoverageRulesets;

namespace Segmentation.Tests.Framework;

public sealed class RuleMapTests
{
    [Fact]
    public void The_playbooks_tiers_are_five_rectangles()
    {
        // By hand from the three rules; of whole numbers the upper end is the first beyond.
        var map = RuleMap.Of(PlaybookTiers, PlaybookTiers.Dimensions[0], null, "employees", "arr");
        Assert.Equal(
        [
            "Gap  -> : _..100 x 50000..500000",
            "Overlap Mid-Market+Enterprise -> Enterprise: 100..1000 x 500000.._",
            "Segment Enterprise -> Enterprise: 1000.._ x _.._",
            "Segment Enterprise -> Enterprise: _..100 x 500000.._",
            "Segment Mid-Market -> Mid-Market: 100..1000 x _..500000",
            "Segment SMB -> SMB: _..100 x _..50000",
        ], map.Areas.Select(Line).Order(StringComparer.Ordinal));
        Assert.Null(map.Blank);
        Assert.Equal("employees below 100 and arr from 50,000 to below 500,000", map.Areas.Single(a => a.Kind == RuleMapKind.Gap).Words);
    }

    [Fact]
    public void The_first_dimension_over_two_numbers_and_nothing_else_is_found()
    {
        Assert.Equal("employees", RuleMap.Find(PlaybookTiers, null)!.X.Name);
        var fields = new[] { Employees, Arr, new FieldDefinition("region", FieldType.Text) };
        Assert.Null(RuleMap.Find(Of(fields, [], "A: employees >= 10"), null));
        Assert.Null(RuleMap.Find(Of(fields, [], "A: employees >= 10 and arr >= 5 and region = EU"), null));
        Assert.Null(RuleMap.Find(Of(fields, [], "A: employees >= 10 and region = EU"), null));
        Assert.Null(RuleMap.Find(new SegmentationFramework { Version = "v0" }, null));
    }

    [Fact]
    public void A_threshold_in_two_bands_is_a_line()
    {
        var fields = new[] { Employees with { Type = FieldType.Number }, Arr };
        var framework = Of(fields, [], "A: employees between 0 and 1000", "B: employees >= 1000");
        var boundary = RuleMap.Of(framework, framework.Dimensions[0], null, "employees", "arr").Areas.Single(a => a.Kind == RuleMapKind.Boundary);
        Assert.Equal("Boundary A+B -> A: 1000..1000 x _.._", Line(boundary));
    }

    [Fact]
    public void Records_without_a_place_are_counted_and_not_drawn()
    {
        var region = new FieldDefinition("region", FieldType.Text);
        var framework = Of([Employees, Arr, region], ["region = Moon"], "Large: employees >= 100 and region = EMEA", "Rest: otherwise");
        var records = Records(
            Column.Of("employees", [100.0, 99, null, 100, 100, 99.5]), Column.Of("arr", [1.0, 2, 3, 4, 5, 6]), Column.Of("region", ["emea", "EMEA", "EMEA", "NA", "Moon", "EMEA"]));
        var map = RuleMap.Of(framework, framework.Dimensions[0], records, "employees", "arr", new Dictionary<string, string> { ["region"] = "EMEA" });
        Assert.Equal(["1: 100, 1 Large", "2: 99, 2 Rest"], map.Points.Select(p => FormattableString.Invariant($"{p.Id}: {p.X}, {p.Y} {p.Segment}")));
        Assert.Equal((1, 2, 1), (map.Blank, map.Elsewhere, map.Excluded));
        Assert.Equal("Held: region EMEA. 2 records drawn; not drawn: 1 blank on an axis, 2 with other held values, 1 excluded.", map.Summary());
        Assert.Equal([("Large", 1, 1.0), ("Rest", 1, 2.0)], map.Areas.Select(a => (a.GoesTo!, a.Records!.Value, a.Arr!.Value)).Order());
        var blank = RuleMap.Of(framework, framework.Dimensions[0], records, "employees", "arr", new Dictionary<string, string> { ["region"] = string.Empty });
        Assert.Equal(["Blank  -> : 100.._ x _.._", "Segment Rest -> Rest: _..100 x _.._"], blank.Areas.Select(Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_with_the_remedy()
    {
        var framework = Of([Employees, Arr, new("region", FieldType.Text)], [], "Large: employees >= 100 and region = EMEA");
        var dimension = framework.Dimensions[0];
        Assert.StartsWith("The rules also name 'region'; hold it at one value, as in { [\"region\"] = \"…\" }, empty for blank.", Assert.Throws<ArgumentException>(() => RuleMap.Of(framework, dimension, null, "employees", "arr")).Message, StringComparison.Ordinal);
        Assert.StartsWith("'region' is no number among the framework's fields of accounts; there are: employees, arr.", Assert.Throws<ArgumentException>(() => RuleMap.Of(framework, dimension, null, "employees", "region")).Message, StringComparison.Ordinal);
        Assert.StartsWith("Both axes are 'arr'; name two fields.", Assert.Throws<ArgumentException>(() => RuleMap.Of(framework, dimension, null, "arr", "arr")).Message, StringComparison.Ordinal);
        Assert.StartsWith("'Tier' cannot be drawn: its rules cut the space into", Assert.Throws<ArgumentException>(() => RuleMap.Of(framework, dimension, null, "employees", "arr", null, new() { MostCells = 3 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_record_of_a_grid_lies_in_exactly_one_rectangle_and_in_the_right_one()
    {
        var drawn = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var rules = RandomRules.Of(seed);
            var (framework, grid) = (rules.Framework, rules.Grid);
            var numbers = framework.Fields.Select(f => f.Definition).Where(d => d.Type is FieldType.Number or FieldType.Whole).ToArray();
            if (numbers.Length < 2 || framework.Fields.Length > 2) continue;
            var map = RuleMap.Of(framework, framework.Dimensions[0], grid, numbers[0].Name, numbers[1].Name);
            drawn += map.Points.Length;
            Assert.Equal(grid.Count, map.Points.Length + map.Blank + map.Elsewhere + map.Excluded);
            Assert.Equal(map.Points.Length, map.Areas.Sum(a => a.Records));
            foreach (var point in map.Points)
            {
                var area = Assert.Single(map.Areas, a => a.Kind != RuleMapKind.Excluded && Inside(point.X, a.FromX, a.ToX) && Inside(point.Y, a.FromY, a.ToY)
                    && Criterion.Parse(a.Words == "every record" ? "otherwise" : Written(a, numbers), numbers).Evaluate(One(numbers, point), AsOf)[0] == Truth.True);
                Assert.True(area.GoesTo == point.Segment, $"seed {seed}: {area.Words} goes to {area.GoesTo}, {point} {rules.Text()}");
            }
        }

        Assert.True(drawn > 500);
    }

    private static bool Inside(double value, double? from, double? to) => (from is null || value >= from) && (to is null || value <= to);

    // The rectangle's ends do not say which is included; its words do, and their numbers are those of the rules.
    private static string Written(RuleMapArea area, FieldDefinition[] numbers) => string.Join(" and ", area.Words.Split(" and ").Aggregate(new List<string>(), (parts, word) =>
    {
        if (numbers.Any(n => word.StartsWith(n.Name + " ", StringComparison.Ordinal))) parts.Add(word);
        else parts[^1] += " and " + word;
        return parts;
    }).Select(part =>
    {
        var words = part.Split(' ');
        var field = words[0];
        return string.Join(' ', words[1..]) switch
        {
            var w when w.StartsWith("exactly ", StringComparison.Ordinal) => $"{field} = {words[^1]}",
            var w when w.StartsWith("below ", StringComparison.Ordinal) => $"{field} < {words[^1]}",
            var w when w.StartsWith("up to ", StringComparison.Ordinal) => $"{field} <= {words[^1]}",
            var w when w.EndsWith(" or more", StringComparison.Ordinal) => $"{field} >= {words[1]}",
            var w when w.StartsWith("from ", StringComparison.Ordinal) => $"{field} >= {words[2]} and {field} {(w.Contains("below", StringComparison.Ordinal) ? "<" : "<=")} {words[^1]}",
            var w when w.Contains("and below", StringComparison.Ordinal) => $"{field} > {words[2]} and {field} < {words[^1]}",
            var w when w.Contains("up to", StringComparison.Ordinal) => $"{field} > {words[2]} and {field} <= {words[^1]}",
            _ => $"{field} > {words[^1]}",
        };
    }));

    private static Table One(FieldDefinition[] numbers, RuleMapPoint point) => new("one", Column.Of(numbers[0].Name, [point.X]), Column.Of(numbers[1].Name, [point.Y]));

    private static string Line(RuleMapArea a) => FormattableString.Invariant($"{a.Kind} {string.Join('+', a.Segments)} -> {a.GoesTo}: {End(a.FromX)}..{End(a.ToX)} x {End(a.FromY)}..{End(a.ToY)}");

    private static string End(double? value) => value is { } v ? FormattableString.Invariant($"{v}") : "_";
}
