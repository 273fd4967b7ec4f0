using Segmentation.Assign;
using Segmentation.Distribute;
using Segmentation.Tables;

namespace Segmentation.Tests.Distribute;

public sealed class CrossTableTests
{
    // Four accounts: (SMB, EU), (SMB, US), (SMB, EU), (Large, no region).
    private static SmallAssignment Four => SmallAssignment.Accounts
        .Dimension("size", ["SMB", "Large"], "SMB", "SMB", "SMB", "Large").Dimension("region", ["EU", "US"], "EU", "US", "EU", null).Arr(10, 20, 30, 40);

    [Fact]
    public void The_first_two_dimensions_are_crossed_where_none_are_named_and_the_most_uneven_is_the_one_with_the_largest_segment()
    {
        // SMB has three of four accounts, EU two of four.
        var result = Distribution.Of(Four.Run());
        Assert.Equal(("size", "region"), (result.CrossTable()!.RowDimension, result.CrossTable()!.ColumnDimension));
        Assert.Equal("size", result.MostUneven!.Name);
        var single = Distribution.Of(SmallAssignment.Accounts.Dimension("size", ["SMB"], new string?[] { null }).Run());
        Assert.Null(single.CrossTable());
        Assert.Null(single.MostUneven);
    }

    [Fact]
    public void Counts_shares_and_arr_of_each_cell_are_those_of_four_accounts_by_hand()
    {
        var cross = Distribution.Of(Four.Run()).CrossTable("size", "region");
        Assert.Equal<string>(["SMB", "Large", "Unassigned"], cross.RowSegments);
        Assert.Equal<string>(["EU", "US", "Unassigned"], cross.ColumnSegments);
        Assert.Equal<int>([2, 1, 0], cross.Records[0]);
        Assert.Equal<int>([0, 0, 1], cross.Records[1]);
        Assert.Equal<int>([0, 0, 0], cross.Records[2]);
        Assert.Equal<double>([40, 20, 0], cross.Arr[0]);
        Assert.Equal([2 / 3.0, 1 / 3.0, 0], cross.RowShares[0].Select(s => s!.Value));
        Assert.All(cross.RowShares[2], s => Assert.Null(s));
        var shares = cross.Shares;
        Assert.Equal(["SMB", "Large", "Unassigned", "All"], shares.Text("size").Dictionary.ToArray());
        Assert.Equal([0.5, 0.25, 0.25], new[] { "EU", "US", "Unassigned" }.Select(c => shares.Number(c)[3]!.Value));
        Assert.Equal(100, cross.ArrTable.Number("all ARR")[3]);
    }

    [Fact]
    public void Segments_that_are_called_like_another_column_get_a_number()
    {
        var result = Distribution.Of(SmallAssignment.Accounts.Dimension("size", ["S"], "S").Dimension("odd", ["SIZE", "all records"], "SIZE").Run());
        Assert.Equal(["size", "SIZE 2", "all records", "Unassigned", "all records 2"], result.CrossTable("size", "odd").ToTable().Columns.Select(c => c.Name));
    }

