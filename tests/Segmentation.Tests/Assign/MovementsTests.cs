using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;
using static Segmentation.Tests.Assign.SmallFrameworks;

namespace Segmentation.Tests.Assign;

public sealed class MovementsTests
{
    private const string Tiers = "Tier: Enterprise = employees >= 1000; Mid-Market = employees >= 100 and employees < 1000; SMB = employees < 100";

    /// <summary>The same tiers with 1,500 in the place of 1,000.</summary>
    private const string HigherTiers = "Tier: Enterprise = employees >= 1500; Mid-Market = employees >= 100 and employees < 1500; SMB = employees < 100";

    private static readonly SegmentationFramework V1 = Of("v1", Tiers);

    private static Movement Only(SegmentationFramework before, FrameworkRecords earlier, SegmentationFramework after, FrameworkRecords later) =>
        Assert.Single(Movements.Between(Run(before, earlier), Run(after, later)).All);

    [Fact]
    public void Sentences_hide_small_counts_under_a_mask()
    {
        // Two of three accounts move.
        var framework = Of("v1", "Size: Small = employees < 100; Large = employees >= 100");
        var result = Movements.Between(Run(framework, Records(Account("A", 50), Account("B", 50), Account("C", 50))), Run(framework, Records(Account("A", 500), Account("B", 500), Account("C", 50))));
        Assert.Contains("Size: 2 of 3 accounts changed place.", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("Size: fewer than 5 of fewer than 5 accounts changed place.", result.ToString(RenderOptions.Default with { Mask = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_changed_is_named_from_what_to_what()
    {
        // 900 -> 1,100 employees crosses 1,000; ARR changed too, but no rule names it.
        var moved = Only(V1, Records(Account("a", 900, 5000)), V1, Records(Account("a", 1100, 6000)));
        Assert.Equal(("Mid-Market", "Enterprise", MovementCause.DataChanged, "employees 900 → 1,100"), (moved.From, moved.To, moved.Cause, moved.Why));
        Assert.Equal((5000.0, 6000.0, 6000.0), (moved.ArrBefore, moved.ArrAfter, moved.Arr));
        Assert.Equal([new MovementValue("employees", "900", "1,100")], moved.Values.ToArray());
    }

    [Fact]
    public void Of_several_changed_values_only_those_that_move_the_record_are_named()
    {
        var framework = Of("v1", "Tier: Large = employees >= 1000 and industry = Technology; Small = otherwise");

        // Employees alone give Large; industry stays Technology in another spelling, which no rule tells apart.
        Assert.Equal("employees 900 → 1,100", Only(framework, Records(Account("a", 900, industry: "Technology")), framework, Records(Account("a", 1100, industry: "TECHNOLOGY"))).Why);

        // Neither alone gives Large: both are named.
        Assert.Equal("employees 900 → 1,100 and industry Healthcare → Technology", Only(framework, Records(Account("a", 900, industry: "Healthcare")), framework, Records(Account("a", 1100, industry: "Technology"))).Why);
    }

    [Fact]
    public void A_blank_that_was_filled_and_a_value_that_was_lost_are_causes_of_their_own()
    {
        var filled = Only(V1, Records(Account("a", null)), V1, Records(Account("a", 50)));
        Assert.Equal((DimensionAssignment.Unassigned, "SMB", MovementCause.BlankFilled, "employees blank → 50"), (filled.From, filled.To, filled.Cause, filled.Why));
        var lost = Only(V1, Records(Account("a", 50)), V1, Records(Account("a", null)));
        Assert.Equal(("SMB", DimensionAssignment.Unassigned, MovementCause.ValueBlanked, "employees 50 → blank"), (lost.From, lost.To, lost.Cause, lost.Why));
    }

    [Fact]
    public void A_threshold_that_moved_is_named_with_the_literal()
    {
        // 1,200 employees: Enterprise from 1,000, Mid-Market below 1,500. Both criteria answer differently, both are named.
        var moved = Only(V1, Records(Account("a", 1200)), Of("v2", HigherTiers), Records(Account("a", 1200)));
        Assert.Equal((MovementCause.ThresholdChanged, "Enterprise, employees: 1,000 → 1,500; Mid-Market, employees: 1,000 → 1,500"), (moved.Cause, moved.Why));
        Assert.Empty(moved.Values);
    }

    [Fact]
    public void Criteria_of_another_shape_are_a_rule_that_changed()
    {
        var v2 = Of("v2", "Tier: Enterprise = employees >= 1000 or arr >= 500_000; Mid-Market = employees >= 100 and employees < 1000; SMB = employees < 100");
        var moved = Only(V1, Records(Account("a", 50, 600_000)), v2, Records(Account("a", 50, 600_000)));
        Assert.Equal((MovementCause.RuleChanged, "Enterprise, employees >= 1000 → employees >= 1000 or arr >= 500_000"), (moved.Cause, moved.Why));
    }

    [Fact]
    public void Another_text_in_a_list_is_another_rule_and_no_threshold()
    {
        var (v1, v2) = (Of("v1", "Focus: Yes = industry in [Technology, Healthcare]; No = otherwise"), Of("v2", "Focus: Yes = industry in [Technology, Financial Services]; No = otherwise"));
        var moved = Only(v1, Records(Account("a", industry: "Healthcare")), v2, Records(Account("a", industry: "Healthcare")));
        Assert.Equal((MovementCause.RuleChanged, "Yes, industry: Technology or Healthcare → Technology or Financial Services"), (moved.Cause, moved.Why));
    }

    [Fact]
    public void Another_order_of_segments_and_another_policy_are_rules_that_changed()
    {
        var (v1, v2) = (Of("v1", "Tier: Big = employees >= 100; Rich = arr >= 500"), Of("v2", "Tier: Rich = arr >= 500; Big = employees >= 100"));
        var byOrder = v1 with { Conflicts = ConflictPolicy.Order };
        Assert.Equal("order of segments: Big, Rich → Rich, Big", Only(byOrder, Records(Account("a", 200)), v2 with { Conflicts = ConflictPolicy.Order }, Records(Account("a", 200))).Why);

        // Rich matches only by ARR, a value field: it wins under value first, and stands second in order.
        Assert.Equal("policy of conflicts: Order → ValueFirst", Only(byOrder, Records(Account("a", 200)), v1, Records(Account("a", 200))).Why);
    }

    [Fact]
    public void Where_neither_data_nor_rule_alone_gives_the_place_both_are_the_cause()
    {
        // Old rule on new data (1,200): Enterprise. New rule on old data (50): SMB. New on new: Mid-Market. Was SMB.
        var moved = Only(V1, Records(Account("a", 50)), Of("v2", HigherTiers), Records(Account("a", 1200)));
        Assert.Equal(("SMB", "Mid-Market", MovementCause.DataAndRule), (moved.From, moved.To, moved.Cause));
        Assert.Equal("employees 50 → 1,200; Enterprise, employees: 1,000 → 1,500; Mid-Market, employees: 1,000 → 1,500", moved.Why);
    }

    [Fact]
    public void Where_either_alone_gives_the_place_that_is_said()
    {
        // Old rule on new data (900): Mid-Market. New rule on old data (1,200): Mid-Market, too.
        var moved = Only(V1, Records(Account("a", 1200)), Of("v2", HigherTiers), Records(Account("a", 900)));
        Assert.Equal(("Enterprise", "Mid-Market", MovementCause.DataOrRule), (moved.From, moved.To, moved.Cause));
    }

    [Fact]
    public void Time_that_passed_is_a_cause_where_neither_values_nor_rules_changed()
    {
        var framework = Of("v1", "Activity: Active = last_activity_date >= as_of - 90 days; Quiet = otherwise");
        var earlier = Records(Account("a", active: new DateTime(2026, 5, 1)));

        // 90 days before 30 June is 1 April; before 31 August it is 2 June: 1 May lies between the two.
        var moved = Only(framework, earlier, framework, earlier with { AsOf = new DateTime(2026, 8, 31) });
        Assert.Equal(("Active", "Quiet", MovementCause.TimePassed, "as-of date 2026-06-30 → 2026-08-31"), (moved.From, moved.To, moved.Cause, moved.Why));
    }

    [Fact]
    public void An_override_that_was_set_expired_or_withdrawn_is_the_cause()
    {
        var records = Records(Account("a", 50));
        var with = V1.Overriding("a", "Tier", "Enterprise", new DateTime(2026, 7, 31));
        var set = Only(V1, records, with, records);
        Assert.Equal(("SMB", "Enterprise", MovementCause.Override, "override by VP Customer Success set, until 2026-07-31: strategic"), (set.From, set.To, set.Cause, set.Why));

        // The last day on which it holds is included: on 1 August it is over.
        var expired = Only(with, records, with, records with { AsOf = new DateTime(2026, 8, 1) });
        Assert.Equal((MovementCause.Override, "override by VP Customer Success expired on 2026-07-31"), (expired.Cause, expired.Why));
        Assert.Equal("override by VP Customer Success withdrawn", Only(with, records, V1, records).Why);
    }

    [Fact]
    public void An_exclusion_that_holds_now_is_the_cause_with_the_value_or_the_rule_behind_it()
    {
        var framework = V1.Excluding("Competitors", "account_type = Competitor");
        var byData = Only(framework, Records(Account("a", type: "Customer")), framework, Records(Account("a", type: "Competitor")));
        Assert.Equal(("SMB", DimensionAssignment.Excluded, MovementCause.Exclusion, "Competitors holds: account_type Customer → Competitor"), (byData.From, byData.To, byData.Cause, byData.Why));
        var competitor = Records(Account("a", type: "Competitor"));
        Assert.Equal("Competitors holds: the exclusions changed", Only(V1, competitor, framework, competitor).Why);
        Assert.Equal("Competitors no longer holds: the exclusions changed", Only(framework, competitor, V1, competitor).Why);
    }

    [Fact]
    public void New_and_lost_records_are_movements_without_a_place_on_one_side()
    {
        var all = Movements.Between(Run(V1, Records(Account("a"), Account("b", arr: 7))), Run(V1, Records(Account("c", arr: 9), Account("a")))).All;
        Assert.Equal([("c", null, "SMB", MovementCause.NewRecord, 9.0), ("b", "SMB", null, MovementCause.LostRecord, 7.0)], all.Select(m => (m.Id, m.From, m.To, m.Cause, m.Arr!.Value)));
    }

    [Fact]
    public void Repeated_and_blank_ids_are_counted_and_take_no_part_twice()
    {
        var framework = Of("v1", Tiers);
        var result = Movements.Between(
            Run(framework, Records(Account("a", 50), Account("a", 5000))),
            Run(framework, Records(Account("a", 50), Account(string.Empty, 50), Account("a", 500))));
        Assert.Empty(result.All);
        Assert.Contains("Accounts: 1 rows without an id are left out.", result.Notes);
        Assert.Contains("Accounts: 2 rows repeat an id; its first row stands for it.", result.Notes);
    }

    [Fact]
    public void A_field_that_only_the_newer_framework_declares_is_taken_as_unchanged_and_said()
    {
        var older = V1 with { Fields = [.. V1.Fields.Where(f => f.Definition.Name != "industry")] };
        var records = Records(Account("a", 50, industry: "Healthcare"));
        var earlier = records with { Fields = new Table("accounts", records.Fields.Columns.Where(c => c.Name != "industry")) };
        var result = Movements.Between(Run(older, earlier), Run(Of("v2", "Tier: Enterprise = industry = Healthcare; SMB = otherwise"), records));

        // New rule on the old data, with the industry of the newer export: Enterprise. So the rule alone gives it.
        Assert.Equal(MovementCause.RuleChanged, Assert.Single(result.All).Cause);
        Assert.Contains(result.Notes, n => n.StartsWith("Accounts: industry is in one framework only", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dimension_of_one_side_only_is_said_and_not_compared()
    {
        var result = Movements.Between(Run(V1, Records(Account("a"))), Run(Of("v2", "Focus: All = otherwise"), Records(Account("a"))));
        Assert.Empty(result.Matrices);
        Assert.Equal(["The dimension 'Tier' is only in v1, and is not compared.", "The dimension 'Focus' is only in v2, and is not compared."], result.Notes.ToArray());
    }

    [Fact]
    public void Data_only_rule_only_and_both_together_are_all_that_moved()
    {
        // Random records and thresholds, seeded; the four assignments are made here once more, whole.
        var random = new Random(20260630);
        for (var trial = 0; trial < 20; trial++)
        {
            int low = random.Next(50, 150), high = random.Next(500, 1500);
            var v2 = Of("v2", $"Tier: Enterprise = employees >= {high} or arr >= 5000; Mid-Market = employees >= {low} and employees < {high}; SMB = employees < {low}");
            var (earlier, later) = (Draw(), Draw());
            var (a, b, c, d) = (Places(V1, earlier), Places(V1, later), Places(v2, earlier), Places(v2, later));
            var rows = Enumerable.Range(0, a.Length).Where(i => a[i] != d[i]).ToArray();
            var all = Movements.Between(Run(V1, earlier), Run(v2, later)).All;
            Assert.Equal(rows.Length, all.Length);
            Assert.Equal(rows.Count(i => b[i] == d[i] && c[i] != d[i]), Count(MovementCause.DataChanged, MovementCause.BlankFilled, MovementCause.ValueBlanked));
            Assert.Equal(rows.Count(i => b[i] != d[i] && c[i] == d[i]), Count(MovementCause.RuleChanged, MovementCause.ThresholdChanged));
            Assert.Equal(rows.Count(i => b[i] != d[i] && c[i] != d[i]), Count(MovementCause.DataAndRule));
            Assert.Equal(rows.Count(i => b[i] == d[i] && c[i] == d[i]), Count(MovementCause.DataOrRule));

            int Count(params MovementCause[] causes) => all.Count(m => causes.Contains(m.Cause));
        }

        FrameworkRecords Draw() => Records([.. Enumerable.Range(0, 100).Select(i => Account($"{i}", random.Next(8) == 0 ? null : random.Next(2000), random.Next(6000)))]);
        static string[] Places(SegmentationFramework framework, FrameworkRecords records) =>
            [.. Enumerable.Range(0, records.Count).Select(Assignment.Run(framework, records).Dimensions[0].NameOf)];
    }

    [Fact]
    public void Rows_and_columns_of_the_matrix_add_up_to_the_segments_of_both_sides()
    {
        var (earlier, later) = (Records(Account("a", 50, 1), Account("b", 500, 10), Account("c", 5000, 100)), Records(Account("a", 500, 2), Account("b", 500, 20), Account("d", null, 200)));
        var result = Movements.Between(Run(V1, earlier), Run(V1, later));
        var matrix = Assert.Single(result.Matrices);

        // a SMB to Mid-Market, b stays, c lost from Enterprise, d new and Unassigned. ARR after, for c before: 2 + 20 + 100 + 200.
        Assert.Equal([("Enterprise", "Lost", 1, 100.0), ("Mid-Market", "Mid-Market", 1, 20.0), ("SMB", "Mid-Market", 1, 2.0), ("New", "Unassigned", 1, 200.0)],
            matrix.Flows.Select(f => (f.From, f.To, f.Count, f.Arr!.Value)));
        Assert.Equal((4, 3, 322.0, 302.0), (matrix.Records, matrix.Changed, matrix.Arr, matrix.ArrChanged));
        Assert.Equal(["Enterprise", "Mid-Market", "SMB", "Unassigned", "Excluded", "New"], matrix.From.ToArray());
        Assert.Equal([1.0, 1, 1, 0, 0, 1], matrix.ToTable().Number("total").Values.ToArray());
        Assert.Equal([100.0, 20, 2, 0, 0, 200], matrix.ArrTable.Number("total").Values.ToArray());
        Assert.Equal(3, result.ToTable().Number("records").Values.ToArray().Sum());
    }

    [Fact]
    public void Without_records_and_without_accounts_there_is_nothing_to_compare()
    {
        var none = new AssignmentResult { Framework = V1, AsOf = AsOf };
        Assert.Empty(Movements.Between(none, none).All);
        var empty = Movements.Between(Run(V1, Records()), Run(V1, Records()));
        Assert.Equal("nothing moved", empty.ToTable().Text("cause")[0]);
        Assert.Equal(["Accounts are assigned on one side only, and are not compared."], Movements.Between(none, Run(V1, Records())).Notes.ToArray());
    }

    [Fact]
    public void ARR_of_contacts_is_shown_and_not_added_up_because_several_share_an_account()
    {
        var framework = V1 with { Fields = [.. V1.Fields.Select(f => f with { Of = EntityKind.Contacts })], Dimensions = [.. V1.Dimensions.Select(d => d with { Of = EntityKind.Contacts })] };
        var result = Movements.Between(Contacts(50), Contacts(500));
        Assert.Equal(1000, Assert.Single(result.All).ArrAfter);
        Assert.Null(Assert.Single(result.Matrices).Arr);
        Assert.True(result.ToTable().Number("ARR").IsNull(0));

        AssignmentResult Contacts(double employees) => new() { Framework = framework, AsOf = AsOf, Contacts = Assignment.Run(framework, Records(Account("a", employees)) with { Of = EntityKind.Contacts }) };
    }

    [Fact]
    public void A_negative_amount_is_a_mistake_and_adds_nothing()
    {
        var matrix = Assert.Single(Movements.Between(Run(V1, Records(Account("a", 50, -5), Account("b", 50, 7))), Run(V1, Records(Account("a", 500, -5), Account("b", 500, 7)))).Matrices);
        Assert.Equal((7.0, 7.0), (matrix.Arr, matrix.ArrChanged));
    }

    [Fact]
    public void Names_are_hidden_under_a_mask()
    {
        var result = Movements.Between(Run(V1, Records(Account("a", 50))), Run(V1, Records(Account("a", 500))));
        Assert.DoesNotContain("Company a", result.Records.ToString(RenderOptions.Default with { Mask = true }), StringComparison.Ordinal);
        Assert.Contains("Company a", result.Records.ToString(), StringComparison.Ordinal);
    }
}
