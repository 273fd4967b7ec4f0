using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Tests.Audit;

namespace Segmentation.Tests.Match;

public sealed class HierarchyGuardTests
{
    private static HierarchyGuard Guard(Export export) => HierarchyGuard.Of(
        RecordsWorkspace.Of(export), Pairs.Records(export.Kind, [.. Enumerable.Range(0, export.Table.RowCount).Select(r => $"row {r + 1}")]));

    /// <summary>Returns the guard over two accounts; each is name, website, country, parent, phone, postcode by bar, its id is its letter.</summary>
    private static HierarchyGuard Accounts(params string[] rows)
    {
        string?[][] cells = [.. rows.Select(r => r.Split('|').Select(c => c.Trim() is { Length: > 0 } text ? text : null).ToArray())];
        return Guard(RecordsWorkspace.Accounts(
            RecordsWorkspace.Texts(Role.AccountId, [.. rows.Select((_, i) => ((char)('a' + i)).ToString())]),
            Of(Role.AccountName, 0), Of(Role.Website, 1), Of(Role.Country, 2), Of(Role.ParentAccountId, 3), Of(Role.Phone, 4), Of(Role.PostalCode, 5)));

        Segmentation.Tables.Column Of(Role role, int cell) => RecordsWorkspace.Texts(role, [.. cells.Select(c => c.ElementAtOrDefault(cell))]);
    }

    /// <summary>Returns the guard over contacts; each is first name, last name, email by bar.</summary>
    private static HierarchyGuard Contacts(params string[] rows)
    {
        string?[][] cells = [.. rows.Select(r => r.Split('|').Select(c => c.Trim() is { Length: > 0 } text ? text : null).ToArray())];
        return Guard(RecordsWorkspace.Contacts(Of(Role.FirstName, 0), Of(Role.LastName, 1), Of(Role.Email, 2)));

        Segmentation.Tables.Column Of(Role role, int cell) => RecordsWorkspace.Texts(role, [.. cells.Select(c => c.ElementAtOrDefault(cell))]);
    }

    private static string? Veto(HierarchyGuard guard)
    {
        var veto = guard.Veto(0, 1);
        Assert.Equal(veto, guard.Veto(1, 0));
        Assert.Equal(guard.Doubt(0, 1), guard.Doubt(1, 0));
        return veto;
    }

    [Theory]
    [InlineData("Acme Inc.|acme.example|US|", "Acme GmbH|acme.example|Germany|", "one name in two countries (DE, US)")]
    [InlineData("Acme Inc.|acme.example|US|", "Zenith|www.acme.example|UK|", "one domain in two countries (GB, US)")]
    [InlineData("Acme||US|", "Zenith||UK|", "two names in two countries (GB, US)")]
    [InlineData("Acme Inc.|acme.example|US|", "Acme|acme-germany.example||", "each has a domain of its own")]
    [InlineData("Acme|acme.example|US|", "Zenith Solar|https://acme.example/|US|", "one website, and names that have nothing in common")]
    [InlineData("Acme||US|", "Zenith Solar||US|", "names that have nothing in common")]
    [InlineData("Acme|acme.example|US|", "Acme Software|acme.example|US|a", "parent and subsidiary")]
    [InlineData("Acme|acme.example|US|b", "Acme|acme.example|US|a", "parent and subsidiary")]
    public void Accounts_that_look_alike_and_are_two_are_told_apart(string one, string other, string reason) => Assert.Equal(reason, Veto(Accounts(one, other)));

    [Theory]
    [InlineData("Acme Inc.|acme.example|US|", "ACME|http://www.acme.example/about|United States|")]
    [InlineData("Miruebx Networks||CA|", "Mirubex Networks Inc.|mirubex.example|Canada|")]
    [InlineData("Rudorell Legal|rudorell.example|US|", "Rudorell Group|rudorell.example|US|")]
    [InlineData("IBM|ibm.example|US|", "International Business Machines|ibm.example|US|")]
    [InlineData("Health Care|hc.example|US|", "Healthcare|hc.example|US|")]
    [InlineData("Acme|acme.example|US|", "Acme|acmee.example|US|")]
    [InlineData("Acme|acme.example|US||220-555-0140", "Zenith Solar|acme.example|US||(220) 555 0140")]
    [InlineData("Acme|acme.example|US|||D-04109", "Zenith Solar|acme.example|US|||d 04109")]
    [InlineData("Acme|acme.example||", "Acme|acme.example|Atlantis|")]
    [InlineData("Acme|me@gmail.com|US|", "Acme|you@gmx.de|US|")]
    [InlineData("|acme.example||", "Zenith Solar|acme.example||")]
    [InlineData("|||", "|||")]
    [InlineData("Acme|||a", "Acme|||nowhere")]
    public void What_may_be_one_account_is_left_to_the_weights(string one, string other) => Assert.Null(Veto(Accounts(one, other)));

