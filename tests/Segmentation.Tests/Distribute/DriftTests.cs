using Segmentation.Assign;
using Segmentation.Distribute;
using Segmentation.Load;
using Segmentation.Playbook;
using static Segmentation.Tests.Distribute.DriftAssignments;

namespace Segmentation.Tests.Distribute;

public sealed class DriftTests
{
    [Fact]
    public void A_segment_of_25_that_shows_24_percent_more_is_flagged_but_not_said_to_have_moved()
    {
        // 6 of 100 SMB accounts became Enterprise: 25 to 31.
        var drift = Drift.Between(Of(May, Many(1, ("SMB", 100), ("Enterprise", 25))), Of(June, Many(1, ("SMB", 94), ("Enterprise", 31))));
        var enterprise = Row(drift, "Enterprise");
        Assert.Equal((25, 31, 6, 0), (enterprise.Baseline, enterprise.Current, enterprise.Entered, enterprise.Left));
        Assert.Equal(.24, enterprise.Change!.Value, 12);
        Assert.True(enterprise.IsOutside);
        Assert.Equal(DriftVerdict.Inconclusive, enterprise.Verdict);

        // Hand derivation: NetChangeIntervalTests.
        Assert.Equal(.03796, enterprise.Interval!.Value.Low, 4);
        Assert.Equal(.52238, enterprise.Interval!.Value.High, 4);
        Assert.Equal(DriftVerdict.Within, Row(drift, "SMB").Verdict);
    }

    [Fact]
    public void The_same_share_of_a_large_segment_has_moved()
    {
        // 1,000 to 1,300, all of them gained: Garwood of 300 reaches from 267 to 336, Wilson of 0 in 1,000 to 3.8 records: 26.7% to 33.6%.
        var drift = Drift.Between(Of(May, Many(1, ("SMB", 4000), ("Enterprise", 1000))), Of(June, Many(1, ("SMB", 3700), ("Enterprise", 1300))));
        Assert.Equal(DriftVerdict.Moved, Row(drift, "Enterprise").Verdict);
        Assert.Equal(DriftVerdict.Within, Row(drift, "SMB").Verdict);
    }

    [Fact]
    public void Exactly_20_percent_is_not_outside_and_one_record_more_is()
    {
        var baseline = Of(May, Many(1, ("SMB", 35), ("Enterprise", 10)));
        Assert.False(Row(Drift.Between(baseline, Of(June, Many(1, ("SMB", 42), ("Enterprise", 12)))), "SMB").IsOutside);
        Assert.False(Row(Drift.Between(baseline, Of(June, Many(1, ("SMB", 28), ("Enterprise", 8)))), "Enterprise").IsOutside);
        Assert.True(Row(Drift.Between(baseline, Of(June, Many(1, ("SMB", 43), ("Enterprise", 10)))), "SMB").IsOutside);
        Assert.True(Row(Drift.Between(baseline, Of(June, Many(1, ("SMB", 27), ("Enterprise", 10)))), "SMB").IsOutside);
    }

    [Fact]
    public void The_limit_is_the_frameworks_or_the_one_given()
    {
        var (baseline, current) = (Of(May, Many(1, ("SMB", 100))), Of(June, Many(1, ("SMB", 115))));
        Assert.False(Row(Drift.Between(baseline, current), "SMB").IsOutside);
        var strict = Drift.Between(baseline, current, PlaybookLimits.Default with { SegmentChange = .1 });
        Assert.True(Row(strict, "SMB").IsOutside);
        Assert.NotNull(strict.ToTable().Find("outside ±10%"));
    }

    [Fact]
    public void Every_segment_is_a_row_though_nothing_is_in_it()
    {
        var drift = Drift.Between(Of(May, Many(1, ("SMB", 3), (null, 2))), Of(June, Many(1, ("SMB", 3), ("Mid-Market", 2))));
        Assert.Equal(["SMB", "Mid-Market", "Enterprise", "Unassigned"], drift.Dimensions[0].Segments.Select(s => s.Segment));
        Assert.Equal(DriftVerdict.Empty, Row(drift, "Enterprise").Verdict);
        Assert.Equal(DriftVerdict.New, Row(drift, "Mid-Market").Verdict);
        Assert.True(Row(drift, "Mid-Market").IsOutside);
        Assert.Null(Row(drift, "Mid-Market").Change);
        Assert.Equal((2, 0, 2), (Row(drift, "Unassigned").Baseline, Row(drift, "Unassigned").Current, Row(drift, "Unassigned").Left));
        Assert.Equal(4, drift.ToTable().RowCount);
    }

