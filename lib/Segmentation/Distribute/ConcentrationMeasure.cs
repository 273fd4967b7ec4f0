using Segmentation.Assign;
using Segmentation.Load;

namespace Segmentation.Distribute;

/// <summary>Measures how concentrated records and ARR are.</summary>
internal static class ConcentrationMeasure
{
    public static ConcentrationResult Of(DistributionResult distribution, EntityKind of)
    {
        var rows = new List<ConcentrationRow>();
        var largest = distribution.Options.LargestAccounts;
        if (distribution.Assignment.Find(of) is { } records)
        {
            var amounts = distribution.Amounts(of);
            var all = amounts.Rising.Sum(row => amounts.Values[row]);
            if (amounts.IsKnown) rows.Add(Accounts(null, null, [.. amounts.Rising], records, amounts, all, largest));
            foreach (var dimension in distribution.Dimensions.Where(d => d.Of == of))
            {
                rows.Add(Segments(dimension));
                if (amounts.IsKnown) rows.AddRange(Within(dimension, records, amounts, all, largest));
            }
        }

        return new ConcentrationResult { Of = of, Largest = largest, Rows = [.. rows] };
    }

    private static ConcentrationRow Segments(DimensionDistribution dimension)
    {
        var arr = dimension.Arr > 0 ? dimension.Segments.Max(s => s.ArrShare) : null;
        return new ConcentrationRow(dimension.Name, null, dimension.Segments.Count(s => s.Records > 0))
        {
            ByRecords = dimension.Records == 0 ? null : Index(dimension.Segments.Select(s => (double)s.Records), dimension.Records),
            ByArr = dimension.Arr is > 0 and var total ? Index(dimension.Segments.Select(s => s.Arr!.Value), total) : null,
            LargestShare = arr,
            LargestShareOfAll = arr,
        };
    }

    private static IEnumerable<ConcentrationRow> Within(DimensionDistribution dimension, RecordAssignment records, ArrAmounts amounts, double all, int largest)
    {
        var members = dimension.Segments.Select(_ => new List<int>()).ToArray();
        foreach (var row in amounts.Rising) members[dimension.Assigned.Segment[row] is >= 0 and var segment ? segment : members.Length - 1].Add(row);
        return dimension.Segments.Select((s, i) => Accounts(dimension.Name, s.Name, members[i], records, amounts, all, largest));
    }

    // The rows come by rising amount.
    private static ConcentrationRow Accounts(string? dimension, string? segment, List<int> rows, RecordAssignment records, ArrAmounts amounts, double all, int largest)
    {
        var row = new ConcentrationRow(dimension, segment, rows.Count);
        if (rows.Count == 0) return row;
        var total = rows.Sum(r => amounts.Values[r]);
        return row with
        {
            ByArr = Index(rows.Select(r => amounts.Values[r]), total),
            LargestAccount = records.Records.Ids[rows[^1]],
            LargestName = records.Records.Names?[rows[^1]],
            LargestShare = amounts.Values[rows[^1]] / total,
            LargestShareOfAll = amounts.Values[rows[^1]] / all,
            TopShare = rows.Skip(Math.Max(0, rows.Count - largest)).Sum(r => amounts.Values[r]) / total,
        };
    }

    // H = Σ (part/total)².
    private static double Index(IEnumerable<double> parts, double total) => parts.Sum(p => p / total * (p / total));
}
