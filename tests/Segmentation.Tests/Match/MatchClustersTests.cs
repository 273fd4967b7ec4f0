using Segmentation.Load;
using Segmentation.Match;

namespace Segmentation.Tests.Match;

public sealed class MatchClustersTests
{
    private static MatchRecords Letters(string ids) => Pairs.Records(EntityKind.Accounts, [.. ids.Select(c => c.ToString())]);

    [Fact]
    public void Without_pairs_every_record_is_a_group_of_its_own()
    {
        var result = Pairs.Cluster(Pairs.Of(Letters("abc"), Array.Empty<string>()));
        Assert.Equal([0, 1, 2], result.Group.AsEnumerable());
        Assert.Equal(3, result.GroupCount);
        Assert.Empty(result.Clusters);
        Assert.Equal(0, result.ToTable().RowCount);
        Assert.Equal(0, result.Members.RowCount);
    }

    [Fact]
    public void No_records_make_no_groups()
    {
        var result = Pairs.Cluster(Pairs.Of(Letters(""), Array.Empty<string>()));
        Assert.Equal(0, result.GroupCount);
        Assert.Equal(0, result.ToTable().RowCount);
    }

    [Fact]
    public void A_weight_on_the_threshold_joins_and_one_below_does_not() =>
        Assert.Equal("a b | c d | e", Pairs.Shown(Pairs.Cluster(Pairs.Of(Letters("abcde"), "a-b 4.5", "c-d 5", "d-e 4.499"), threshold: 4.5)));

    [Fact]
    public void A_weight_that_is_no_number_joins_nothing() =>
        Assert.Equal("a | b", Pairs.Shown(Pairs.Cluster(Pairs.Of(Letters("ab"), [(0, 1, double.NaN)]))));

