using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tests.Clean;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Framework;

public sealed partial class FrameworkWriteTests
{
    private static SegmentationFramework Parse(string text) => SegmentationFramework.Parse(text);

    [Fact]
    public void A_file_laid_out_as_we_write_comes_back_letter_by_letter() => Assert.Equal(FrameworkFiles.Full, Parse(FrameworkFiles.Full).Write());

    [Theory]
    [InlineData("framework.yaml")]
    [InlineData("framework-v0.yaml")]
    public void The_sample_files_come_back_letter_by_letter(string file)
    {
        var path = Path.Combine(SampleFiles.Folder, file);
        Assert.Equal(File.ReadAllText(path), SegmentationFramework.Load(path).Write());
    }

    [Fact]
    public void What_is_written_loads_back_equal_and_is_written_the_same_again()
    {
        // 200 frameworks over texts that YAML could take for something else, and nothing else in common.
        var random = new Random(4);
        for (var i = 0; i < 200; i++)
        {
            var framework = RandomFramework(random);
            var text = framework.Write();
            var back = Parse(text);
            Assert.Equal(FrameworkFiles.Everything(framework), FrameworkFiles.Everything(back));
            Assert.Equal(text, back.Write());
        }
    }

    [Fact]
    public void A_comment_between_any_two_lines_stays_in_its_place_among_the_others()
    {
        var lines = FrameworkFiles.Full.TrimEnd('\n').Split('\n');
        var random = new Random(11);
        for (var i = 0; i <= lines.Length; i++)
        {
            var indent = new string(' ', 2 * random.Next(0, 5));
            var text = string.Join('\n', [.. lines[..i], $"{indent}# here {i}", .. lines[i..]]) + "\n";
            var written = Parse(text).Write();
            Assert.Equal(Comments(text), Comments(written));
            Assert.Equal(written, Parse(written).Write());
        }
    }