    [Fact]
    public void The_measures_of_a_dimension_agree_with_the_reference_values()
    {
        // [500, 300, 200] to [450, 330, 220]: the index and the distances as in PopulationStabilityTests and DivergenceTests, and (1/n + 1/m) χ²(2; .95) = .002 × 5.991465.
        var drift = Drift.Between(Of(May, Many(1, ("SMB", 500), ("Mid-Market", 300), ("Enterprise", 200))), Of(June, Many(1, ("SMB", 450), ("Mid-Market", 330), ("Enterprise", 220))));
        var tier = drift.Dimension("tier");
        Assert.Equal(["SMB", "Mid-Market", "Enterprise", "Unassigned"], tier.Bins.AsEnumerable());
        Assert.Equal(.0100335, tier.StabilityIndex!.Value, 7);
        Assert.Equal(.05, tier.TotalVariation!.Value, 10);
        Assert.Equal(.0425283, tier.JensenShannon!.Value, 7);
        Assert.Equal(.0354108, tier.Hellinger!.Value, 7);
        Assert.Equal(.011982930, tier.StabilityCriticalValue!.Value, 8);
        Assert.Equal(2, tier.ChiSquare.DegreesOfFreedom);
        Assert.False(tier.IsShifted);
        Assert.Equal("no shift beyond chance", tier.Verdict);

        // By hand: Σ(o - e)²/e over both rows, each half of the column expected: 2(25²/475 + 15²/315 + 10²/210).
        Assert.Equal(2 * ((625 / 475d) + (225 / 315d) + (100 / 210d)), tier.ChiSquare.Statistic, 10);
    }

    [Fact]
    public void The_verdict_of_a_dimension_tells_chance_from_size()
    {
        Assert.Equal("shifted by more than chance, moderate by custom", Verdict(1000, [700, 200, 100], [500, 300, 200]));
        Assert.Equal("no shift beyond chance, though moderate by custom: too few records to tell", Verdict(20, [14, 4, 2], [10, 6, 4]));
        Assert.Equal("shifted by more than chance, large by custom", Verdict(1000, [800, 100, 100], [300, 300, 400]));
        Assert.Equal("shifted by more than chance, small by custom", Verdict(100_000, [50_000, 30_000, 20_000], [45_000, 33_000, 22_000]));

        static string Verdict(int records, int[] was, int[] now)
        {
            Assert.Equal(records, was.Sum());
            return Drift.Between(Tiers(May, was), Tiers(June, now)).Dimensions[0].Verdict;
        }

        static AssignmentResult Tiers(DateTime asOf, int[] counts) => Of(asOf, Many(1, ("SMB", counts[0]), ("Mid-Market", counts[1]), ("Enterprise", counts[2])));
    }

    [Fact]
    public void Reclassified_new_and_lost_add_up_to_the_change_in_records_and_ARR()
    {
        var random = new Random(7);
        string?[] words = ["SMB", "Mid-Market", "Enterprise", null, "Competitor"];
        var drift = Drift.Between(Of(May, Some(0, 900), excludes: true), Of(June, Some(100, 1100), excludes: true));
        Assert.Equal(5, drift.Dimensions[0].Segments.Length);
        foreach (var row in drift.Dimensions[0].Segments)
        {
            Assert.True(row.ReclassifiedIn > 0 && row.ReclassifiedOut > 0 && row.New > 0 && row.Lost > 0, row.Segment);
            Assert.Equal(row.Current - row.Baseline, row.ReclassifiedIn - row.ReclassifiedOut + row.New - row.Lost);
            Assert.Equal(row.Current - row.Baseline, row.Entered - row.Left);

            // Amounts are whole: their sums are exact.
            Assert.Equal(row.Arr!.Current - row.Arr.Baseline, row.Arr.ReclassifiedIn - row.Arr.ReclassifiedOut + row.Arr.New - row.Arr.Lost + row.Arr.Stayed);
        }

        Assert.Equal(100, drift.Dimensions[0].Segments.Sum(s => s.Lost));
        Assert.Equal(200, drift.Dimensions[0].Segments.Sum(s => s.New));
        var table = drift.AttributionTable;
        for (var row = 0; row < table.RowCount; row++)
            Assert.Equal(table.Number("now").Values[row], table.Number("baseline").Values[row] + new[] { "reclassified in", "reclassified out", "new", "lost" }.Sum(c => table.Number(c).Values[row]));

        (string, string?, double?)[] Some(int from, int to) =>
            [.. Enumerable.Range(from, to - from).Select(i => ($"a{i}", words[random.Next(words.Length)], (double?)(random.Next(3) == 0 ? null : random.Next(100_000))))];
    }

