using System.Globalization;
using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tables;

namespace Segmentation.Tests.Samples;

/// <summary>Levels and departments of the samples' titles. Authority: <c>truth/titles.csv</c>, the level for which the generator wrote each title.</summary>
public sealed class TitlesRecoveryTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    private static readonly TitleRules Decided = TitleRules.Load(Path.Combine(SampleFiles.Folder, "decisions", "titles.yaml"));

    private static readonly TitleSample Truth = new()
    {
        Titles = [.. SampleFiles.Read("truth/titles.csv").Rows.Select(r => new TitleLabel(r["title"], int.Parse(r["contacts"], CultureInfo.InvariantCulture), TitleLevelName.Parse(r["true_level"]), r["true_department"].Length == 0 ? null : r["true_department"]))],
    };

    [Fact]
    public void Built_in_rules_disagree_with_the_truth_in_two_titles_only()
    {
        var precision = TitlePrecision.Measure(Truth);
        var wrong = precision.Rows.Where(r => r.Correct < r.Labelled).Select(r => (r.Answer, r.Labelled - r.Correct, r.Mistaken));
        Assert.Equal([("Director", Contacts("Chief of Staff"), "Chief of Staff: C-Level"), ("IC", Contacts("Customer Success Manager"), "Customer Success Manager: Manager")], wrong);
        Assert.Equal(0, precision.DepartmentsNotFound);
        Assert.All(precision.Rows.Where(r => r.About == "department"), r => Assert.Equal(1, r.Precision));
    }

    [Fact]
    public void With_the_decisions_every_title_has_its_true_level()
    {
        var levels = TitlePrecision.Measure(Truth, Decided).Rows.Where(r => r.About == "level" && r.Labelled > 0).ToArray();
        Assert.Equal(5, levels.Length);
        Assert.All(levels, r => Assert.Equal((r.Answer, 1.0), (r.Answer, r.Precision)));
        // Wilson, n of n: the lower end is n / (n + z²), z = 1.959964.
        Assert.All(levels, r => Assert.Equal(r.Labelled / (r.Labelled + 3.841459), r.Interval.Low, 6));
        Assert.Equal(Truth.Titles.Sum(t => t.Contacts), levels.Sum(r => r.Labelled));
    }

    [Fact]
    public void Only_spoilt_titles_have_no_level()
    {
        var result = TitleStandardization.Apply(samples.Workspace, Decided);
        var known = Truth.Titles.Select(t => t.Title).ToHashSet(StringComparer.Ordinal);
        var unresolved = result.Titles.Where(t => t.Classification.Level == TitleLevel.Unknown).ToArray();
        Assert.All(unresolved, t => Assert.DoesNotContain(t.Classification.Title, known));
        // Six formula-like titles, and three of the four with markup: the fourth is "<b>CEO</b>".
        Assert.Equal(SampleFiles.Planted("contacts/formula-like") + SampleFiles.Planted("contacts/markup") - 1, unresolved.Sum(t => t.Contacts));
        Assert.Equal(result.Contacts, result.ToTable().Number("contacts").Values.ToArray().Sum());
    }

    [Fact]
    public void Every_department_written_is_in_the_picklist_and_none_the_CRM_had_is_lost()
    {
        var result = TitleStandardization.Apply(samples.Workspace, Decided);
        var before = (TextColumn)samples.Workspace.Contacts.Find(Role.Department)!;
        var after = (TextColumn)result.Workspace.Contacts.Find(Role.Department)!;
        var picklist = samples.Workspace.Picklists[Role.Department].ToHashSet(StringComparer.Ordinal);
        var filled = 0;
        for (var row = 0; row < before.Length; row++)
        {
            if (before[row] is { } held) Assert.Equal(held, after[row]);
            else if (after[row] is { } written) Assert.True(picklist.Contains(written) && ++filled > 0);
        }

        Assert.Equal((filled, filled), (result.DepartmentsFilled, result.Changes.Single().Cells.Length));
        var undone = result.Changes.Single().Undo(result.Workspace.Contacts.Table);
        Assert.Equal(samples.Workspace.Contacts.Table.ToCsv(), undone.ToCsv());
    }

    private static int Contacts(string title) => Truth.Titles.Single(t => t.Title == title).Contacts;
}
