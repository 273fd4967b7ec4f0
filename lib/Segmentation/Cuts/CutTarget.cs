using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Segmentation.Cuts;

/// <summary>What happened to each record after its value was seen: what supervised cuts separate.</summary>
public abstract record CutTarget
{
    private protected CutTarget()
    {
    }

    /// <summary>Gets the number of records n.</summary>
    public abstract int Count { get; }

    /// <summary>Returns the target of some records, in that order.</summary>
    /// <param name="rows">Zero-based records.</param>
    public abstract CutTarget Take(ReadOnlySpan<int> rows);

    private protected static ImmutableArray<T> Taken<T>(ImmutableArray<T> values, ReadOnlySpan<int> rows)
    {
        var taken = new T[rows.Length];
        for (var i = 0; i < taken.Length; i++) taken[i] = values[rows[i]];
        return ImmutableCollectionsMarshal.AsImmutableArray(taken);
    }
}
