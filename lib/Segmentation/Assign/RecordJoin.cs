using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>The records of two dates joined by id: a repeated id stands for its first row, a blank one for nothing; both are counted.</summary>
/// <param name="Both">Rows of the records that are on both sides, in the order of the later one.</param>
/// <param name="Lost">Earlier rows without a later one.</param>
/// <param name="New">Later rows without an earlier one.</param>
/// <param name="Blank">Rows without an id, of both sides.</param>
/// <param name="Repeated">Rows whose id stands in a row before, of both sides.</param>
internal sealed record RecordJoin(ImmutableArray<(int Before, int After)> Both, ImmutableArray<int> Lost, ImmutableArray<int> New, int Blank, int Repeated)
{
    public static RecordJoin Of(TextColumn before, TextColumn after)
    {
        var (blank, repeated) = (0, 0);
        var earlier = FirstRows(before, ref blank, ref repeated);
        var later = FirstRows(after, ref blank, ref repeated);
        var both = ImmutableArray.CreateBuilder<(int, int)>();
        var arrived = ImmutableArray.CreateBuilder<int>();
        foreach (var (id, row) in later)
        {
            if (earlier.TryGetValue(id, out var was)) both.Add((was, row));
            else arrived.Add(row);
        }

        return new(both.ToImmutable(), [.. earlier.Where(e => !later.ContainsKey(e.Key)).Select(e => e.Value).Order()], arrived.ToImmutable(), blank, repeated);
    }

    /// <summary>Returns the first row of each id, in order of the rows.</summary>
    public static Dictionary<string, int> FirstRows(TextColumn ids, ref int blank, ref int repeated)
    {
        var rows = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        for (var row = 0; row < ids.Length; row++)
        {
            if (ids[row] is not { } id || id.Length == 0) blank++;
            else if (!rows.TryAdd(id, row)) repeated++;
        }

        return rows;
    }
}
