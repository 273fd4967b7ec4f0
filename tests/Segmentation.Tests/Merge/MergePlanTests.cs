using Segmentation.Load;
using Segmentation.Merge;
using Segmentation.Tables;
using static Segmentation.Tests.Audit.RecordsWorkspace;
using static Segmentation.Tests.Merge.MergeWorkspace;

namespace Segmentation.Tests.Merge;

/// <summary>Merges of a few records written out by hand.</summary>
public sealed class MergePlanTests
{
    [Theory]
    [InlineData("active arr", 0, 5, "2025-01-01", "2026-01-01", "x", "x", "2020-01-01", "2019-01-01", "A2")]
    [InlineData("recent activity", 5, 7, "2026-01-01", "2025-01-01", null, "x", "2020-01-01", "2019-01-01", "A1")]
    [InlineData("recent activity", 5, 7, "2026-02-01", "2025-01-01", null, "x", "2020-01-01", "2019-01-01", "A2")]
    [InlineData("most complete", 5, 7, "2026-01-01", "2026-01-01", null, "x", "2020-01-01", "2021-01-01", "A2")]
    [InlineData("oldest", 5, 7, "2026-01-01", "2026-01-01", "x", "y", "2020-01-01", "2019-01-01", "A2")]
    [InlineData("smallest id", 5, 7, null, null, "x", "y", null, null, "A1")]
    public void The_first_rule_that_decides_names_the_master(string decidedBy, double arr1, double arr2, string? active1, string? active2, string? name1, string? name2, string? created1, string? created2, string master)
    {
        // The workspace looks back from 31 January 2026: 1 February is in the future and counts as missing.
        var accounts = Accounts(
            Texts(Role.AccountId, "A1", "A2"), Numbers(Role.Arr, arr1, arr2), Dates(Role.LastActivityDate, active1, active2), Texts(Role.AccountName, name1, name2), Dates(Role.CreatedDate, created1, created2));
        var preview = Plan(accounts, "E", "E").Preview;
        Assert.Equal((master, decidedBy), (preview.Text("master")[0], preview.Text("decided by")[0]));
        Assert.Equal((arr1 + arr2, arr1 + arr2), (preview.Number("ARR before")[0], preview.Number("ARR after")[0]));
    }

    [Theory]
    [InlineData("A10", "A9", "A9")]
    [InlineData("B", "A", "A")]
    public void The_smallest_id_is_the_shortest_then_the_first_by_ordinal(string first, string second, string master) =>
        Assert.Equal(master, Line(Plan(Accounts(Texts(Role.AccountId, first, second)), "E", "E").Preview, "master"));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_record_with_an_id_comes_before_a_more_recent_one_without(string? none)
    {
        var preview = Plan(Accounts(Texts(Role.AccountId, none, "Z"), Dates(Role.LastActivityDate, "2026-01-01", null)), "E", "E").Preview;
        Assert.Equal(("Z", "has an id", "row 1"), (Line(preview, "master"), Line(preview, "decided by"), Line(preview, "merged into it")));
    }

    [Fact]
    public void References_of_every_export_point_at_the_record_that_stays()
    {
        var accounts = Accounts(Texts(Role.AccountId, " A1 ", "A2", "A3", "A4"), Numbers(Role.Arr, 10, 0, 3, 4), Texts(Role.ParentAccountId, null, "A4", "A2", "A4"));
        var contacts = Contacts(Texts(Role.ContactId, "C1", "C2"), Texts(Role.AccountId, "A2", "A9"));
        var history = Export(EntityKind.ArrHistory, Texts(Role.AccountId, " A2", "A1", null), Dates(Role.Period, "2026-01-01", "2026-01-01", "2026-01-01"), Numbers(Role.Arr, 1, 2, 4));
        var usage = Export(EntityKind.Engagement, Texts(Role.ContactId, "C1", "C2"), Texts(Role.AccountId, "A1", "A2"));
        var users = Export(EntityKind.Users, Texts(Role.UserId, "A2"));
        var workspace = MergeWorkspace.Of(accounts, contacts, history, usage, users);
        var done = MergePlan.Of(workspace, Entities(accounts, "E1", "E1", "E3", "E4"), Entities(contacts, "P", "P")).Apply();

        Assert.Equal(" A1 ,A3,A4", Line(done.Workspace.Accounts.Table, "AccountId"));
        Assert.Equal("A4,A1,A4", Line(done.Workspace.Accounts.Table, "ParentAccountId"));
        Assert.Equal("A1", Line(done.Workspace.Contacts.Table, "AccountId"));
        Assert.Equal("A1,A1,", Line(done.Workspace.Exports[2].Table, "AccountId"));
        Assert.Equal("C1,C1", Line(done.Workspace.Exports[3].Table, "ContactId"));
        Assert.Equal("A1,A1", Line(done.Workspace.Exports[3].Table, "AccountId"));
        Assert.Same(users.Table, done.Workspace.Exports[4].Table);
        Assert.Contains(done.Findings.Items, f => f is { Check: "merge-same-period", Count: 2 });
        AssertSame(contacts.Table, done.Undo().Contacts.Table);
    }

