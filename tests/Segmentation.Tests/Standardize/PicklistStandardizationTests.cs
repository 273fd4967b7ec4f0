using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tables;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Standardize;

public sealed class PicklistStandardizationTests
{
    private static Workspace Listed(params string?[] values) => Of(Accounts(Texts(Role.AccountId, [.. values.Select((_, i) => $"id{i}")]), Texts(Role.Industry, values), Numbers(Role.Arr, [.. values.Select((_, i) => i + 1.0)])))
        with
    { Picklists = Picklists.Of(Role.Industry, "Technology", "Financial Services", "Healthcare", "Retail", "Media") };

    private static Workspace Free(params string?[] values) => Listed(values) with { Picklists = ImmutableSortedDictionary<Role, ImmutableArray<string>>.Empty };

    private static PicklistDecisions Decide(string yaml) => PicklistDecisions.Read("industry:\n" + yaml, "picklists.yaml");

    private static PicklistProposal Proposed(Workspace workspace, string value, string decisions = "  never: []\n", PicklistOptions? options = null) =>
        PicklistStandardization.Propose(workspace, Decide(decisions), options).Values.Last(p => p.Value == value);

    private static IEnumerable<string?> After(Workspace workspace, string decisions = "  never: []\n", PicklistOptions? options = null) => Values(PicklistStandardization.Apply(workspace, Decide(decisions), options).Workspace);

    private static IEnumerable<string?> Values(Workspace workspace)
    {
        var column = (TextColumn)workspace.Accounts.Find(Role.Industry)!;
        return Enumerable.Range(0, column.Length).Select(r => column[r]);
    }

    // Scores by hand: 1 - typing errors / letters of the longer spelling.
    [Theory]
    [InlineData("Technology", "Technology", PicklistMethod.Exact, 1, PicklistStatus.Canonical)]
    [InlineData("FinServ", "Financial Services", PicklistMethod.Alias, 1, PicklistStatus.Applied)]
    [InlineData(" services, FINANCIAL ", "Financial Services", PicklistMethod.Fingerprint, 1, PicklistStatus.Applied)]
    [InlineData("Health Care", "Healthcare", PicklistMethod.NGram, 1, PicklistStatus.Waiting)]
    [InlineData("Retial", "Retail", PicklistMethod.EditDistance, 5 / 6.0, PicklistStatus.Waiting)]
    [InlineData("Teknolagy", "Technology", PicklistMethod.Phonetic, 0.7, PicklistStatus.Waiting)]
    [InlineData("Fin Services", "Financial Services", PicklistMethod.Abbreviation, 12 / 18.0, PicklistStatus.Waiting)]
    public void Each_method_leads_to_the_value_of_the_list(string value, string target, PicklistMethod method, double score, PicklistStatus status)
    {
        var proposal = Proposed(Listed(value), value);
        Assert.Equal((target, method, status), (proposal.Target!, proposal.Method!.Value, proposal.Status));
        Assert.Equal(score, proposal.Score!.Value, 10);
    }

    [Fact]
    public void What_has_no_target_keeps_its_nearest_candidates_and_stays()
    {
        var proposal = Proposed(Listed("Mining"), "Mining");
        Assert.Equal((PicklistStatus.Unmapped, null), (proposal.Status, proposal.Target));
        Assert.Equal(3, proposal.Candidates.Length);
        // By hand: "mining" becomes "media" by 4 errors of 6 letters (i→e, n→d, n→a, g gone).
        Assert.Equal(new PicklistCandidate("Media", 1 - (4 / 6.0)), proposal.Candidates[0]);
        Assert.Equal(["Mining"], After(Listed("Mining")));
    }

    [Fact]
    public void Methods_that_need_no_approval_are_an_option()
    {
        string?[] values = ["Retial", "technology", "Health Care"];
        Assert.Equal(["Retial", "Technology", "Health Care"], After(Listed(values)));
        Assert.Equal(["Retail", "Technology", "Healthcare"], After(Listed(values), options: PicklistOptions.Default with { Automatic = [.. Enum.GetValues<PicklistMethod>()] }));
        Assert.Equal(values, After(Listed(values), options: PicklistOptions.Default with { Automatic = [] }));
    }

    [Fact]
    public void What_is_approved_is_applied_in_any_writing_and_an_alias_too()
    {
        const string yaml = "  approved:\n    Retail: [Shops]\n  aliases:\n    Media: [Press & TV]\n";
        Assert.Equal(["Retail", "Retail", "Media"], After(Listed("Shops", "SHOPS", "TV press"), yaml));
    }

    [Fact]
    public void An_allowed_value_that_is_approved_into_another_draws_its_spellings_along() =>
        Assert.Equal(["Media", "Media", "Retail"], After(Listed("Technology", "technology", "retail"), "  approved:\n    Media: [Technology]\n"));

