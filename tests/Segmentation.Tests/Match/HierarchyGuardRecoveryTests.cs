using System.Text;
using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Tests.Samples;

namespace Segmentation.Tests.Match;

/// <summary>The guard against the planted truth: it forbids every lookalike, and no duplicate.</summary>
public sealed class HierarchyGuardRecoveryTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    [Fact]
    public void Every_lookalike_account_is_told_apart_and_no_duplicate_is()
    {
        var (guard, rowOf) = Guard(EntityKind.Accounts, Role.AccountId);
        var truth = Truth("accounts-entities.csv");
        var originals = truth.Where(r => r["kind"] == "original").ToDictionary(r => r["entity_id"], r => rowOf[r["account_id"]]);
        var lookalikes = truth.Where(r => r["lookalike_of"].Length > 0 && string.CompareOrdinal(r["entity_id"], r["lookalike_of"]) < 0).ToArray();
        // The codebook: 10 of parent and subsidiary, 8 in two countries, 6 with one website.
        Assert.Equal(24, lookalikes.Length);
        Assert.Empty(lookalikes.Where(r => guard.Veto(originals[r["entity_id"]], originals[r["lookalike_of"]]) is null).Select(r => $"{r["account_id"]} {r["lookalike"]}"));
        // 66 duplicates; 8 companies have two, and so three pairs: 50 + 3 * 8.
        AssertNoDuplicateIsForbidden(guard, rowOf, truth, "account_id", 74);
    }

    [Fact]
    public void Every_namesake_is_told_apart_and_no_duplicate_contact_is()
    {
        var (guard, rowOf) = Guard(EntityKind.Contacts, Role.ContactId);
        var truth = Truth("contacts-entities.csv");
        var namesakes = truth.Where(r => r["kind"] == "namesake").ToArray();
        Assert.Equal(6, namesakes.Length);
        foreach (var namesake in namesakes)
        {
            var other = truth.Single(r => r["entity_id"] == namesake["entity_id"].TrimEnd('N') && r["contact_id"] != namesake["contact_id"]);
            Assert.Equal("one name, and mailboxes that the company numbers", guard.Veto(rowOf[namesake["contact_id"]], rowOf[other["contact_id"]]));
        }

        AssertNoDuplicateIsForbidden(guard, rowOf, truth, "contact_id", 480);
    }

    [Fact]
    public void The_decisions_beside_the_samples_name_records_that_are_there_and_agree_with_the_truth()
    {
        var decisions = MatchDecisions.Load(Path.Combine(SampleFiles.Folder, "decisions", "matches.yaml"));
        Assert.Contains(decisions.All, d => d.Same);
        Assert.Contains(decisions.All, d => !d.Same);
        foreach (var decision in decisions.All)
        {
            var (file, column) = decision.Kind == EntityKind.Accounts ? ("accounts-entities.csv", "account_id") : ("contacts-entities.csv", "contact_id");
            var entityOf = Truth(file).ToDictionary(r => r[column], r => r["entity_id"]);
            Assert.Equal(decision.Same ? 1 : decision.Records.Length, decision.Records.Select(r => entityOf[r]).Distinct().Count());
            Assert.NotNull(decision.Reason);
        }
    }

    private (HierarchyGuard Guard, Dictionary<string, int> RowOf) Guard(EntityKind kind, Role role)
    {
        var export = kind == EntityKind.Accounts ? samples.Workspace.Accounts : samples.Workspace.Contacts;
        var ids = export.Require(role);
        string[] all = [.. Enumerable.Range(0, ids.Length).Select(r => ids.Raw(r).Trim())];
        return (HierarchyGuard.Of(samples.Workspace, Pairs.Records(kind, all)), all.Select((id, row) => (id, row)).ToDictionary(p => p.id, p => p.row));
    }

    private static void AssertNoDuplicateIsForbidden(HierarchyGuard guard, Dictionary<string, int> rowOf, List<Dictionary<string, string>> truth, string id, int pairs)
    {
        var checkedPairs = 0;
        foreach (var entity in truth.Where(r => r["kind"] is not ("test" or "internal")).GroupBy(r => r["entity_id"]))
        {
            int[] rows = [.. entity.Select(r => rowOf[r[id]])];
            for (var i = 0; i < rows.Length; i++)
            {
                for (var j = i + 1; j < rows.Length; j++, checkedPairs++) Assert.Null(guard.Veto(rows[i], rows[j]));
            }
        }

        Assert.Equal(pairs, checkedPairs);
    }

    /// <summary>The truth holds neither quotes nor commas within a value.</summary>
    private static List<Dictionary<string, string>> Truth(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(SampleFiles.Folder, "truth", file), Encoding.UTF8);
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(l => header.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }
}
