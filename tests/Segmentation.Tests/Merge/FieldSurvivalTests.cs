using Segmentation.Load;
using Segmentation.Merge;
using Segmentation.Tables;
using Segmentation.Tests.Audit;

namespace Segmentation.Tests.Merge;

/// <summary>One group of three contacts, from the most recent to the oldest: C3 (2026), C1 (2025), C2 (2024). C3 is the master. Expected values by the rules' own words.</summary>
public sealed class FieldSurvivalTests
{
    [Theory]
    [InlineData("most_recent", "a", "b", null, "a")]
    [InlineData("most_recent", "a", "b", "c", "c")]
    [InlineData("most_recent", null, null, null, null)]
    [InlineData("most_recent", "a", null, " ", "a")]
    [InlineData("fill_blanks", "a", "b", "c", "c")]
    [InlineData("fill_blanks", "a", "b", null, "a")]
    [InlineData("most_frequent", "a", "a", "c", "a")]
    [InlineData("most_frequent", "a", "b", "c", "c")]
    [InlineData("longest", "aaa", "b", "cc", "aaa")]
    [InlineData("longest", "aa", "bb", "c", "aa")]
    [InlineData("union", "a; b", "B;d", "c", "c; a; b; d")]
    [InlineData("union", "a", "A", null, "a")]
    [InlineData("never", "a", "b", "c", "c")]
    [InlineData("never", "a", "b", null, null)]
    public void A_rule_keeps_what_its_name_says(string rule, string? c1, string? c2, string? c3, string? kept) =>
        Assert.Equal(kept, Merged($"columns: {{Field: {rule}}}", Column.Of("Field", [c1, c2, c3])));

    [Theory]
    [InlineData(1.1, 2.2, null, "3.3")]
    [InlineData(0.1, 0.2, 0.3, "0.6")]
    [InlineData(null, null, null, null)]
    [InlineData(null, 5.0, null, "5")]
    [InlineData(-5.0, 5.0, 0.0, "0")]
    [InlineData(1e300, 1e300, null, "2E+300")]
    public void Amounts_are_added_up_to_the_cent(double? c1, double? c2, double? c3, string? kept) =>
        Assert.Equal(kept, Merged("columns: {Field: sum}", Column.Of("Field", [c1, c2, c3])));

    [Theory]
    [InlineData(true, false, false, "true")]
    [InlineData(false, true, null, "true")]
    [InlineData(false, false, null, "false")]
    [InlineData(null, null, null, null)]
    public void Who_opted_out_once_has_opted_out(bool? c1, bool? c2, bool? c3, string? kept) =>
        Assert.Equal(kept, Merged(string.Empty, Column.Of(nameof(Role.OptOut), [c1, c2, c3]), nameof(Role.OptOut)));

    [Theory]
    [InlineData("Mailbox full", "No", "valid", "Mailbox full")]
    [InlineData("Mailbox full", "Unknown user", "false", "Mailbox full")]
    [InlineData(null, "0", "not bounced", "not bounced")]
    public void A_reason_for_a_bounce_wins_over_a_word_that_says_none(string? c1, string? c2, string? c3, string? kept) =>
        Assert.Equal(kept, Merged(string.Empty, Column.Of(nameof(Role.Bounced), [c1, c2, c3]), nameof(Role.Bounced)));

    [Theory]
    [InlineData("2020-01-01", "2019-01-01", "2021-01-01", "2019-01-01")]
    [InlineData("2030-01-01", "2019-05-01", null, "2019-05-01")]
    [InlineData("2031-01-01", "2030-01-01", null, "2030-01-01")]
    public void The_earliest_creation_stays_unless_nothing_possible_is_left(string? c1, string? c2, string? c3, string kept) =>
        Assert.Equal(kept, Merged(string.Empty, MergeWorkspace.Dates(Role.CreatedDate, c1, c2, c3), nameof(Role.CreatedDate)));