    [Fact]
    public void The_migration_matrix_holds_every_record_once_with_new_and_lost_ones()
    {
        var drift = Drift.Between(
            Of(May, [("a", "SMB", 10), ("b", "SMB", 20), ("c", "Enterprise", 300), ("d", null, null)]),
            Of(June, [("a", "SMB", 11), ("b", "Mid-Market", 50), ("d", "SMB", 5), ("e", "Enterprise", 400)]));
        var migration = drift.Migration("Tier");
        Assert.Equal(
            [("SMB", "Mid-Market", 1, 50), ("Enterprise", "Lost", 1, 300), ("Unassigned", "SMB", 1, 5), ("New", "Enterprise", 1, 400)],
            migration.Flows.Where(f => f.From != f.To).Select(f => (f.From, f.To, f.Count, f.Arr!.Value)));
        Assert.Equal(5, migration.Records);
        Assert.Equal(
            """
            from,to SMB,to Mid-Market,to Enterprise,to Unassigned,to Excluded,to Lost,total
            SMB,1,1,0,0,0,0,2
            Mid-Market,0,0,0,0,0,0,0
            Enterprise,0,0,0,0,0,1,1
            Unassigned,1,0,0,0,0,0,1
            Excluded,0,0,0,0,0,0,0
            New,0,0,1,0,0,0,1

            """,
            migration.ToTable().ToCsv().Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void A_segment_renamed_is_one_that_all_left_and_one_that_all_entered_and_is_said()
    {
        var drift = Drift.Between(
            Of(May, Many(1, ("SMB", 60), ("Large", 40)), "v1", false, "SMB", "Large"),
            Of(June, Many(1, ("SMB", 60), ("Enterprise", 40)), "v2", false, "smb", "Enterprise"));
        Assert.Equal(["smb", "Enterprise", "Large", "Unassigned"], drift.Dimensions[0].Segments.Select(s => s.Segment));
        Assert.Equal(["smb", "Large", "Unassigned", "segments that the baseline did not have"], drift.Dimensions[0].Bins.AsEnumerable());
        Assert.Equal((60, 60), (Row(drift, "smb").Baseline, Row(drift, "smb").Current));
        Assert.Contains("Segment 'Large' of 'Tier' is only in the baseline: its records count as having left it.", drift.Notes);
        Assert.Contains("Segment 'Enterprise' of 'Tier' is not in the baseline: its records count as having entered it.", drift.Notes);
        Assert.Contains(drift.Notes, n => n.StartsWith("The rules changed too, from v1 to v2", StringComparison.Ordinal));
        Assert.Contains("Segment &#39;Large&#39;", drift.ToHtml(), StringComparison.Ordinal);
        Assert.True(drift.Dimensions[0].IsShifted);
    }

    [Fact]
    public void An_excluded_record_is_a_row_but_no_share()
    {
        var drift = Drift.Between(Of(May, Many(1, ("SMB", 50), ("Enterprise", 50)), excludes: true), Of(June, Many(1, ("SMB", 50), ("Competitor", 50)), excludes: true));
        Assert.Equal((0, 50, 50), (Row(drift, "Excluded").Baseline, Row(drift, "Excluded").Current, Row(drift, "Excluded").ReclassifiedIn));
        Assert.Equal((100, 50), (drift.Dimensions[0].BaselineRecords, drift.Dimensions[0].CurrentRecords));
    }

    [Fact]
    public void The_same_assignment_twice_shows_no_drift_at_all()
    {
        var same = Of(May, Many(1, ("SMB", 300), ("Enterprise", 20)));
        var drift = Drift.Between(same, same);
        Assert.All(drift.Dimensions[0].Segments, s => Assert.False(s.IsOutside));
        Assert.Equal((0, 1), (drift.Dimensions[0].StabilityIndex, drift.Dimensions[0].StabilityPValue));
        Assert.Equal(0, drift.Migration("Tier").Changed);

        // Wilson of 0 in 20 ends at 16.1%, Garwood of 0 at 3.7 records, 18.4% of 20: even 20 records that all stayed are within.
        Assert.Equal(DriftVerdict.Within, Row(drift, "Enterprise").Verdict);
    }

    [Fact]
    public void Snapshots_without_a_common_id_are_compared_as_different_records()
    {
        var drift = Drift.Between(Of(May, Many(1, ("SMB", 100))), Of(June, Many(5000, ("SMB", 100))));
        Assert.Contains("No id of the baseline's accounts is there now: they are compared as two samples of different records. Are both exports of one system?", drift.Notes);
        Assert.DoesNotContain(drift.Notes, n => n.Contains("p-values", StringComparison.Ordinal));

        // Wilson of 100 in 200 at 95%: .5 ± .0686; p/(1 - p) - 1 is -.2413 to .3181.
        Assert.Equal(-.2413, Row(drift, "SMB").Interval!.Value.Low, 3);
        Assert.Equal(.3181, Row(drift, "SMB").Interval!.Value.High, 3);
    }

    [Fact]
    public void A_side_without_records_gives_rows_and_no_measures()
    {
        var drift = Drift.Between(Of(May, []), Of(June, Many(1, ("SMB", 5))));
        Assert.Equal(4, drift.Dimensions[0].Segments.Length);
        Assert.Null(drift.Dimensions[0].StabilityIndex);
        Assert.Equal("nothing to compare: a side has no records", drift.Dimensions[0].Verdict);
        Assert.Empty(drift.Dimensions[0].BaselineShares);
        Assert.Equal(4, Drift.Between(Of(May, []), Of(June, [])).ToTable().RowCount);
        Assert.Equal(1, drift.DimensionsTable.RowCount);
    }

    [Fact]
    public void A_side_that_divides_nothing_is_said()
    {
        var none = Of(May, []) with { Accounts = null };
        var drift = Drift.Between(none, Of(June, Many(1, ("SMB", 5)), "v2"));
        Assert.Contains("Only v2 divides accounts: there is nothing to compare them with.", drift.Notes);
        Assert.Equal(0, drift.ToTable().RowCount);
        Assert.Equal(0, Drift.Between(none, none).AttributionTable.RowCount);
        var error = Assert.Throws<KeyNotFoundException>(() => drift.Dimension("Tier"));
        Assert.Equal("There is no drift of accounts by 'Tier'. There is: none.", error.Message);
    }

    [Fact]
    public void A_baseline_after_the_other_side_is_said()
    {
        var drift = Drift.Between(Of(June, Many(1, ("SMB", 5))), Of(May, Many(1, ("SMB", 5))));
        Assert.Contains(drift.Notes, n => n.StartsWith("The baseline is of 2026-06-30, after the 2026-05-31 of the other side", StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_without_an_id_takes_no_part_and_is_said()
    {
        var drift = Drift.Between(Of(May, [("a", "SMB", 1), ("", "SMB", 1)]), Of(June, [("a", "SMB", 1), ("a", "SMB", 1)]));
        Assert.Equal((1, 1), (Row(drift, "SMB").Baseline, Row(drift, "SMB").Current));
        Assert.Contains("1 rows of accounts have no id and are left out.", drift.Notes);
        Assert.Contains("1 rows of accounts repeat an id; its first row stands for it.", drift.Notes);
    }

    [Fact]
    public void ARR_is_flagged_apart_from_the_count()
    {
        var drift = Drift.Between(Of(May, [("a", "SMB", 100), ("b", "SMB", 100)]), Of(June, [("a", "SMB", 100), ("b", "SMB", 159)]));
        Assert.False(Row(drift, "SMB").IsOutside);
        Assert.True(Row(drift, "SMB").Arr!.IsOutside);
        Assert.Equal(.295, Row(drift, "SMB").Arr!.Change!.Value, 12);
        Assert.Equal(59, Row(drift, "SMB").Arr!.Stayed);
        Assert.Null(Row(drift, "Enterprise").Arr!.Change);
        Assert.False(Row(drift, "Enterprise").Arr!.IsOutside);
    }

    [Fact]
    public void The_summary_says_how_many_moved_and_how_many_may_have()
    {
        var drift = Drift.Between(Of(May, Many(1, ("SMB", 4000), ("Mid-Market", 25), ("Enterprise", 1000))), Of(June, Many(1, ("SMB", 3694), ("Mid-Market", 31), ("Enterprise", 1300))));
        Assert.Equal(
            "From 2026-05-31 (v1) to 2026-06-30 (v1): 2 of 4 segments are outside ±20%; 1 certainly moved by more, 1 may have and are too small to tell. Shifted by more than chance: Tier.",
            drift.Summary());
    }

    [Fact]
    public void Null_arguments_are_refused()
    {
        var some = Of(May, []);
        Assert.Throws<ArgumentNullException>(() => Drift.Between(null!, some));
        Assert.Throws<ArgumentNullException>(() => Drift.Between(some, null!));
    }

    private static SegmentDrift Row(DriftResult drift, string segment) => drift.Dimension("Tier", EntityKind.Accounts).Segments.Single(s => s.Segment == segment);
}
