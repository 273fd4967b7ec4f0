using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tables;
using Segmentation.Tests.Audit;

namespace Segmentation.Tests.Standardize;

public sealed class TitleStandardizationTests
{
    private static readonly string?[] Titles = ["CEO", "CFO", null, "Thing", "Account Executive", "CFO", "Thing"];
    private static readonly string?[] Departments = [null, null, "Sales", null, "Ops", "Legal", null];

    private static Workspace Contacts(params Column[] more) => RecordsWorkspace.Of(RecordsWorkspace.Contacts(
        [RecordsWorkspace.Texts(Role.ContactId, "1", "2", "3", "4", "5", "6", "7"), RecordsWorkspace.Texts(Role.AccountId, "A", "A", "A", "B", "B", "C", "B"), RecordsWorkspace.Texts(Role.Title, Titles), .. more]));

    [Fact]
    public void Level_and_department_become_columns_that_play_their_roles()
    {
        var after = TitleStandardization.Apply(Contacts()).Workspace.Contacts;
        Assert.Equal(["C-Level", "C-Level", null, "Unknown", "IC", "C-Level", "Unknown"], Values(after.Find(Role.Level)!));
        Assert.Equal(["Executive", "Finance", null, null, "Sales", "Finance", null], Values(after.Find(Role.Department)!));
        Assert.Equal(["officer by initials", "officer by initials", null, "no rule", "manager of work", "officer by initials", "no rule"], Values(after.Table["level_rule"]));
        Assert.Equal(["0.95", "0.95", null, "0", "0.8", "0.95", "0"], Values(after.Table["level_confidence"]));
        Assert.Equal(["0.8", "0.95", null, null, "0.95", "0.95", null], Values(after.Table["department_confidence"]));
    }

    [Fact]
    public void A_department_of_the_CRM_stays_unless_the_option_says_otherwise()
    {
        var workspace = Contacts(RecordsWorkspace.Texts(Role.Department, Departments));
        var result = TitleStandardization.Apply(workspace);
        Assert.Equal(["Executive", "Finance", "Sales", null, "Ops", "Legal", null], Values(result.Workspace.Contacts.Find(Role.Department)!));
        Assert.Equal(2, result.DepartmentsFilled);
        Assert.Equal([new CellChange(0, "1", "Department", null, "Executive", "job title \"CEO\", rule 'department executive'"), new CellChange(1, "2", "Department", null, "Finance", "job title \"CFO\", rule 'department finance officer'")], result.Changes.Single().Cells.AsEnumerable());
        var replaced = TitleStandardization.Apply(workspace, options: TitleOptions.Default with { ReplacesDepartments = true });
        Assert.Equal(["Executive", "Finance", "Sales", null, "Sales", "Finance", null], Values(replaced.Workspace.Contacts.Find(Role.Department)!));
    }

    [Fact]
    public void A_department_outside_the_picklist_is_not_written_unless_a_person_says_what_for()
    {
        var workspace = Contacts() with { Picklists = ImmutableSortedDictionary<Role, ImmutableArray<string>>.Empty.Add(Role.Department, ["Accounting", "Sales"]) };
        Assert.Equal([null, "Accounting", null, null, "Sales", "Accounting", null], Values(TitleStandardization.Apply(workspace).Workspace.Contacts.Find(Role.Department)!));
        var rules = TitleRules.Default with { Departments = TitleRules.Default.Departments.Add("executive", "Board") };
        Assert.Equal("Board", Values(TitleStandardization.Apply(workspace, rules).Workspace.Contacts.Find(Role.Department)!)[0]);
    }

    [Fact]
    public void Each_distinct_title_is_classified_once_and_its_contacts_and_accounts_are_counted()
    {
        var result = TitleStandardization.Apply(Contacts());
        Assert.Equal([("CFO", 2, 2), ("Thing", 2, 1), ("Account Executive", 1, 1), ("CEO", 1, 1)], result.Titles.Select(t => (t.Classification.Title, t.Contacts, t.Accounts!.Value)));
        Assert.Equal(["C-Level", "VP", "Director", "Manager", "IC", "Unknown", "no title"], Values(result.ToTable()["level"]));
        Assert.Equal(["3", "0", "0", "0", "1", "2", "1"], Values(result.ToTable()["contacts"]));
        Assert.Equal(["Thing", "2", "1", "no rule", "no word of the title is in a rule"], result.Unresolved.Columns.Select(c => c.Raw(0)));
    }

    [Fact]
    public void Applying_twice_changes_nothing_more()
    {
        var once = TitleStandardization.Apply(Contacts(RecordsWorkspace.Texts(Role.Department, Departments)));
        var twice = TitleStandardization.Apply(once.Workspace);
        Assert.Equal(once.Workspace.Contacts.Table.ToCsv(), twice.Workspace.Contacts.Table.ToCsv());
        Assert.Empty(twice.Changes.Single().Cells);
        Assert.Equal(once.Workspace.Contacts.Roles.AsEnumerable(), twice.Workspace.Contacts.Roles);
    }

    [Fact]
    public void A_level_that_the_CRM_brought_stays()
    {
        var workspace = Contacts(Column.Of("Level", Titles.Select(_ => "theirs")));
        var once = TitleStandardization.Apply(workspace).Workspace;
        Assert.Equal("theirs", once.Contacts.Table["Level"].Raw(0));
        Assert.Equal("C-Level", once.Contacts.Find(Role.Level)!.Raw(0));
        Assert.Equal(once.Contacts.Table.ToCsv(), TitleStandardization.Apply(once).Workspace.Contacts.Table.ToCsv());
    }

    [Fact]
    public void Without_contacts_or_titles_nothing_changes()
    {
        var none = RecordsWorkspace.Of(RecordsWorkspace.Accounts(RecordsWorkspace.Texts(Role.AccountId, "A")));
        Assert.Same(none, TitleStandardization.Apply(none).Workspace);
        var untitled = RecordsWorkspace.Of(RecordsWorkspace.Contacts(RecordsWorkspace.Texts(Role.ContactId, "1")));
        Assert.Equal("1", TitleStandardization.Apply(untitled).ToTable().Number("contacts").Raw(6));
        var empty = RecordsWorkspace.Of(RecordsWorkspace.Contacts(RecordsWorkspace.Texts(Role.ContactId), RecordsWorkspace.Texts(Role.Title)));
        Assert.Equal(0, TitleStandardization.Apply(empty).Contacts);
        var blank = RecordsWorkspace.Of(RecordsWorkspace.Contacts(RecordsWorkspace.Texts(Role.Title, null, null)));
        Assert.Equal(2, TitleStandardization.Apply(blank).WithoutTitle);
    }

    internal static List<string?> Values(Column column) => [.. Enumerable.Range(0, column.Length).Select(r => column.IsNull(r) ? null : column.Raw(r))];
}
