using Segmentation.Audit;
using Segmentation.Clean;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Tests.Load;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Clean;

public sealed class BeforeAfterTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    [Fact]
    public void The_samples_against_themselves_change_in_nothing()
    {
        var same = BeforeAfter.Of(samples.Workspace, samples.Workspace);
        Assert.All(same.Figures, f => Assert.Equal(f.Before, f.After));
        Assert.DoesNotContain(same.Figures, f => f.Verdict is QualityVerdict.NowMet or QualityVerdict.NoLongerMet);
        Assert.Equal(same.Before.Findings.Items.Count(f => f.Severity == Severity.Critical), same.Figures.Single(f => f.Section == "findings" && f.Figure == "critical").After!.Records);
    }

    [Fact]
    public void Every_section_with_a_quality_figure_is_there()
    {
        var figures = BeforeAfter.Of(samples.Workspace, samples.Workspace).Figures;
        Assert.Equal(["records", "completeness", "readiness", "duplicates", "orphans", "variants", "existing segments", "freshness", "validity", "findings"], figures.Select(f => f.Section).Distinct());
        Assert.Equal(figures.Length, figures.Select(f => (f.Section, f.Table, f.Figure)).Distinct().Count());
    }

    [Fact]
    public void A_field_that_is_filled_meets_its_target_now()
    {
        // 10 accounts, 7 with an industry: 70% is below the playbook's 80%; filled, it is 100%.
        var raw = Accounts([.. Enumerable.Range(0, 10).Select(i => i < 7 ? "Retail" : null)]);
        var clean = raw.With(raw.Accounts, raw.Accounts.Table.With(Column.Of("Industry", Enumerable.Repeat("Retail", 10))));
        var figure = BeforeAfter.Of(raw, clean).Figures.Single(f => f is { Section: "completeness", Figure: "industry: valid" });
        Assert.Equal((0.7, 1.0, 0.8, "at least", QualityVerdict.NowMet), (figure.Before!.Share!.Value, figure.After!.Share!.Value, figure.Limit!.Value, figure.Rule, figure.Verdict));
        Assert.Equal(0.3, figure.Change!.Value, 12);
        Assert.Equal((7, 10), (figure.Before.Records, figure.After.Records));
    }

    [Fact]
    public void A_field_that_was_emptied_is_no_longer_met_and_still_fails()
    {
        var raw = Accounts([.. Enumerable.Repeat("Retail", 10)]);
        var clean = raw.With(raw.Accounts, raw.Accounts.Table.With(Column.Of("Industry", new string?[10])));
        var result = BeforeAfter.Of(raw, clean);
        Assert.Contains(result.StillFailing, f => f is { Figure: "industry: valid", Verdict: QualityVerdict.NoLongerMet });
        Assert.Contains(Enumerable.Range(0, result.StillFailingTable.RowCount), r => result.StillFailingTable["verdict"].Raw(r) == "no longer met");
    }

    [Fact]
    public void Duplicates_that_are_merged_fall_below_the_limit()
    {
        // Of 10 accounts the last 2 repeat the first: 20% surplus against a limit of 2%.
        var raw = Accounts([.. Enumerable.Repeat("Retail", 10)], names: [.. Enumerable.Range(0, 8).Select(i => $"Name {(char)('a' + i)}"), "Name a", "Name b"]);
        var clean = raw.With(raw.Accounts, raw.Accounts.Table.Head(8));
        var figure = BeforeAfter.Of(raw, clean).Figures.Single(f => f is { Section: "duplicates", Figure: "surplus records" });
        Assert.Equal((0.2, 0.0, 2, 0, QualityVerdict.NowMet), (figure.Before!.Share!.Value, figure.After!.Share!.Value, figure.Before.Records!.Value, figure.After.Records!.Value, figure.Verdict));
    }

    [Fact]
    public void A_figure_that_only_one_of_the_audits_took_is_listed_without_a_change()
    {
        var raw = Accounts([.. Enumerable.Repeat("Retail", 10)]);
        var clean = raw.With(raw.Accounts, raw.Accounts.Table.With(Column.Of("Region", Enumerable.Repeat("North", 10))), (Role.Region, "Region"));
        var figure = BeforeAfter.Of(raw, clean).Figures.Single(f => f.Figure == "Region: distinct values");
        Assert.Equal((null, 1, null), (figure.Before, figure.After!.Records, figure.Change));
    }

    [Fact]
    public void What_is_counted_in_the_summary_is_what_the_rows_say()
    {
        var result = BeforeAfter.Of(samples.Workspace, samples.Workspace);
        Assert.Equal(result.Limited, result.MetAfter + result.StillFailing.Count());
        Assert.Equal(result.Figures.Length, result.ToTable().RowCount);
        Assert.StartsWith($"{result.MetBefore} limits were met before the clean-up and {result.MetAfter} of {result.Limited} are met after it", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workspace_without_accounts_or_contacts_has_figures_too()
    {
        var other = InMemory.Open(InMemory.File("x.csv", "a, b", "1, 2"));
        Assert.Contains(BeforeAfter.Of(other, other).Figures, f => f is { Section: "records", Table: "accounts", After.Records: 0 });
    }

    internal static Workspace Accounts(string?[] industries, string[]? names = null) => InMemory.Open(InMemory.Of(
        "accounts.csv",
        Column.Of("Account ID", Enumerable.Range(0, industries.Length).Select(i => $"a{i}")),
        Column.Of("Account Name", names ?? [.. Enumerable.Range(0, industries.Length).Select(i => $"Name {(char)('a' + i)}")]),
        Column.Of("Industry", industries),
        Column.Of("ARR", Enumerable.Range(1, industries.Length).Select(i => 100.0 * i))));
}