    [Fact]
    public void A_pair_that_is_never_merged_is_rejected_and_the_value_stays()
    {
        var values = PicklistStandardization.Propose(Listed("Retial"), Decide("  never:\n    - [Retial, Retail]\n")).Values;
        Assert.Equal([(PicklistStatus.Rejected, "Retail"), (PicklistStatus.Unmapped, null)], values.Select(p => (p.Status, p.Target)));
        Assert.DoesNotContain(values[1].Candidates, c => c.Value == "Retail");
    }

    [Fact]
    public void One_member_out_of_a_cluster_stays_and_the_others_go()
    {
        var free = Free("Retail", "Retail", "retail", "RETAIL");
        Assert.Equal(["Retail", "Retail", "retail", "Retail"], After(free, "  never:\n    - [retail, Retail]\n"));
        // Two that are never merged do not meet in a third: the second named stays out, also once the first is gone.
        Assert.Equal(["Retail", "Retail", "Retail", "RETAIL"], After(free, "  never:\n    - [retail, RETAIL]\n"));
        Assert.Equal(["Retail", "Retail", "Retail", "RETAIL"], After(Free("Retail", "Retail", "Retail", "RETAIL"), "  never:\n    - [retail, RETAIL]\n"));
    }

    [Fact]
    public void Without_a_list_the_most_frequent_spelling_is_the_target()
    {
        var workspace = Free("Space & Defence", "Space & Defence", "space & defence", "Defence, Space", "Mining");
        Assert.Equal(["Space & Defence", "Space & Defence", "Space & Defence", "Space & Defence", "Mining"], After(workspace));
        Assert.Equal(PicklistMethod.EditDistance, Proposed(Free([.. Enumerable.Repeat("Defence", 30), "Defense"]), "Defense").Method);
    }

    [Fact]
    public void Without_a_list_two_frequent_values_are_both_real() =>
        Assert.Equal(PicklistStatus.Canonical, Proposed(Free([.. Enumerable.Repeat("Defence", 30), .. Enumerable.Repeat("Defense", 20)]), "Defense").Status);

    [Fact]
    public void A_country_is_known_by_its_other_names_without_a_list()
    {
        var workspace = RecordsOf(Role.Country, "USA", "Deutschland", "United States", "Austria", "Australia", "Untied States");
        var result = PicklistStandardization.Apply(workspace);
        Assert.Equal(["United States", "Germany", "United States", "Austria", "Australia", "Untied States"], Enumerable.Range(0, 6).Select(r => result.Workspace.Accounts.Find(Role.Country)!.Raw(r)));
        Assert.Equal("United States", result.Proposals.Values.Single(p => p.Status == PicklistStatus.Waiting).Target);
    }

    [Fact]
    public void A_value_as_near_to_two_targets_goes_to_neither()
    {
        var workspace = Listed("Fin") with { Picklists = Picklists.Of(Role.Industry, "Finance", "Financials") };
        var proposal = Proposed(workspace, "Fin");
        Assert.Equal(PicklistStatus.Unmapped, proposal.Status);
        Assert.Equal(["Finance", "Financials"], proposal.Candidates.Select(c => c.Value));
    }

    [Fact]
    public void The_effect_counts_records_and_ARR_before_anything_changes()
    {
        // ARR by hand: rows pay 1, 2, 3, 4, 5.
        var proposals = PicklistStandardization.Propose(Listed("Retail", "retail", "RETAIL", "Retial", "Gold"));
        var field = Assert.Single(proposals.Fields);
        Assert.Equal((5, 5, 3, 2, 5.0, 1, 1), (field.Filled, field.ValuesBefore, field.ValuesAfter, field.RecordsMoved, field.ArrMoved!.Value, field.RecordsWaiting, field.RecordsUnmapped));
        Assert.Equal(new PicklistEffect("Retail", 1, 1, 2, 5, 1), Assert.Single(field.Effect));
        Assert.Equal(3, field.Effect[0].RecordsAfter);
        Assert.Null(field.Unseen);
        Assert.Contains("No memory of the last run (values.csv): which values are new cannot be said.", proposals.Notes);
    }

    [Fact]
    public void Every_change_says_why_and_is_undone()
    {
        var workspace = Listed("Retail", "retail", null, "FinServ");
        var result = PicklistStandardization.Apply(workspace);
        Assert.Equal([("id1", "retail", "Retail", "industry: fingerprint"), ("id3", "FinServ", "Financial Services", "industry: alias")],
            result.Changes.Single().Cells.Select(c => (c.Record!, c.Before!, c.After!, c.Reason)));
        Assert.Equal(workspace.Accounts.Table.ToCsv(), result.Changes.Single().Undo(result.Workspace.Accounts.Table).ToCsv());
    }

