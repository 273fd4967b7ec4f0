using Segmentation.Load;
using Segmentation.Match;

namespace Segmentation.Tests.Match;

public sealed class MatchDecisionsTests
{
    private const string Text =
        """
        accounts:
          same:
            - records: [001A, 001B]
              reason: renamed in 2024
            - [001B, "17"]
          different:
            - records: [001A, 001C, 001D]
        contacts:
          different:
            - [50100000451, 50100000488]
        """;

    [Fact]
    public void A_file_that_does_not_exist_decides_nothing() =>
        Assert.Empty(MatchDecisions.Load(Path.Combine(Path.GetTempPath(), "no such folder", "matches.yaml")).All);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("accounts:\n")]
    [InlineData("accounts:\n  same:\n  different:\n")]
    public void A_file_that_says_nothing_decides_nothing(string text) => Assert.Empty(MatchDecisions.Read(text, "matches.yaml").All);

    [Fact]
    public void Lists_and_entries_with_a_reason_are_read_with_their_lines()
    {
        var decisions = MatchDecisions.Read(Text, "matches.yaml");
        Assert.Equal(
            ["Accounts same 001A 001B 3", "Accounts same 001B 17 5", "Accounts different 001A 001C 001D 7", "Contacts different 50100000451 50100000488 10"],
            decisions.All.Select(d => $"{d.Kind} {d.Word} {string.Join(' ', d.Records)} {d.Line}"));
        Assert.Equal("same by decision (line 3): renamed in 2024", decisions.All[0].Words);
        Assert.Equal(2, decisions.Of(EntityKind.Accounts, same: true).Count());
        Assert.Equal(4, decisions.ToTable().RowCount);
    }

    [Fact]
    public void What_is_written_loads_back_equal()
    {
        var hostile = new MatchDecision(EntityKind.Contacts, true, ["yes", "0017", "=1+1", "a: b", "#x", "- y", "é\"\\\n\u2028\tz", "null", "[a]", "{"], "because: \"so\" # it is\nand\ttab");
        var decisions = MatchDecisions.Read(Text, "matches.yaml").With(hostile).With(Pairs.Different("x", "y"));
        var text = decisions.Write();
        var again = MatchDecisions.Read(text, "matches.yaml");
        Assert.Equal(decisions.All.Select(Shown), again.All.Select(Shown));
        Assert.Equal(text, again.Write());
        Assert.Equal(MatchDecisions.Empty.Write(), MatchDecisions.Read(MatchDecisions.Empty.Write(), "matches.yaml").Write());
        Assert.DoesNotContain('\r', text);

        static string Shown(MatchDecision d) => $"{d.Kind} {d.Word} {string.Join('|', d.Records)} {d.Reason}";
    }

    [Theory]
    [InlineData("accounts: {same: [[a, b]], different: [[a, b]]}",
        "matches.yaml, line 1, column 40: records 'a' and 'b' are said to be different; found the entry on line 1 under 'same', by which they are one, expected one answer for a pair of records. Remove this entry, or take one of the two records out of the other.")]
    [InlineData("accounts:\n  same:\n    - [a, b]\n    - [x, y]\n    - [c, b]\n    - [d, c]\n  different:\n    - [q, r]\n    - [d, z, a]",
        "matches.yaml, line 9, column 7: records 'd' and 'a' are said to be different; found the entries on lines 6, 5 and 3 under 'same', by which they are one, expected one answer for a pair of records. Remove this entry, or take one of the two records out of the other.")]
    [InlineData("accounts:\n  same:\n    - [a]", "matches.yaml, line 3, column 7: 'same' names one record; found [a], expected two or more. Add the other record's id, or remove the entry.")]
    [InlineData("accounts:\n  different:\n    - [a, b, a]", "matches.yaml, line 3, column 7: 'different' names record 'a' twice; found [a, b, a], expected each record once. Remove one of the two, or correct the id.")]
    [InlineData("accounts:\n  different:\n    - records: [a, '  ']", "matches.yaml, line 3, column 7: 'different' names a record without an id; found '', expected the id as the export spells it. Write the id, or remove the entry.")]
    [InlineData("accounts:\n  same:\n    - reason: because", "matches.yaml, line 3, column 7: a decision names no records; found no 'records', expected the ids of two or more records. Write 'records: [first id, second id]'.")]
    [InlineData("leads:\n  same: []", "matches.yaml, line 1, column 1: the decisions has an entry that is not known; found 'leads', expected one of accounts, contacts. Write 'contacts', or remove the entry.")]
    [InlineData("accounts:\n  equal: []", "matches.yaml, line 2, column 3: 'accounts' has an entry that is not known; found 'equal', expected one of same, different. Write 'same', or remove the entry.")]
    [InlineData("accounts:\n  same: a, b", "matches.yaml, line 2, column 9: 'same' is not a list; found 'a, b', expected a list, each entry starting with '- '. Write each entry on lines of its own, the first starting with '- '.")]
    public void What_cannot_be_decided_is_refused_with_its_place(string text, string message) =>
        Assert.Equal(message, Assert.Throws<WorkspaceException>(() => MatchDecisions.Read(text, "matches.yaml")).Message);

    [Fact]
    public void A_contradiction_made_in_code_names_the_records_of_the_other_entry() => Assert.Equal(
        "matches.yaml: records 'a' and 'c' are said to be different; found the entries [a, b] and [b, c] under 'same', by which they are one, expected one answer for a pair of records. Remove this entry, or take one of the two records out of the other.",
        Assert.Throws<WorkspaceException>(() => MatchDecisions.Of(Pairs.Same("a", "b"), Pairs.Same("b", "c")).With(Pairs.Different("a", "c"))).Message);

    [Fact]
    public void A_decision_about_what_is_not_matched_is_refused() =>
        Assert.Contains("found users, expected accounts or contacts", Assert.Throws<WorkspaceException>(() => MatchDecisions.Of(new MatchDecision(EntityKind.Users, true, ["a", "b"]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Accounts_and_contacts_of_the_same_ids_do_not_contradict_each_other() =>
        Assert.Equal(2, MatchDecisions.Read("accounts: {same: [[1, 2]]}\ncontacts: {different: [[1, 2]]}", "matches.yaml").All.Length);

    [Fact]
    public void Case_tells_ids_apart() => Assert.Equal(2, MatchDecisions.Of(Pairs.Same("a", "b"), Pairs.Different("A", "B")).All.Length);
}