    [Fact]
    public void A_dimension_of_accounts_is_not_crossed_with_one_of_contacts()
    {
        var accounts = Four.Run();
        var contacts = SmallAssignment.Contacts.Dimension("level", ["VP"], "VP").Run();
        var result = Distribution.Of(accounts with { Framework = accounts.Framework with { Dimensions = [.. accounts.Framework.Dimensions, .. contacts.Framework.Dimensions] }, Contacts = contacts.Contacts });
        Assert.StartsWith("'size' divides accounts but 'level' divides contacts; a cross-table needs two dimensions of the same records.",
            Assert.Throws<ArgumentException>(() => result.CrossTable("size", "level")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Combinations_are_named_by_the_naming_convention_and_counted_by_hand()
    {
        var combinations = Distribution.Of(Four.Run()).Combinations();
        Assert.Equal(["size: SMB | region: EU", "size: SMB | region: US", "size: Large | region: Unassigned"], combinations.Items.Select(c => c.Name));
        Assert.Equal([2, 1, 1], combinations.Items.Select(c => c.Records));
        Assert.Equal([40, 20, 40], combinations.Items.Select(c => c.Arr!.Value));
        Assert.Equal([true, true, false], combinations.Items.Select(c => c.IsComplete));
        Assert.Equal((4.0, 2, 2, 2, 1), (combinations.Possible, combinations.Occurring, combinations.BelowError, combinations.BelowWarn, combinations.IncompleteRecords));
        Assert.Equal("4 combinations are possible and 2 occur; 2 of these have fewer than 30 accounts, 2 fewer than 20. That is fewer than the 15 micro-segments that cannot be acted on (customer success playbook).", combinations.Headline);
    }

    [Fact]
    public void A_combination_of_exactly_20_is_not_below_20_and_one_of_exactly_30_not_below_30()
    {
        var values = SmallAssignment.Repeat(("a", 19), ("b", 20), ("c", 29), ("d", 30));
        var combinations = Distribution.Of(SmallAssignment.Accounts.Dimension("x", ["a", "b", "c", "d"], values).Run()).Combinations();
        Assert.Equal((1, 3), (combinations.BelowError, combinations.BelowWarn));
    }

    [Fact]
    public void Combinations_of_many_dimensions_do_not_overflow()
    {
        var assignment = SmallAssignment.Accounts;
        string[] segments = [.. Enumerable.Range(0, 10).Select(i => $"s{i}")];
        for (var d = 0; d < 30; d++) assignment = assignment.Dimension($"d{d}", segments, "s1", "s2", "s1");
        var combinations = Distribution.Of(assignment.Run()).Combinations();
        Assert.Equal(1e30, combinations.Possible, 1e15);
        Assert.Equal([2, 1], combinations.Items.Select(c => c.Records));
    }

    [Fact]
    public void Concentration_is_that_of_four_accounts_by_hand()
    {
        var rows = Distribution.Of(Four.Run(), DistributionOptions.Default with { LargestAccounts = 2 }).Concentration().Rows;
        // All: shares of ARR .1 .2 .3 .4 -> HHI .01+.04+.09+.16 = .30.
        Assert.Equal((4, 0.30), (rows[0].Parts, Math.Round(rows[0].ByArr!.Value, 12)));
        Assert.Equal(("R004", 0.4, 0.7), (rows[0].LargestAccount, rows[0].LargestShare, Math.Round(rows[0].TopShare!.Value, 12)));
        // Size: 3 of 4 and 1 of 4 -> 9/16 + 1/16 = .625, as 1.6 equal segments; ARR 60 and 40 of 100 -> .52.
        Assert.Equal(("size", null, 2), (rows[1].Dimension, rows[1].Segment, rows[1].Parts));
        Assert.Equal((0.625, 1.6, 0.52), (rows[1].ByRecords, rows[1].EqualByRecords, Math.Round(rows[1].ByArr!.Value, 12)));
        // Within SMB: 10, 20, 30 of 60 -> (1+4+9)/36; the largest is half of it and .3 of all.
        Assert.Equal(("SMB", 3, "R003"), (rows[2].Segment, rows[2].Parts, rows[2].LargestAccount));
        Assert.Equal((14 / 36.0, 0.5, 0.3), (Math.Round(rows[2].ByArr!.Value, 12), rows[2].LargestShare, rows[2].LargestShareOfAll), Rounded.Instance);
        // Nobody is Unassigned in size: a row, without figures.
        Assert.Equal((DimensionAssignment.Unassigned, 0, null), (rows[4].Segment, rows[4].Parts, rows[4].ByArr));
    }

    [Fact]
    public void The_concentration_of_the_largest_account_names_it_and_a_mask_hides_the_name()
    {
        var concentration = Distribution.Of(Four.Run()).Concentration();
        Assert.Contains("Name 4", concentration.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Name 4", concentration.ToString(RenderOptions.Default with { Mask = true }), StringComparison.Ordinal);
    }

    private sealed class Rounded : IEqualityComparer<(double, double?, double?)>
    {
        public static readonly Rounded Instance = new();

        public bool Equals((double, double?, double?) x, (double, double?, double?) y) =>
            Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2!.Value - y.Item2!.Value) < 1e-9 && Math.Abs(x.Item3!.Value - y.Item3!.Value) < 1e-9;

        public int GetHashCode((double, double?, double?) obj) => 0;
    }
}