    [Fact]
    public void An_account_that_exists_wins_over_a_newer_one_that_does_not()
    {
        var accounts = Accounts(Texts(Role.AccountId, "A1"));
        var contacts = Contacts(Texts(Role.ContactId, "C1", "C2"), Texts(Role.AccountId, "A1", "gone"), Dates(Role.LastActivityDate, "2020-01-01", "2025-01-01"));
        var done = MergePlan.Of(MergeWorkspace.Of(accounts, contacts), Entities(accounts, "E"), Entities(contacts, "P", "P")).Apply();
        Assert.Equal(("C2", "A1"), (Line(done.Workspace.Contacts.Table, "ContactId"), Line(done.Workspace.Contacts.Table, "AccountId")));
    }

    [Fact]
    public void A_parent_that_becomes_the_record_itself_is_taken_away_and_another_takes_its_place()
    {
        // A2 is the newer; its parent A1 is the same company, whose own parent is A3. A4 was its own parent before and is not merged.
        var accounts = Accounts(Texts(Role.AccountId, "A1", "A2", "A3", "A4"), Texts(Role.ParentAccountId, "A3", "A1", null, "A4"), Dates(Role.LastActivityDate, "2020-01-01", "2025-01-01", null, null));
        var done = Plan(accounts, "E", "E", "E3", "E4").Apply();
        Assert.Equal("A2,A3,A4", Line(done.Workspace.Accounts.Table, "AccountId"));
        Assert.Equal("A3,,A4", Line(done.Workspace.Accounts.Table, "ParentAccountId"));
        Assert.Equal(1, Assert.Single(done.Findings.Items, f => f.Check == "merge-own-parent").Count);
        AssertSame(accounts.Table, done.Undo().Accounts.Table);
    }

    [Fact]
    public void A_circle_of_parents_that_the_merge_closes_is_said()
    {
        var accounts = Accounts(Texts(Role.AccountId, "A1", "A2", "A3"), Texts(Role.ParentAccountId, "A3", null, "A2"));
        Assert.Equal(1, Assert.Single(Plan(accounts, "E", "E", "E3").Findings.Items, f => f.Check == "merge-parent-ring").Count);
        Assert.DoesNotContain(Plan(accounts, "E1", "E2", "E3").Findings.Items, f => f.Check == "merge-parent-ring");
    }

