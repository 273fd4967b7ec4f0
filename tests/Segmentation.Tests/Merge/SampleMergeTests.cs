using Segmentation.Load;
using Segmentation.Merge;
using Segmentation.Tables;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Merge;

/// <summary>The samples merged by the entities that are true. Authority: <c>truth/</c>.</summary>
public sealed class SampleMergeTests(SampleMerge samples) : IClassFixture<SampleMerge>
{
    private Workspace Before => samples.Before;

    private MergeResult Done => samples.Done;

    [Fact]
    public void One_record_an_entity_stays()
    {
        // 2,000 records with 66 duplicates; 12,000 with 480: the codebook.
        var accounts = SampleFiles.Planted("accounts/rows") - SampleFiles.PlantedBelow("accounts/duplicates").Values.Sum();
        var contacts = SampleFiles.Planted("contacts/rows") - SampleFiles.PlantedBelow("contacts/duplicates").Values.Sum();
        Assert.Equal((1934, 11520), (accounts, contacts));
        Assert.Equal(accounts, Done.Workspace.Accounts.Table.RowCount);
        Assert.Equal(contacts, Done.Workspace.Contacts.Table.RowCount);
        Assert.Equal(accounts, MergeWorkspace.Values(Done.Workspace.Accounts.Table, "entity_id").Distinct().Count());
        Assert.Equal(contacts, MergeWorkspace.Values(Done.Workspace.Contacts.Table, "entity_id").Distinct().Count());
    }

    [Fact]
    public void Contacts_of_duplicates_belong_to_the_record_that_stays()
    {
        var survivors = samples.Survivors;
        var before = SampleFiles.Read("contacts.csv").Rows.ToDictionary(r => r["Record ID - Contact"], r => r["Salesforce Account ID"]);
        var contacts = Done.Workspace.Contacts;
        var (ids, accounts) = (MergeWorkspace.Values(contacts.Table, "Record ID - Contact"), MergeWorkspace.Values(contacts.Table, "Salesforce Account ID"));
        var there = MergeWorkspace.Values(Done.Workspace.Accounts.Table, "Account ID").ToHashSet();
        var merged = SampleFiles.Read("truth/contacts-entities.csv").Rows.GroupBy(r => r["entity_id"]).Where(g => g.Key.Length > 0 && g.Count() > 1).SelectMany(g => g.Select(r => r["contact_id"])).ToHashSet();
        for (var row = 0; row < ids.Length; row++)
        {
            Assert.False(accounts[row] is { } account && survivors.TryGetValue(account, out var survivor) && survivor != account, $"contact {ids[row]} points at a record that went");
            if (merged.Contains(ids[row]!)) continue;
            var was = before[ids[row]!];
            Assert.Equal(was.Length == 0 ? null : survivors.GetValueOrDefault(was, was), accounts[row]);
        }

        // The planted dangling references stay as they were; nothing else leads nowhere.
        var dangling = accounts.Count(a => a is not null && !there.Contains(a));
        Assert.InRange(dangling, 1, SampleFiles.Planted("contacts/orphans/dangling-rescuable") + SampleFiles.Planted("contacts/orphans/dangling-stranger"));
    }

    [Fact]
    public void ARR_is_the_same_before_and_after()
    {
        Assert.Equal(Total(Before.AccountArr!), Total(Done.Workspace.AccountArr!), 0.005);
        Assert.Equal(
            SampleFiles.Planted("arr/active-arr-cents"),
            Enumerable.Range(0, Done.Arr.RowCount).Where(r => Done.Arr.Text("period")[r] == "2026-06-01").Sum(r => Done.Arr.Number("after")[r]!.Value * 100),
            0.5);
        Assert.All(Enumerable.Range(0, Done.Arr.RowCount), r => Assert.Equal(Done.Arr.Number("before")[r]!.Value, Done.Arr.Number("after")[r]!.Value, 0.005));

        static double Total(NumberColumn arr) => Enumerable.Range(0, arr.Length).Sum(r => arr[r] ?? 0);
    }

    [Fact]
    public void Every_id_leads_to_a_record_of_the_same_entity()
    {
        var accounts = MergeWorkspace.Values(Done.Workspace.Accounts.Table, "Account ID").Zip(MergeWorkspace.Values(Done.Workspace.Accounts.Table, "entity_id")).ToDictionary(p => p.First!, p => p.Second);
        var truth = SampleFiles.Read("truth/accounts-entities.csv").Rows;
        Assert.Equal(truth.Count, samples.Survivors.Count(s => truth.Any(r => r["account_id"] == s.Key)));
        Assert.All(truth, r => Assert.Equal(SampleMerge.EntityOf(r, "account_id"), accounts[samples.Survivors[r["account_id"]]]));
    }

    [Fact]
    public void Who_opted_out_or_bounced_on_one_record_has_on_the_record_that_stays()
    {
        var rows = SampleFiles.Read("contacts.csv").Rows.ToDictionary(r => r["Record ID - Contact"]);
        var after = Done.Workspace.Contacts.Table;
        var entities = MergeWorkspace.Values(after, "entity_id");
        var truth = SampleFiles.Read("truth/contacts-entities.csv").Rows.ToLookup(r => SampleMerge.EntityOf(r, "contact_id"), r => rows[r["contact_id"]]);
        Assert.All(Enumerable.Range(0, after.RowCount), row =>
        {
            Assert.Equal(truth[entities[row]!].Any(r => r["Unsubscribed from all email"] == "TRUE"), after.Boolean("Unsubscribed from all email")[row] == true);
            Assert.Equal(truth[entities[row]!].Any(r => r["Email hard bounce reason"].Length > 0), !after["Email hard bounce reason"].IsNull(row));
        });
    }

    [Fact]
    public void Undone_the_tables_are_as_they_were()
    {
        var undone = Done.Undo();
        foreach (var (was, now) in Before.Exports.Zip(undone.Exports)) MergeWorkspace.AssertSame(was.Table, now.Table);
        Assert.Equal(Before.AccountArr!.Values.ToArray(), undone.AccountArr!.Values.ToArray());
    }

    [Fact]
    public void A_conflict_is_a_field_in_which_records_disagree_and_never_their_id()
    {
        var conflicts = Done.Plan.Conflicts;
        Assert.NotEqual(0, conflicts.RowCount);
        Assert.Equal(0, conflicts["values dropped"].NullCount);
        Assert.DoesNotContain(MergeWorkspace.Values(conflicts, "field"), f => f is "Account ID" or "Record ID - Contact");
    }

    [Fact]
    public void Calls_hold_as_many_records_as_the_systems_merge()
    {
        // 58 accounts have duplicates, 8 of them two: three records fit one call of Salesforce. HubSpot merges pairs: one call a duplicate.
        var calls = Done.Plan.Batches;
        Assert.Equal(58, Enumerable.Range(0, calls.RowCount).Count(r => calls.Text("system")[r] == "Salesforce"));
        Assert.Equal(480, Enumerable.Range(0, calls.RowCount).Count(r => calls.Text("system")[r] == "HubSpot"));
    }

    [Fact]
    public void The_rules_beside_the_samples_are_the_defaults_written_out()
    {
        var path = Path.Combine(SampleFiles.Folder, "decisions", "survivorship.yaml");
        Assert.Equal(SurvivorshipRules.Default.Write(), File.ReadAllText(path));
    }
}