    [Fact]
    public void A_comment_at_the_end_of_any_line_stays_with_what_the_line_says()
    {
        var lines = FrameworkFiles.Full.TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i].Contains('#', StringComparison.Ordinal)) continue;
            string[] changed = [.. lines];
            changed[i] += "  # here";
            Assert.Equal(string.Join('\n', changed) + "\n", Parse(string.Join('\n', changed) + "\n").Write());
        }
    }

    [Fact]
    public void Comments_move_with_their_items_and_go_with_them()
    {
        var framework = Parse(FrameworkFiles.Full);
        var tier = framework.Dimensions[0];
        var swapped = (framework with { Dimensions = framework.Dimensions.SetItem(0, tier with { Segments = [tier.Segments[1], tier.Segments[0]] }) }).Write();
        Assert.True(Before(swapped, "# - name: Micro", "- name: SMB") && Before(swapped, "- name: SMB", "# The big ones.") && Before(swapped, "# The big ones.", "- name: Enterprise"), swapped);
        Assert.Equal(Comments(FrameworkFiles.Full).Order(), Comments(swapped).Order());

        var without = (framework with { Dimensions = framework.Dimensions.SetItem(0, tier with { Segments = [tier.Segments[1]] }) }).Write();
        Assert.Equal(["# The big ones.", "# what the playbook says"], Comments(FrameworkFiles.Full).Except(Comments(without)));

        static bool Before(string text, string first, string second) => text.IndexOf(first, StringComparison.Ordinal) is var a and >= 0 && a < text.IndexOf(second, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_to_one_item_changes_its_lines_only()
    {
        var before = FrameworkFiles.Full.Split('\n');
        var after = Parse(FrameworkFiles.Full).Confirm("Customer Tier/Enterprise", new(2025, 10, 2), "04-distribution: rule coverage").Write().Split('\n');
        Assert.Equal(["        question: Is 1000 right for this market?"], before.Except(after));
        Assert.Equal(["        status: CONFIRMED", "        date: 2025-10-02", "        evidence: \"04-distribution: rule coverage\""], after.Except(before));
    }

    [Fact]
    public void The_order_of_a_persons_keys_stays()
    {
        const string text = "title: Ours\nversion: v3\ndimensions:\n  - segments:\n      - criteria: otherwise\n        name: All\n    of: accounts\n    kind: lifecycle\n    name: Stage\n";
        Assert.Equal(text, Parse(text).Write());
        var asked = Parse(text).Ask("Stage/All", "Why?").Write();
        Assert.Contains("      - criteria: otherwise\n        name: All\n        question: Why?\n", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_inside_braces_go_above_them()
    {
        var written = Parse("version: v0\nfields:\n  accounts:\n    arr: {type: number,  # in dollars\n      # from billing\n      value: true}  # checked\n").Write();
        Assert.Equal("version: v0\nfields:\n  accounts:\n    # in dollars\n    # from billing\n    arr: {type: number, value: true}  # checked\n", written);
    }

    [Fact]
    public void Windows_and_folded_text_are_read_as_they_are_meant()
    {
        var framework = Parse("version: v0\nfields: {accounts: {employees: {type: whole}}}\ndimensions:\n- name: Size\n  kind: value\n  of: accounts\n  segments:\n  - name: Big\n    criteria: >\n      employees >= 1000\n      and employees < 5000\n");
        Assert.Equal("employees >= 1000 and employees < 5000", framework.Dimensions[0].Segments[0].Criteria.Text);
        Assert.Equal(FrameworkFiles.Everything(framework), FrameworkFiles.Everything(Parse(framework.Write())));
    }

    [Fact]
    public void A_long_rule_is_folded_at_its_spaces_and_reads_back_as_written()
    {
        var rule = string.Join(" or ", Enumerable.Range(1, 30).Select(i => $"employees = {i * 1000}"));
        var framework = Parse(FrameworkFiles.Small).Correct("Enterprise", rule, new(2026, 1, 5));
        var text = framework.Write();
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 160, line));
        Assert.Equal(rule, Parse(text).Dimensions[0].Segments[0].Criteria.Text);
    }

    [Fact]
    public void A_rule_that_yaml_takes_as_it_is_stands_without_quotes()
    {
        var text = Parse(FrameworkFiles.Full).Write();
        Assert.Contains("criteria: employees >= 1000 or arr >= 500_000", text, StringComparison.Ordinal);
        Assert.Contains("criteria: level in [C-Level, VP]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_never_replaces_what_a_person_wrote_unasked()
    {
        using var folder = new TemporaryFolder();
        var path = folder["framework.yaml"];
        Parse(FrameworkFiles.Full).Save(path);
        Assert.Equal("framework.yaml: the framework cannot be saved to '" + path + "'; found a file of that name, expected a name that is free. Save it as a version (framework-v1.yaml) and compare, or pass overwrite: true to replace the file.",
            Assert.Throws<WorkspaceException>(() => Parse(FrameworkFiles.Small).Save(path)).Message);
        Assert.Equal(FrameworkFiles.Full, File.ReadAllText(path));
        Parse(FrameworkFiles.Small).Save(path, overwrite: true);
        Assert.Equal(FrameworkFiles.Everything(Parse(FrameworkFiles.Small)), FrameworkFiles.Everything(SegmentationFramework.Load(path)));
    }

    private static string[] Comments(string text) => [.. Comment().Matches(text).Select(m => m.Value)];

    private static SegmentationFramework RandomFramework(Random random)
    {
        string[] hostile = ["a: b", "x # y", "- dash", "true", "007", "1e5", "2025-01-01", "~", "[a, b]", "{a}", "'q'", "\"d\"", "ünïcode 日本", "😀 face", "tab\tin", "two\nlines", "colon:", "*star", "&and", "!bang", "%", "@at", "`tick", "null", "a, b", "back\\slash", "<b>", "=1+1", "very " + new string('w', 300), "long " + string.Join(' ', Enumerable.Repeat("words", 60)), "double  space"];
        var number = 0;
        string Text() => hostile[random.Next(hostile.Length)];
        string Name() => string.Create(CultureInfo.InvariantCulture, $"{Text()} {number++}").Replace(": ", " ", StringComparison.Ordinal);
        string? Maybe() => random.Next(3) == 0 ? null : Text();
        DateTime Day() => new DateTime(2024, 1, 1).AddDays(random.Next(1000));
        Standing Some() => new() { Status = (ItemStatus)random.Next(3), Date = random.Next(2) == 0 ? null : Day(), Evidence = Maybe(), Question = Maybe(), IsCritical = random.Next(3) switch { 0 => null, 1 => true, _ => false } };
        FrameworkField Field(EntityKind of) => new(of, new FieldDefinition(Name(), (FieldType)random.Next(5)) { Unit = Maybe(), Column = Maybe(), IsValue = random.Next(2) == 0, Picklist = random.Next(2) == 0 ? [] : [Name(), Name()] }) { Source = Maybe(), Standing = Some() };
        var size = new FieldDefinition("size", FieldType.Whole);
        Criterion Rule() => Criterion.Parse(random.Next(3) switch { 0 => "otherwise", 1 => "size >= 1_000  and not (size between 5 and 7)", _ => "size is blank" }, [size]);
        Segment[] Segments() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new Segment(Name(), Rule()) { Action = Maybe(), Owner = Maybe(), Expected = random.Next(2) == 0 ? null : random.Next(1000), Standing = Some() })];
        var dimension = new Dimension(Name(), (DimensionKind)random.Next(5), EntityKind.Accounts, [.. Segments()]) { Label = Name(), Purpose = Maybe(), Standing = Some() };
        return new SegmentationFramework
        {
            Version = random.Next(5) == 0 ? "vFinal" : $"v{random.Next(20)}",
            Title = Maybe(),
            Limits = random.Next(2) == 0 ? PlaybookLimits.Default : PlaybookLimits.Default with { OtherShare = random.Next(100) / 100.0, SmallestSegmentWarn = random.Next(50) },
            Blanks = (BlankPolicy)random.Next(2),
            Conflicts = (ConflictPolicy)random.Next(2),
            Naming = random.Next(2) == 0 ? NamingConvention.Default : new NamingConvention { Inside = "=> ", Between = " ; " },
            Terms = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new Term(Name(), Text()) { Standing = Some() })],
            Fields = [new FrameworkField(EntityKind.Accounts, size), Field(EntityKind.Accounts), Field(EntityKind.Contacts)],
            Exclusions = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new Exclusion(Name(), EntityKind.Accounts, Rule()) { Reason = Maybe(), Standing = Some() })],
            Dimensions = [dimension],
            Overrides = random.Next(2) == 0 ? [] : [new Override(Name(), dimension.Name, dimension.Segments[0].Name, Text(), Text(), Day()) { Standing = Some() }],
            Views = random.Next(2) == 0 ? [] : [new SavedView(Name(), EntityKind.Accounts) { Segments = ImmutableSortedDictionary<string, string>.Empty.Add(dimension.Name, dimension.Segments[0].Name), Criteria = random.Next(2) == 0 ? null : Rule(), Standing = Some() }],
        };
    }

    [GeneratedRegex("#.*")]
    private static partial Regex Comment();
}
