using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>Counts the accounts of each owner in one pass.</summary>
internal static class BookCount
{
    public static BookOfBusiness Of(AssignmentResult assignment, string? dimension, DistributionOptions options)
    {
        if (assignment.Accounts is not { Dimensions: [_, ..] } side)
            return dimension is null ? new BookOfBusiness { Dimension = null, Owners = new Table("book of business", Column.Of("owner", Array.Empty<string?>()).AsPersonal()), Ratios = [], Spread = SpreadOf([]) } : throw Missing(dimension, []);
        var assigned = dimension is null ? side.Dimensions.FirstOrDefault(d => d.Dimension.Kind == DimensionKind.Value) ?? side.Dimensions[0]
            : side.Dimensions.FirstOrDefault(d => string.Equals(d.Dimension.Name, dimension, StringComparison.OrdinalIgnoreCase)) ?? throw Missing(dimension, side.Dimensions.Select(d => d.Dimension.Name));
        string[] segments = [.. assigned.Dimension.Segments.Select(s => s.Name), DimensionAssignment.Unassigned];
        var amounts = ArrAmounts.Of(side);
        var books = Books(side, assigned, amounts, segments.Length);
        return new BookOfBusiness
        {
            Dimension = assigned.Dimension.Name,
            Owners = OwnersOf(books, segments, amounts.IsKnown),
            Ratios = [.. segments.Select((s, i) => Ratio(s, b => b.Counts[i])), Ratio(null, b => b.Accounts)],
            Spread = SpreadOf([.. books.Where(b => b.Owner is not null)], amounts.IsKnown),
        };

        OwnerRatio Ratio(string? segment, Func<Book, int> count)
        {
            var owned = books.Where(b => b.Owner is not null && count(b) > 0).ToArray();
            return new OwnerRatio(segment, books.Sum(count), owned.Sum(count), owned.Length)
            {
                Benchmark = segment is not null && options.IsEnterprise(segment) ? assignment.Framework.Limits.EnterpriseAccountsPerCsm : null,
            };
        }
    }

    private static Book[] Books(RecordAssignment side, DimensionAssignment assigned, ArrAmounts amounts, int segments)
    {
        var (byOwner, nobody) = (new Dictionary<string, Book>(StringComparer.Ordinal), new Book(null, new int[segments]));
        for (var row = 0; row < assigned.Segment.Length; row++)
        {
            if (assigned.State[row] == AssignmentState.Excluded) continue;
            var book = nobody;
            if (side.Records.Owners?[row] is { } owner && !string.IsNullOrWhiteSpace(owner) && !byOwner.TryGetValue(owner, out book!)) byOwner[owner] = book = new Book(owner, new int[segments]);
            book.Accounts++;
            book.Arr += amounts.Values[row];
            book.Counts[assigned.Segment[row] is >= 0 and var segment ? segment : segments - 1]++;
        }

        return [.. byOwner.Values.OrderByDescending(b => b.Arr).ThenByDescending(b => b.Accounts).ThenBy(b => b.Owner, StringComparer.Ordinal), nobody];
    }

    private static Table OwnersOf(Book[] books, string[] segments, bool knowsArr)
    {
        var total = books.Sum(b => b.Arr);
        IEnumerable<Column> arr = !knowsArr ? [] :
        [
            Column.Of("ARR", books.Select(b => b.Arr), NumberFormat.Money),
            Column.Of("share of ARR", books.Select(b => total > 0 ? b.Arr / total : (double?)null), NumberFormat.Share),
        ];
        return new("book of business", UniqueNames.Of(
        [
            Column.Of("owner", books.Select(b => b.Owner ?? BookOfBusiness.Nobody)).AsPersonal(),
            Column.Of("accounts", books.Select(b => b.Accounts)),
            .. arr,
            .. segments.Select((s, i) => Column.Of(s, books.Select(b => b.Counts[i]))),
        ]));
    }

    private static Table SpreadOf(Book[] books, bool knowsArr = false)
    {
        (string What, double[] Sizes)[] measures = books.Length == 0 ? [] : [("accounts", [.. books.Select(b => (double)b.Accounts).Order()]), .. knowsArr ? [("ARR", books.Select(b => b.Arr).Order().ToArray())] : Array.Empty<(string, double[])>()];
        return new(
            "spread of the books",
            Column.Of("by", measures.Select(m => m.What)),
            Column.Of("smallest", measures.Select(m => m.Sizes[0])),
            Column.Of("median", measures.Select(m => Quantile.OfSorted(m.Sizes, 0.5))),
            Column.Of("largest", measures.Select(m => m.Sizes[^1])));
    }

    private static KeyNotFoundException Missing(string dimension, IEnumerable<string> there) =>
        new($"No dimension '{dimension}' of accounts was assigned. There are: {(string.Join(", ", there.Select(d => $"'{d}'")) is { Length: > 0 } names ? names : "none")}.");

    private sealed class Book(string? owner, int[] counts)
    {
        public string? Owner { get; } = owner;

        public int[] Counts { get; } = counts;

        public int Accounts { get; set; }

        public double Arr { get; set; }
    }
}