    [Fact]
    public void A_column_of_ids_that_plays_no_role_is_said()
    {
        var accounts = Accounts(Texts(Role.AccountId, "A1", "A2"));
        var contacts = Contacts(Texts(Role.ContactId, "C1", "C2", "C3"), Column.Of("Partner account", ["A2", "A1", null]), Column.Of("Notes", ["A2", "called", "A3?"]));
        var found = Assert.Single(MergePlan.Of(MergeWorkspace.Of(accounts, contacts), Entities(accounts, "E", "E"), null).Findings.Items, f => f.Subject == "contacts.csv");
        Assert.Equal(("merge-reference-without-role", 1), (found.Check, found.Count));
        Assert.Contains("'Partner account'", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_amount_on_two_records_is_added_up_and_said()
    {
        // 2 x 100 may be one contract: 100 at stake. 50 stands alone; two zeros mean nothing.
        var accounts = Accounts(Texts(Role.AccountId, "A1", "A2", "A3", "A4", "A5"), Numbers(Role.Arr, 100, 100, 50, 0, 0));
        var plan = Plan(accounts, "E", "E", "E", "F", "F");
        var found = Assert.Single(plan.Findings.Items, f => f.Check == "merge-same-arr");
        Assert.Equal((2, 100.0), (found.Count, found.ArrAtStake));
        Assert.Equal("250,0", Line(plan.Apply().Workspace.Accounts.Table, "Arr"));
    }

    [Fact]
    public void A_rule_that_would_lose_ARR_is_refused()
    {
        var accounts = Accounts(Texts(Role.AccountId, "A1", "A2"), Numbers(Role.Arr, 100, 40));
        var plan = MergePlan.Of(MergeWorkspace.Of(accounts), Entities(accounts, "E", "E"), null, SurvivorshipRulesTests.Read("roles: {arr: most_recent}"));
        Assert.Equal(
            "the merge is refused: ARR would not be the same before and after (column 'Arr' of accounts.csv); found 100.00 after, expected 140.00 as before. " +
            "Add the amounts up: write 'arr: sum' and 'mrr: sum' under 'roles' in survivorship.yaml, and no other rule for their columns.",
            Assert.Throws<MergeException>(plan.Apply).Message);
        Assert.Equal(100.0, plan.Preview.Number("ARR after")[0]);
    }

    [Theory]
    [InlineData("Salesforce", 5, "1 M A B | 2 M C D")]
    [InlineData("Salesforce", 4, "1 M A B | 2 M C -")]
    [InlineData("HubSpot", 3, "1 M A | 2 M B")]
    [InlineData(null, 3, "1 M A | 2 M B")]
    public void Calls_hold_as_many_records_as_the_system_merges_in_one(string? system, int records, string expected)
    {
        var accounts = Accounts(Texts(Role.AccountId, [.. new[] { "M", "A", "B", "C", "D" }.Take(records)]), Numbers(Role.Arr, [.. new double[] { 9, 0, 0, 0, 0 }.Take(records)])) with { System = system };
        var calls = Plan(accounts, [.. Enumerable.Repeat("E", records)]).Batches;
        Assert.Equal(expected, string.Join(" | ", Enumerable.Range(0, calls.RowCount).Select(r => string.Join(' ', calls.Columns.Where(c => c.Name is "call" or "master" || c.Name.StartsWith("merged", StringComparison.Ordinal)).Select(c => c.IsNull(r) ? "-" : c.Raw(r))))));
    }

    [Fact]
    public void A_record_without_id_is_merged_but_in_no_call()
    {
        var accounts = Accounts(Texts(Role.AccountId, null, "A2", "  "), Numbers(Role.Arr, 1, 2, 4));
        var plan = Plan(accounts, "E", "E", "E");
        Assert.Equal(0, plan.Batches.RowCount);
        Assert.Equal(2, Assert.Single(plan.Findings.Items, f => f.Check == "merge-accounts-without-id").Count);
        Assert.Equal(("A2", "7"), (Line(plan.Apply().Workspace.Accounts.Table, "AccountId"), Line(plan.Apply().Workspace.Accounts.Table, "Arr")));
    }

    [Fact]
    public void A_row_that_repeats_an_id_is_the_same_record_to_the_system()
    {
        var plan = Plan(Accounts(Texts(Role.AccountId, "A1", " A1"), Numbers(Role.Arr, 5, 5)), "E", "E");
        Assert.Equal(0, plan.Batches.RowCount);
        Assert.Equal(("A1", "A1"), (Line(plan.IdMap, "old id"), Line(plan.IdMap, "surviving id")));
        Assert.Equal("10", Line(plan.Apply().Workspace.Accounts.Table, "Arr"));
    }

    [Fact]
    public void A_group_whose_id_also_stands_in_another_entity_is_left_as_it_is()
    {
        var accounts = Accounts(Texts(Role.AccountId, "A1", "A2", "A1", "A4", "A5"));
        var plan = Plan(accounts, "E1", "E1", "E2", "E3", "E3");
        Assert.Equal(2, Assert.Single(plan.Findings.Items, f => f.Check == "merge-id-in-two-entities").Count);
        Assert.Equal("A1,A2,A1,A4", Line(plan.Apply().Workspace.Accounts.Table, "AccountId"));
        Assert.Equal(("A1,A2,A4,A4", ",E1,E3,E3"), (Line(plan.IdMap, "surviving id"), Line(plan.IdMap, "entity")));
    }

    [Fact]
    public void Without_any_date_the_plan_says_what_chose_the_masters()
    {
        var accounts = Accounts(Texts(Role.AccountId, "A1", "A2", "A3", "A4"), Texts(Role.Industry, "Retail", "Energy", null, "Retail"));
        var plan = Plan(accounts, "E", "E", "F", "F");
        Assert.Equal(
            "No record of 2 groups (of 2) has a date of activity or modification, so no value is the most recent: the master's comes first. What chose the master: most complete 1, smallest id 1.",
            Assert.Single(plan.Findings.Items).Message);
        Assert.Equal("Retail,Retail", Line(plan.Apply().Workspace.Accounts.Table, "Industry"));
    }

    [Fact]
    public void Records_that_are_the_same_in_everything_become_one()
    {
        var accounts = Accounts(Texts(Role.AccountId, null, null, null), Texts(Role.Industry, "Retail", "Retail", "Retail"));
        var done = Plan(accounts, "E", "E", "E").Apply();
        Assert.Equal("nothing: the records are the same", Line(done.Plan.Preview, "decided by"));
        Assert.Equal(1, done.Workspace.Accounts.Table.RowCount);
        Assert.Equal(0, done.IdMap.RowCount);
        AssertSame(accounts.Table, done.Undo().Accounts.Table);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_export_of_no_or_one_row_stays_as_it_is(int rows)
    {
        var accounts = Accounts(Texts(Role.AccountId, [.. new[] { "A1" }.Take(rows)]), Numbers(Role.Arr, [.. new[] { 5.0 }.Take(rows)]));
        var done = Plan(accounts, [.. new[] { "E" }.Take(rows)]).Apply();
        Assert.Equal(rows, done.Workspace.Accounts.Table.RowCount);
        Assert.Equal((0, 0, 0), (done.Plan.ToTable().RowCount, done.Plan.Preview.RowCount, done.Plan.Batches.RowCount));
        Assert.Equal("entity_id", Assert.Single(Assert.Single(done.Changes).AddedColumns));
        Assert.Empty(done.Findings.Items);
    }

    [Fact]
    public void Without_entities_nothing_happens()
    {
        var workspace = MergeWorkspace.Of(Accounts(Texts(Role.AccountId, "A1")));
        var done = MergePlan.Of(workspace, null, null).Apply();
        Assert.Empty(done.Changes);
        Assert.Same(workspace.Accounts.Table, done.Workspace.Accounts.Table);
        Assert.Equal(0, done.ToTable().RowCount);
    }

    [Fact]
    public void An_entity_column_that_is_there_is_renewed_and_one_of_numbers_is_left()
    {
        var accounts = Accounts(Texts(Role.AccountId, "A1"), Column.Of("Entity_ID", ["old"]));
        var done = Plan(accounts, "E").Apply();
        Assert.Equal("E", Line(done.Workspace.Accounts.Table, "entity_id"));
        AssertSame(accounts.Table, done.Undo().Accounts.Table);

        var numbers = Accounts(Texts(Role.AccountId, "A1"), Column.Of("entity_id", [7.0]));
        Assert.Equal(("7", "E"), (Line(Plan(numbers, "E").Apply().Workspace.Accounts.Table, "entity_id"), Line(Plan(numbers, "E").Apply().Workspace.Accounts.Table, "entity_id_2")));
    }

    [Fact]
    public void A_reference_that_cannot_hold_the_id_is_refused_with_the_lines_that_help()
    {
        var accounts = Accounts(Texts(Role.AccountId, "77", "A"), Numbers(Role.Arr, 0, 1));
        var contacts = Contacts(Texts(Role.ContactId, "C1"), Column.Of(nameof(Role.AccountId), [77.0]));
        Assert.Equal(
            "references in column 'AccountId' of contacts.csv cannot point at the records that stay; found the id 'A' for a column of type number, expected a column that holds any id. " +
            "Write in workspace.yaml:\nfiles:\n  contacts.csv:\n    columns:\n      AccountId: {type: text}",
            Assert.Throws<MergeException>(() => MergePlan.Of(MergeWorkspace.Of(accounts, contacts), Entities(accounts, "E", "E"), null)).Message);
    }

    [Fact]
    public void Entities_of_other_records_are_refused()
    {
        var accounts = Accounts(Texts(Role.AccountId, "A1", "A2"));
        var workspace = MergeWorkspace.Of(accounts, Contacts(Texts(Role.ContactId, "C1")));
        Assert.Equal("entities for 1 records", Assert.Throws<MergeException>(() => MergePlan.Of(workspace, Entities(accounts, "E"), null)).Found);
        Assert.Equal("'B' on row 2", Assert.Throws<MergeException>(() => MergePlan.Of(workspace, Entities(accounts, "E", "E") with { RecordIds = ["A1", "B"] }, null)).Found);
        Assert.Equal("entity 3 on row 1", Assert.Throws<MergeException>(() => MergePlan.Of(workspace, Entities(accounts, "E", "E") with { Entity = [3, 0] }, null)).Found);
        Assert.Throws<ArgumentException>(() => MergePlan.Of(workspace, null, Entities(accounts, "E", "E")));
    }

    [Fact]
    public void Personal_columns_stay_personal()
    {
        var contacts = Contacts(Texts(Role.ContactId, "C1", "C2"), Texts(Role.Email, "a@b.example", null).AsPersonal(), Texts(Role.FullName, "<b>Ann</b>", "=1+1").AsPersonal());
        var done = MergePlan.Of(MergeWorkspace.Of(contacts), null, Entities(contacts, "P", "P"), SurvivorshipRulesTests.Read("columns: {FullName: union}")).Apply();
        Assert.All(["Email", "FullName"], name => Assert.True(done.Workspace.Contacts.Table[name].IsPersonal));
        Assert.DoesNotContain("<b>", done.Plan.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", done.Plan.ToHtml(RenderOptions.Default with { Mask = true }) + done.Plan.Preview.ToHtml(RenderOptions.Default with { Mask = true }), StringComparison.Ordinal);
    }

    private static MergePlan Plan(Export accounts, params string[] entities) => MergePlan.Of(MergeWorkspace.Of(accounts), Entities(accounts, entities), null);

    private static string Line(Table table, string column) => string.Join(',', Values(table, column));
}