    [Fact]
    public void A_threshold_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Pairs.Cluster(Pairs.Of(Letters("ab"), "a-b 1"), threshold: double.NaN));

    [Fact]
    public void Groups_are_numbered_by_first_appearance()
    {
        var result = Pairs.Cluster(Pairs.Of(Letters("dcba"), "c-a 3"));
        Assert.Equal([0, 1, 2, 1], result.Group.AsEnumerable());
    }

    /// <summary>Two triangles joined by one link: 7 of the 15 pairs of six records are links, and only c-d parts the cluster.</summary>
    [Fact]
    public void Two_triangles_joined_by_one_link_have_that_link_as_bridge_and_weakest()
    {
        var result = Pairs.Cluster(Pairs.Of(Letters("abcdef"), "a-b 9", "b-c 8", "a-c 7", "d-e 9", "e-f 8", "d-f 7", "c-d 5"));
        var cluster = Assert.Single(result.Clusters);
        Assert.Equal(7, cluster.Links);
        Assert.Equal(7 / 15.0, cluster.Density, 12);
        Assert.Equal(5, cluster.Weakest);
        var bridge = Assert.Single(cluster.Bridges);
        Assert.Equal((2, 3, 5.0), (bridge.Left, bridge.Right, bridge.Weight));
        Assert.Equal(["density below 0.5", "a bridge between two dense halves"], cluster.Review.AsEnumerable());
    }

    /// <summary>Every link of a path is a bridge; of a ring none is. The ring a-b-c-d falls apart where its two weakest links go: at the second weakest.</summary>
    [Fact]
    public void Every_link_of_a_path_is_a_bridge_and_no_link_of_a_ring()
    {
        var path = Assert.Single(Pairs.Cluster(Pairs.Of(Letters("abcd"), "a-b 3", "b-c 4", "c-d 2")).Clusters);
        Assert.Equal([2.0, 3, 4], path.Bridges.Select(b => b.Weight));
        Assert.Equal(2, path.Weakest);
        Assert.Equal(0.5, path.Density);
        var ring = Assert.Single(Pairs.Cluster(Pairs.Of(Letters("abcd"), "a-b 3", "b-c 4", "c-d 2", "a-d 1")).Clusters);
        Assert.Empty(ring.Bridges);
        Assert.Equal(2, ring.Weakest);
        Assert.Equal(4 / 6.0, ring.Density, 12);
    }

    [Fact]
    public void A_pair_of_records_is_dense_and_asks_for_no_review()
    {
        var cluster = Assert.Single(Pairs.Cluster(Pairs.Of(Letters("ab"), "a-b 3")).Clusters);
        Assert.Equal(1, cluster.Density);
        Assert.Single(cluster.Bridges);
        Assert.Empty(cluster.Review);
    }

    /// <summary>A path of 11 records: 10 links of 55 pairs.</summary>
    [Fact]
    public void A_cluster_above_the_largest_size_is_to_be_reviewed_and_comes_first()
    {
        var records = Letters("abcdefghijkyz");
        var result = Pairs.Cluster(Pairs.Of(records, [.. Enumerable.Range(0, 10).Select(i => $"{records.Ids[i]}-{records.Ids[i + 1]} 3"), "y-z 9"]));
        Assert.Equal(["more than 10 records", "density below 0.5"], result.ToReview.Single().Review.AsEnumerable());
        Assert.Equal(11, result.ToTable().Number("records").Values[0]);
        Assert.EndsWith("; and 1 more", result.ToTable().Text("ids")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_decided_different_is_refused_with_weight_and_reason_also_by_way_of_a_third()
    {
        var decisions = MatchDecisions.Of(Pairs.Different("a", "c") with { Reason = "two legal persons" });
        var result = Pairs.Cluster(Pairs.Of(Letters("abc"), "a-b 9", "b-c 8", "a-c 7"), decisions);
        Assert.Equal("a b | c", Pairs.Shown(result));
        Assert.Equal(
            [new ClusterRefusal(1, 2, 8, 0, 2, "different by decision: two legal persons"), new ClusterRefusal(0, 2, 7, 0, 2, "different by decision: two legal persons")],
            result.Refusals.AsEnumerable());
        Assert.Equal([false, true], result.Refusals.Select(r => r.IsVeto));
        Assert.Equal(["conflict", "veto"], new[] { 0, 1 }.Select(r => result.Refused.Text("kind")[r]));
        Assert.Equal("a; c", result.Refused.Text("between")[0]);
        Assert.Equal(["a link to it was refused"], Assert.Single(result.Clusters).Review.AsEnumerable());
    }

    [Fact]
    public void Records_decided_same_are_one_without_any_pair_also_by_way_of_an_id_that_is_gone()
    {
        var decisions = MatchDecisions.Of(Pairs.Same("a", "gone"), Pairs.Same("gone", "c"), Pairs.Same("c", "d"));
        var result = Pairs.Cluster(Pairs.Of(Letters("abcd"), Array.Empty<string>()), decisions);
        Assert.Equal("a c d | b", Pairs.Shown(result));
        var cluster = Assert.Single(result.Clusters);
        Assert.Equal((1.0, null, 0), (cluster.Density, cluster.Weakest, cluster.Bridges.Length));
        Assert.Equal(["gone", "gone"], result.UnknownIds.Select(u => u.Id));
        Assert.Equal("same by decision", result.Unknown.Text("decision")[0]);
    }

    [Fact]
    public void A_decision_holds_the_cluster_where_a_weak_link_would_not()
    {
        // a-b by decision; b-c is the only other link, and takes c off.
        var cluster = Assert.Single(Pairs.Cluster(Pairs.Of(Letters("abc"), "a-b 1", "b-c 2"), MatchDecisions.Of(Pairs.Same("a", "b"))).Clusters);
        Assert.Equal(2, cluster.Weakest);
        Assert.Equal(2, Assert.Single(cluster.Bridges).Weight);
        Assert.Equal(2 / 3.0, cluster.Density, 12);
    }

    [Fact]
    public void Rows_of_one_id_are_one_record_and_two_links_between_two_records_are_no_bridge()
    {
        var records = Pairs.Records(EntityKind.Accounts, "a", "b", "a");
        var result = Pairs.Cluster(Pairs.Of(records, [(0, 1, 3), (1, 2, 4)]));
        Assert.Equal([0, 0, 0], result.Group.AsEnumerable());
        var cluster = Assert.Single(result.Clusters);
        Assert.Empty(cluster.Bridges);
        Assert.Equal((1.0, 4.0), (cluster.Density, cluster.Weakest));
    }

    [Fact]
    public void Decisions_about_contacts_do_not_touch_accounts() => Assert.Equal("a b", Pairs.Shown(Pairs.Cluster(
        Pairs.Of(Letters("ab"), "a-b 3"), MatchDecisions.Of(new MatchDecision(EntityKind.Contacts, false, ["a", "b"])))));

    /// <summary>Records of one id are joined by the decision that names it, whichever row is linked.</summary>
    [Fact]
    public void A_repeated_id_is_kept_apart_in_all_its_rows()
    {
        var records = Pairs.Records(EntityKind.Accounts, "a", "b", "a", "c");
        var result = Pairs.Cluster(Pairs.Of(records, [(1, 2, 9), (0, 1, 8), (0, 3, 7)]), MatchDecisions.Of(Pairs.Different("a", "b")));
        Assert.Equal("a a c | b", Pairs.Shown(result));
        Assert.All(result.Refusals, r => Assert.True(r.IsVeto));
    }

    [Fact]
    public void Personal_fields_stay_personal_among_the_members()
    {
        var members = Pairs.Cluster(Pairs.Of(Letters("ab"), "a-b 3")).Members;
        Assert.Equal(["cluster", "record", "name"], members.Columns.Select(c => c.Name));
        Assert.Equal([false, false, true], members.Columns.Select(c => c.IsPersonal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void No_cluster_holds_a_forbidden_pair_and_every_pair_left_apart_was_refused(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var (pairs, decisions) = Drawn(random);
            var result = Pairs.Cluster(pairs, decisions, threshold: 2);
            var (ids, group) = (pairs.Records.Ids, result.Group);
            foreach (var decision in decisions.All)
            {
                var groups = decision.Records.Where(ids.Contains).Select(id => group[ids.IndexOf(id)]).ToArray();
                Assert.Equal(decision.Same ? Math.Min(1, groups.Length) : groups.Length, groups.Distinct().Count());
            }

            var refused = result.Refusals.Select(r => (Math.Min(r.Left, r.Right), Math.Max(r.Left, r.Right))).ToHashSet();
            for (var i = 0; i < pairs.Weight.Length; i++)
                Assert.Equal(pairs.Weight[i] >= 2 && group[pairs.Left[i]] != group[pairs.Right[i]], refused.Contains((pairs.Left[i], pairs.Right[i])));
            foreach (var refusal in result.Refusals)
            {
                Assert.Equal(group[refusal.Left], group[refusal.ForbiddenLeft]);
                Assert.Equal(group[refusal.Right], group[refusal.ForbiddenRight]);
                Assert.Contains(decisions.All, d => !d.Same && d.Records.Contains(ids[refusal.ForbiddenLeft]) && d.Records.Contains(ids[refusal.ForbiddenRight]));
            }
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Neither_the_order_of_rows_nor_that_of_pairs_changes_clusters_refusals_or_figures(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var (pairs, decisions) = Drawn(random);
            var rows = Enumerable.Range(0, pairs.Records.Ids.Length).ToArray();
            random.Shuffle(rows);
            var records = Pairs.Records(EntityKind.Accounts, [.. rows.Select(r => pairs.Records.Ids[r])]);
            var order = Enumerable.Range(0, pairs.Weight.Length).ToArray();
            random.Shuffle(order);
            var shuffled = Pairs.Of(records, order.Select(i => (Array.IndexOf(rows, pairs.Left[i]), Array.IndexOf(rows, pairs.Right[i]), pairs.Weight[i])));
            var (one, other) = (Pairs.Cluster(pairs, decisions, threshold: 2), Pairs.Cluster(shuffled, decisions, threshold: 2));
            Assert.Equal(Pairs.Shown(one), Pairs.Shown(other));
            Assert.Equal(one.Refused.ToCsv(), other.Refused.ToCsv());
            Assert.Equal(Figures(one), Figures(other));
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Bridges_are_the_links_without_which_the_cluster_falls_apart_and_the_weakest_parts_it_at_the_highest_threshold(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var (pairs, _) = Drawn(random);
            var all = Enumerable.Range(0, pairs.Weight.Length).Select(i => (pairs.Left[i], pairs.Right[i], pairs.Weight[i])).Where(p => p.Item3 >= 2).ToArray();
            foreach (var cluster in Pairs.Cluster(pairs, threshold: 2).Clusters)
            {
                var links = all.Where(p => cluster.Rows.Contains(p.Item1)).ToArray();
                Assert.Equal(links.Length, cluster.Links);
                // By definition, one link taken off at a time.
                var bridges = links.Where(l => !Connected(cluster, links.Where(o => o != l))).Select(l => (l.Item1, l.Item2)).Order().ToArray();
                Assert.Equal(bridges, cluster.Bridges.Select(b => (Math.Min(b.Left, b.Right), Math.Max(b.Left, b.Right))).Order());
                Assert.True(Connected(cluster, links.Where(l => l.Item3 >= cluster.Weakest)));
                Assert.False(Connected(cluster, links.Where(l => l.Item3 > cluster.Weakest)));
            }
        }
    }

    private static bool Connected(Cluster cluster, IEnumerable<(int Left, int Right, double Weight)> links)
    {
        var all = links.ToArray();
        var reached = new HashSet<int> { cluster.Rows[0] };
        while (all.Any(l => reached.Contains(l.Left) != reached.Contains(l.Right)))
        {
            foreach (var link in all.Where(l => reached.Contains(l.Left) || reached.Contains(l.Right))) reached.UnionWith([link.Left, link.Right]);
        }

        return reached.Count == cluster.Rows.Length;
    }

    private static string[] Figures(ClustersResult result) =>
        [.. result.Clusters.Select(c => $"{string.Join(' ', c.Rows.Select(r => result.Records.Ids[r]).Order(StringComparer.Ordinal))} {c.Links} {c.Weakest} {c.Bridges.Length} {string.Join(',', c.Review)}").Order(StringComparer.Ordinal)];

    /// <summary>Up to 24 records, pairs with weights that often tie, and decisions that agree with a hidden truth, so that they never contradict each other.</summary>
    private static (ScoredPairs Pairs, MatchDecisions Decisions) Drawn(Random random)
    {
        var records = Pairs.Records(EntityKind.Accounts, [.. Enumerable.Range(0, random.Next(2, 25)).Select(i => $"r{i:00}")]);
        var truth = records.Ids.Select(_ => random.Next(4)).ToArray();
        var pairs = new List<(int, int, double)>();
        for (var i = 0; i < truth.Length; i++)
        {
            for (var j = i + 1; j < truth.Length; j++)
            {
                if (random.Next(6) == 0) pairs.Add((i, j, random.Next(0, 8)));
            }
        }

        var decisions = new List<MatchDecision>();
        for (var i = 0; i < 6; i++)
        {
            var (a, b) = (random.Next(truth.Length), random.Next(truth.Length));
            if (a != b) decisions.Add(truth[a] == truth[b] ? Pairs.Same(records.Ids[a], records.Ids[b]) : Pairs.Different(records.Ids[a], records.Ids[b]));
        }

        decisions.Add(Pairs.Different("elsewhere", records.Ids[0]));
        return (Pairs.Of(records, pairs), MatchDecisions.Of(decisions));
    }
}