    [Fact]
    public void The_most_trusted_source_wins_and_what_is_not_listed_comes_after()
    {
        const string rule = "columns: {Field: {rule: source_priority, source: lead_source, order: [CRM, Form]}}";
        Assert.Equal("b", Merged(rule, Column.Of("Field", ["a", "b", "c"]), "Field", "Form", " crm", "List"));
        Assert.Equal("a", Merged(rule, Column.Of("Field", ["a", null, "c"]), "Field", "Form", "CRM", "List"));
        Assert.Equal("c", Merged(rule, Column.Of("Field", ["a", "b", "c"]), "Field", "x", null, "y"));
    }

    [Theory]
    [InlineData("sum")]
    [InlineData("oldest")]
    [InlineData("{rule: source_priority, source: Nowhere, order: [a]}")]
    public void A_rule_that_does_not_fit_the_column_is_said_and_the_other_rule_decides(string rule)
    {
        var plan = Plan($"columns: {{Field: {rule}}}", Column.Of("Field", ["a", "b", "c"]));
        Assert.Equal("merge-rule-not-applied", Assert.Single(plan.Findings.Items).Check);
        Assert.Equal("c", Assert.Single(MergeWorkspace.Values(plan.Apply().Workspace.Contacts.Table, "Field")));
    }

    [Fact]
    public void A_rule_for_a_column_that_is_nowhere_is_said() =>
        Assert.Contains("'Feild'", Assert.Single(Plan("columns: {Feild: longest}", Column.Of("Field", ["a", "b", "c"])).Findings.Items).Message, StringComparison.Ordinal);

    [Fact]
    public void The_plan_names_the_record_and_the_rule_of_every_cell_and_what_is_dropped()
    {
        var table = Plan(string.Empty, Column.Of("Field", ["a", "b", null])).ToTable();

        // Four columns of one merged record.
        Assert.Equal("ContactId, LastActivityDate, LeadSource, Field", Line("field"));
        Assert.Equal("C3, C3, -, C1", Line("from record"));
        Assert.Equal("never, most_recent, most_recent, most_recent", Line("rule"));
        Assert.Equal("C1 (C1); C2 (C2), 2025-01-01 (C1); 2024-01-01 (C2), -, b (C2)", Line("values dropped"));
        Assert.True(table["value kept"].IsPersonal && table["values dropped"].IsPersonal);

        string Line(string column) => string.Join(", ", MergeWorkspace.Values(table, column).Select(v => v ?? "-"));
    }

    [Fact]
    public void The_change_says_where_the_value_comes_from()
    {
        var change = Assert.Single(Plan(string.Empty, Column.Of("Field", ["a", "b", null])).Apply().Changes);
        Assert.Equal(new CellChange(2, "C3", "Field", null, "a", "most recent: from C1"), Assert.Single(change.Cells));
        Assert.Equal("0, 1", string.Join(", ", change.RemovedRows));
        Assert.Equal("entity_id", Assert.Single(change.AddedColumns));
    }

    private static string? Merged(string rules, Column field, string name = "Field", params string?[] sources) =>
        Assert.Single(MergeWorkspace.Values(Plan(rules, field, sources).Apply().Workspace.Contacts.Table, name));

    private static MergePlan Plan(string rules, Column field, params string?[] sources)
    {
        var contacts = RecordsWorkspace.Contacts(
            RecordsWorkspace.Texts(Role.ContactId, "C1", "C2", "C3"),
            MergeWorkspace.Dates(Role.LastActivityDate, "2025-01-01", "2024-01-01", "2026-01-01"),
            RecordsWorkspace.Texts(Role.LeadSource, sources.Length == 0 ? [null, null, null] : sources),
            field);
        var workspace = MergeWorkspace.Of(contacts);
        return MergePlan.Of(workspace, null, MergeWorkspace.Entities(contacts, "P", "P", "P"), SurvivorshipRulesTests.Read(rules));
    }
}
