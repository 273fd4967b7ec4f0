using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Standardize;

/// <summary>The misspelt values of the samples are recovered. Authority: <c>truth/variants.csv</c>.</summary>
public sealed class PicklistRecoveryTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    private static readonly string Decisions = Path.Combine(SampleFiles.Folder, "decisions", "picklists.yaml");
    private static readonly string Memory = Path.Combine(SampleFiles.Folder, "decisions", "values.csv");

    private static (string Table, string Field, string Written, string Meant, int Records)[] Planted =>
        [.. SampleFiles.Read("truth/variants.csv").Rows.Select(v => (v["file"].Replace(".csv", string.Empty, StringComparison.Ordinal), v["column"], v["written"], v["meant"], int.Parse(v["records"], System.Globalization.CultureInfo.InvariantCulture)))];

    [Fact]
    public void Without_decisions_every_planted_value_is_proposed_with_its_target_and_nothing_else()
    {
        var found = PicklistStandardization.Propose(samples.Workspace).Values.Where(p => p.Status != PicklistStatus.Canonical)
            .Select(p => (p.Table, p.Field, p.Value, p.Target!, p.Records)).ToHashSet();
        Assert.Equal(Planted.ToHashSet(), found);
    }

    [Fact]
    public void ARR_behind_each_value_is_what_its_accounts_pay()
    {
        var found = PicklistStandardization.Propose(samples.Workspace).Values.Where(p => p.Table == "accounts").ToLookup(p => (p.Field, p.Value), p => p.Arr);
        foreach (var variant in SampleFiles.Read("truth/variants.csv").Rows.Where(v => v["arr"].Length > 0))
            Assert.Equal(double.Parse(variant["arr"], System.Globalization.CultureInfo.InvariantCulture), found[(variant["column"], variant["written"])].Single()!.Value, 2);
    }

    [Fact]
    public void With_the_samples_decisions_every_field_holds_values_of_its_list_only()
    {
        var result = PicklistStandardization.Apply(samples.Workspace, PicklistDecisions.Load(Decisions));
        foreach (var (role, list) in samples.Workspace.Picklists)
        {
            foreach (var export in new[] { EntityKind.Accounts, EntityKind.Contacts }.Select(result.Workspace.Find).OfType<Export>().Where(e => e.Find(role) is not null))
                Assert.Empty(SampleWorkspace.Values(export.Table, export.Find(role)!.Name).Except(list));
        }

        Assert.Equal(Planted.Sum(p => p.Records), result.Changes.Sum(c => c.Cells.Length));
        Assert.Empty(Enumerable.Range(0, result.Proposals.Waiting.RowCount));
    }

    [Fact]
    public void A_second_run_changes_nothing_and_undoing_the_first_gives_the_export_back()
    {
        var result = PicklistStandardization.Apply(samples.Workspace, PicklistDecisions.Load(Decisions));
        Assert.Empty(PicklistStandardization.Apply(result.Workspace, PicklistDecisions.Load(Decisions)).Changes);
        var accounts = result.Changes.Single(c => c.Table == samples.Workspace.Accounts.Table.Name).Undo(result.Workspace.Accounts.Table);
        Assert.Equal(samples.Workspace.Accounts.Table.ToCsv(), accounts.ToCsv());
    }

    [Fact]
    public void The_memory_of_the_samples_lacks_four_values()
    {
        var proposals = PicklistStandardization.Propose(samples.Workspace, PicklistDecisions.Load(Decisions), lastRun: SeenValues.Load(Memory));
        Assert.Equal(["Contruction", "Eductaion", "Enterprize", "Opertions"], proposals.Values.Where(p => p.IsUnseen == true).Select(p => p.Value).Order(StringComparer.Ordinal));
        Assert.Equal(4, proposals.Unseen.RowCount);
    }

    [Fact]
    public void Drafted_decisions_approve_what_waits_and_load_back()
    {
        var draft = PicklistDecisions.Read(PicklistStandardization.Propose(samples.Workspace).Draft(), "picklists.yaml");
        Assert.Equal(0, PicklistStandardization.Propose(samples.Workspace, draft).Waiting.RowCount);
    }
}