    [Fact]
    public void Empty_and_all_null_columns_change_nothing()
    {
        Assert.Empty(PicklistStandardization.Apply(Listed()).Changes);
        Assert.Empty(PicklistStandardization.Apply(Listed(null, null)).Changes);
        var none = Of(Accounts(Texts(Role.AccountId, "a")));
        Assert.Same(none, PicklistStandardization.Apply(none).Workspace);
        Assert.Contains("No column of accounts or contacts plays a role whose values come from a list.", PicklistStandardization.Propose(none).Notes);
    }

    [Fact]
    public void A_column_of_numbers_is_left_and_said()
    {
        var workspace = Of(Accounts(Numbers(Role.Industry, 1, 2)));
        Assert.Contains("accounts.csv, Industry: holds number values, so industry was left as it is.", PicklistStandardization.Propose(workspace).Notes);
    }

    [Fact]
    public void Hostile_values_stay_and_are_shown_as_text()
    {
        var huge = new string('x', 1_000_000);
        var workspace = Listed("<script>alert(1)</script>", "=1+1", huge, "???", "\u0000\uFFFD", "' OR 1=1 --");
        var result = PicklistStandardization.Apply(workspace);
        Assert.Empty(result.Changes);
        Assert.DoesNotContain("<script>", result.Proposals.ToHtml(), StringComparison.Ordinal);
        Assert.All(result.Proposals.Values, p => Assert.Equal(PicklistStatus.Unmapped, p.Status));
    }

    [Fact]
    public void Mapping_twice_is_mapping_once_and_never_is_kept_whatever_is_decided()
    {
        string[] words = ["Retail", "retail", "RETAIL", "Retial", "Re tail", "Media", "media", "Medai", "Health Care", "Healthcare", "health care", "Gold", "Tech", "Technology", "FinServ", "Fin Services", "Financial Services", "Services Financial"];
        var random = new Random(20260630);
        var refused = 0;
        for (var round = 0; round < 400; round++)
        {
            var rules = new PicklistRules
            {
                Values = round % 2 == 0 ? [] : [.. words.Where(_ => random.Next(3) == 0)],
                Approved = [.. Pairs(random.Next(4)).Select(p => new PicklistMapping(p.One, p.Other))],
                Aliases = [.. Pairs(random.Next(2)).Select(p => new PicklistMapping(p.One, p.Other))],
                Never = [.. Pairs(random.Next(4)).Where(p => p.One != p.Other).Select(p => new PicklistNever(p.One, p.Other))],
            };
            var decisions = PicklistDecisions.Empty with { Roles = PicklistDecisions.Empty.Roles.Add(Role.Industry, rules) };
            var workspace = Free([.. Enumerable.Range(0, 40).Select(_ => words[random.Next(words.Length)])]);
            PicklistResult once;
            try
            {
                once = PicklistStandardization.Apply(workspace, decisions);
            }
            catch (WorkspaceException)
            {
                refused++;
                continue;
            }

            var map = Values(workspace).Zip(Values(once.Workspace)).Distinct().ToDictionary(p => p.First!, p => p.Second!, StringComparer.Ordinal);
            Assert.All(map.Values.Where(map.ContainsKey), target => Assert.Equal(target, map[target]));
            Assert.Empty(PicklistStandardization.Apply(once.Workspace, decisions).Changes);
            Assert.All(rules.Never.Where(n => map.ContainsKey(n.Value) && map.ContainsKey(n.Other)), pair => Assert.NotEqual(map[pair.Value], map[pair.Other]));
        }

        // The decisions are random: some contradict themselves. Enough must not.
        Assert.InRange(refused, 1, 300);

        IEnumerable<(string One, string Other)> Pairs(int count) => Enumerable.Range(0, count).Select(_ => (words[random.Next(words.Length)], words[random.Next(words.Length)]));
    }

    [Fact]
    public void Each_distinct_value_is_looked_up_once_however_many_rows_hold_it()
    {
        string[] values = ["Technology", "technology", "Retial"];
        var one = PicklistStandardization.Propose(Listed(values));
        var many = PicklistStandardization.Propose(Listed([.. Enumerable.Range(0, 3000).Select(i => values[i % 3])]));
        Assert.Equal(one.Values.Select(p => (p.Value, p.Target, p.Status)), many.Values.Select(p => (p.Value, p.Target, p.Status)));
        Assert.All(many.Values, p => Assert.Equal(1000, p.Records));
    }

    private static Workspace RecordsOf(Role role, params string?[] values) => Of(Accounts(Texts(role, values)));
}