    [Fact]
    public void Parents_are_climbed_to_the_top_and_rings_end()
    {
        var guard = Accounts("Acme|||b", "Acme|||c", "Acme|||d", "Acme|||c", "Acme|||");
        Assert.Equal("parent and subsidiary", guard.Veto(0, 3));
        Assert.Equal("parent and subsidiary", guard.Veto(0, 2));
        Assert.Null(guard.Veto(0, 4));
    }

    [Fact]
    public void Two_subsidiaries_of_one_parent_are_two_unless_they_share_their_name()
    {
        var guard = Accounts("Acme|acme.example||", "Acme North|acme.example||a", "Acme South|acme.example||a", "Acme Nroth|acme.example||a", "Acme North Sales|||b");
        Assert.Equal("two subsidiaries of one parent, under different names", guard.Veto(1, 2));
        Assert.Null(guard.Veto(1, 3));
        Assert.Equal("two subsidiaries of one parent, under different names", guard.Veto(2, 4));
    }

    [Fact]
    public void A_word_that_many_companies_have_in_their_names_is_not_in_common()
    {
        // 10 of 12 names hold "software": the trade, not the company.
        string[] others = [.. Enumerable.Range(0, 8).Select(i => $"Company{(char)('a' + i)} Software")];
        Assert.Equal("one website, and names that have nothing in common", Accounts(["Acme Software|acme.example", "Zenith Software|acme.example", .. others, "x", "y"]).Veto(0, 1));
        Assert.Null(Accounts(["Acme Software|acme.example", "Zenith Software|acme.example", .. others[1..], "x", "y"]).Veto(0, 1));
    }

    [Fact]
    public void One_website_under_related_names_is_a_doubt() =>
        Assert.Equal("one website under two names: a rename, a trade name or a sister company", Accounts("Rudorell Legal|r.example|", "Rudorell Group|r.example|").Doubt(0, 1));

    [Theory]
    [InlineData("Nora|Briar|nora.briar@acme.example", "Nils|Briar|nils.briar@acme.example", "two first names")]
    [InlineData("Lina|Briar|", "Mina|Briar|", "two first names")]
    [InlineData("N.|Briar|", "Robert|Briar|", "two first names")]
    [InlineData("Nora|Briar|info@acme.example", "Tess|Lake|info@acme.example", "two first names")]
    [InlineData("Tess|Linden|tess.linden@acme.example", "Tess|Linden|tlinden2@acme.example", "one name, and mailboxes that the company numbers")]
    [InlineData("Tess|Linden|tlinden1@acme.example", "T.|LINDEN|tlinden2@acme.example", "one name, and mailboxes that the company numbers")]
    [InlineData("Ines|Pèrethorn|iperethorn@acme.example", "Ines|Pèrethorn|ines.perethorn2@acme.example", "one name, and mailboxes that the company numbers")]
    public void Contacts_that_look_alike_and_are_two_are_told_apart(string one, string other, string reason) => Assert.Equal(reason, Veto(Contacts(one, other)));

