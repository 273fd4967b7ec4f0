using Segmentation.Load;
using Segmentation.Match;

namespace Segmentation.Tests.Match;

public sealed class EntityMemoryTests
{
    private const string Header = "kind,record,entity,state\n";

    [Fact]
    public void A_file_that_does_not_exist_remembers_nothing() =>
        Assert.Empty(EntityMemory.Load(Path.Combine(Path.GetTempPath(), "no such folder", "entities.csv")).Rows);

    [Theory]
    [InlineData("")]
    [InlineData(Header)]
    [InlineData("\uFEFFkind,record,entity,state\r\n")]
    public void A_file_without_rows_remembers_nothing(string text) => Assert.Empty(EntityMemory.Read(text, "entities.csv").Rows);

    [Fact]
    public void Hostile_ids_come_back_unchanged_and_do_not_run_in_a_spreadsheet()
    {
        string[] ids = ["=1+1", "+2", "-3", "@x", "'q", "a,b", "a\"b", "a\nb", " a ", "0017", "é", "N/A"];
        var records = Pairs.Records(EntityKind.Contacts, ids);
        var memory = EntityMemory.Empty.After(EntityIds.Assign(Pairs.Cluster(Pairs.Of(records, Array.Empty<string>())), EntityMemory.Empty));
        var again = EntityMemory.Read(memory.Write(), "entities.csv");
        Assert.Equal(memory.Rows.AsEnumerable(), again.Rows.AsEnumerable());
        Assert.Equal(ids.Order(StringComparer.Ordinal), again.Rows.Select(r => r.Record));
        Assert.DoesNotContain(",=1", memory.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_over_one_kind_leaves_the_other_as_it_was()
    {
        var memory = EntityMemory.Read(Header + "contacts,1,C-1,present\naccounts,a,A-a,present\n", "entities.csv").After(EntityIdsTests.Assign("b"));
        Assert.Equal("accounts,a,A-a,gone\naccounts,b,A-b,present\ncontacts,1,C-1,present\n", memory.Write()[Header.Length..]);
    }

    [Theory]
    [InlineData("record,entity\n", "entities.csv, line 1, column 1: the first line is not the header of an entity memory; found 'record,entity', expected 'kind,record,entity,state'.")]
    [InlineData("kind;record;entity;state\n", "entities.csv, line 1, column 1: the first line is not the header of an entity memory; found 'kind;record;entity;state', expected 'kind,record,entity,state'.")]
    [InlineData(Header + "accounts,a,A-a\n", "entities.csv, line 2, column 1: a line has too many or too few values; found 3, expected 4: kind, record, entity, state.")]
    [InlineData(Header + "leads,a,A-a,present\n", "entities.csv, line 2, column 1: 'kind' names nothing that is matched; found 'leads', expected accounts or contacts.")]
    [InlineData(Header + "users,a,A-a,present\n", "entities.csv, line 2, column 1: 'kind' names nothing that is matched; found 'users', expected accounts or contacts.")]
    [InlineData(Header + "accounts,a,A-a,lost\n", "entities.csv, line 2, column 4: 'state' is not known; found 'lost', expected one of present, gone, retired.")]
    [InlineData(Header + "accounts,a, ,present\n", "entities.csv, line 2, column 3: 'entity' is empty; found nothing, expected the entity's id.")]
    [InlineData(Header + "accounts,,A-a,gone\n", "entities.csv, line 2, column 2: 'record' is empty; found nothing, expected the record's id.")]
    [InlineData(Header + "accounts,a,A-a,retired\n", "entities.csv, line 2, column 2: a retired id has a record; found 'a', expected no record.")]
    [InlineData(Header + "accounts,a,A-a,present\ncontacts,a,C-a,present\n\naccounts,a,A-b,gone\n", "entities.csv, line 5, column 2: record 'a' is listed twice; found it on line 2 too, expected one line a record and one a retired id.")]
    [InlineData(Header + "accounts,,A-a,retired\naccounts,,A-a,retired\n", "entities.csv, line 3, column 3: entity 'A-a' is retired twice; found it on line 2 too, expected one line a record and one a retired id.")]
    [InlineData(Header + "accounts,\"a,A-a,present\n", "entities.csv, line 2, column 1: a line has a quote that is not closed; found 'a,A-a,present\n', expected a closing quote before a comma or the end of the line.")]
    public void A_line_that_no_run_wrote_is_refused_with_its_place(string text, string message) => Assert.Equal(
        message + " Take the file that the last run wrote, or correct the line; without the file every entity gets a new id.",
        Assert.Throws<WorkspaceException>(() => EntityMemory.Read(text, "entities.csv")).Message);
}
