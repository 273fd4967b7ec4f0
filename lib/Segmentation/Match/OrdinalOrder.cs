namespace Segmentation.Match;

/// <summary>Sorts what stands in order more often than not: systems export records in the order of their ids.</summary>
internal static class OrdinalOrder
{
    /// <summary>Sorts a list; equal items keep their order. One look at a list that is sorted already.</summary>
    /// <param name="items">The list.</param>
    /// <param name="compare">The order.</param>
    public static void Sort<T>(List<T> items, Comparison<T> compare)
    {
        var at = 1;
        while (at < items.Count && compare(items[at - 1], items[at]) <= 0) at++;
        if (at >= items.Count) return;
        T[] sorted = [.. items.Order(Comparer<T>.Create(compare))];
        sorted.CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items));
    }
}
