using System.Globalization;
using Segmentation.Assign;
using static Segmentation.Tests.Assign.SmallFrameworks;

namespace Segmentation.Tests.Assign;

public sealed class AssignmentDecisionsTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(12)]
    public void As_many_segments_as_there_are_decide_alike_whether_their_patterns_are_kept_or_not(int segments)
    {
        // Segment i takes i * 10 up to below (i + 1) * 10 employees; the last is open above. Eight answers of two bits are the most that a table is kept for.
        var rules = string.Join("; ", Enumerable.Range(0, segments).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"S{i} = employees >= {i * 10}{(i == segments - 1 ? string.Empty : $" and employees < {(i + 1) * 10}")}")));
        var values = Enumerable.Range(0, 200).Select(v => v % 13 == 0 ? (double?)null : v).ToArray();
        var assigned = Run(Of("v1", $"Size: {rules}"), Records([.. values.Select((v, i) => Account($"A{i}", v))])).Accounts!.Dimensions[0];
        Assert.Equal(values.Select(v => v is { } employees ? Math.Min((int)employees / 10, segments - 1) : -1), assigned.Segment);
        Assert.Equal(values.Select(v => v is null ? AssignmentState.Blank : AssignmentState.Matched), assigned.State);
    }

    [Fact]
    public void A_match_by_value_wins_in_a_dimension_of_many_segments_too()
    {
        // Nine rules, one of them by ARR: ten answers, more than patterns are kept for. The eighth matches by size, the last by value.
        var rules = string.Join("; ", Enumerable.Range(0, 8).Select(i => string.Create(CultureInfo.InvariantCulture, $"S{i} = employees >= {i * 10} and employees < {(i + 1) * 10}")));
        var assigned = Run(Of("v1", $"Size: {rules}; Key = arr >= 500000"), Records(Account("A", 75, 600_000), Account("B", 75, 1000), Account("C", 75, null))).Accounts!.Dimensions[0];
        Assert.Equal(["Key", "S7", DimensionAssignment.Unassigned], Enumerable.Range(0, 3).Select(assigned.NameOf));
    }

    [Fact]
    public void The_record_to_explain_first_is_an_overridden_one_then_the_one_with_most_ARR()
    {
        var records = Records(Account("A", 50, 1000), Account("B", 50, 9000), Account("C", 50, 20), Account("D", null, 90_000));
        var framework = Of("v1", "Size: Small = employees < 100");
        Assert.Equal("B", Run(framework, records).MostTelling);
        Assert.Equal("C", Run(framework.Overriding("C", "Size", "Small", AsOf), records).MostTelling);
        Assert.Equal("D", Run(framework, Records(Account("D", null, 90_000))).MostTelling);
        Assert.Null(Run(framework, Records()).MostTelling);
    }

    [Fact]
    public void Two_versions_that_spell_a_segment_in_two_ways_have_one_row_for_it()
    {
        var result = WhatIf.Compare(Records(Account("A", 50), Account("B", 500)), Of("v0", "Size: SMB = employees < 100; Large = employees >= 100"), Of("v1", "Size: smb = employees < 100; Large = employees >= 100"));
        var matrix = Assert.Single(result.Matrices);
        Assert.Equal<string>(["SMB", "Large", "Unassigned", "Excluded"], matrix.From);
        Assert.Equal((2, 0), (matrix.Records, matrix.Changed));
        Assert.Equal(4, matrix.ToTable().RowCount);
    }
}