    [Theory]
    [InlineData("Nora|Briar|", "N.|Briar|")]
    [InlineData("Nora|Briar|", "Norah|Briar|")]
    [InlineData("Søren|Briar|", "Soren|BRIAR|")]
    [InlineData("Robert|Briar|", "Bob|Briar|")]
    [InlineData("Elizabeth|Briar|", "Liz|Briar|")]
    [InlineData("Tomas|Briar|", "Tom|Briar|")]
    [InlineData("Anna Maria|Briar|", "Maria|Briar|")]
    [InlineData("Briar|Nora|", "Nora|Briar|")]
    [InlineData("Nora|Briar|n@acme.example", "Robert|Briar| N@ACME.example ")]
    [InlineData("|Briar|", "Robert|Briar|")]
    [InlineData("Tess|Linden|tess.linden@acme.example", "Tess|Linden|tlinden@acme.example")]
    [InlineData("Tess|Linden|tess.linden@gmail.com", "Tess|Linden|tess.linden84@gmail.com")]
    [InlineData("Tess|Linden|tess.linden@acme.example", "Tess|Linden|tess.linden1984@acme.example")]
    [InlineData("Tess|Linden|tess.linden@acme.example", "Tess|Linden|team2@acme.example")]
    [InlineData("Tess|Linden|tess.linden@acme.example", "Tess|Linden|tess.linden2@zenith.example")]
    [InlineData("||", "||")]
    public void What_may_be_one_person_is_left_to_the_weights(string one, string other) => Assert.Null(Veto(Contacts(one, other)));

    [Theory]
    [InlineData("Tess|Linden|tess.linden@acme.example", "Tess|Linden|tlinden@acme.example", "one name and two mailboxes at one company: a person with two addresses, or two people of one name")]
    [InlineData("Tess|Linden|", "Tess|Marlow|", "one first name and two family names: a change of name, or two people")]
    [InlineData("Tess|Linden|", "Tess|Lindne|", null)]
    [InlineData("Tess|Linden|t@acme.example", "Tess|Linden|t@acme.example", null)]
    public void What_nobody_can_tell_from_the_records_is_a_doubt(string one, string other, string? doubt) => Assert.Equal(doubt, Contacts(one, other).Doubt(0, 1));

    [Fact]
    public void Full_names_are_parted_at_their_last_word_or_their_comma()
    {
        var guard = Guard(RecordsWorkspace.Contacts(RecordsWorkspace.Texts(Role.FullName, "Nora Briar", "Briar, Nils", "Nora", null)));
        Assert.Equal("two first names", guard.Veto(0, 1));
        Assert.Null(guard.Veto(0, 2));
        Assert.Null(guard.Veto(2, 3));
    }

    [Fact]
    public void What_the_guard_forbids_is_listed_with_weight_and_reason_and_only_a_decision_joins_it()
    {
        var export = RecordsWorkspace.Accounts(
            RecordsWorkspace.Texts(Role.AccountId, "a", "b", "c"), RecordsWorkspace.Texts(Role.AccountName, "Acme Inc.", "Acme", "Acme GmbH"), RecordsWorkspace.Texts(Role.Country, "US", null, "DE"));
        var records = Pairs.Records(EntityKind.Accounts, "a", "b", "c");
        var guard = HierarchyGuard.Of(RecordsWorkspace.Of(export), records);
        var pairs = Pairs.Of(records, "a-b 9", "b-c 8", "a-c 7");
        var guarded = Pairs.Cluster(pairs, guard: guard);
        Assert.Equal("a b | c", Pairs.Shown(guarded));
        Assert.Equal(
            "left,right,weight,probability,kind,why,between\nb,c,8,0.9961089494163424,conflict,\"one name in two countries (DE, US)\",a; c\na,c,7,0.9922480620155039,veto,\"one name in two countries (DE, US)\",a; c\n",
            guarded.Refused.ToCsv());
        Assert.Equal("a b c", Pairs.Shown(Pairs.Cluster(pairs, MatchDecisions.Of(Pairs.Same("a", "c")), guard)));
    }

    [Fact]
    public void Records_of_another_export_are_refused()
    {
        var workspace = RecordsWorkspace.Of(RecordsWorkspace.Accounts(RecordsWorkspace.Texts(Role.AccountName, "x", "y")));
        Assert.StartsWith("There are 1 records but accounts.csv has 2 rows; make the records from the same workspace.",
            Assert.Throws<ArgumentException>(() => HierarchyGuard.Of(workspace, Pairs.Records(EntityKind.Accounts, "x"))).Message, StringComparison.Ordinal);
        Assert.Throws<WorkspaceException>(() => HierarchyGuard.Of(workspace, Pairs.Records(EntityKind.Contacts)));
    }
}
