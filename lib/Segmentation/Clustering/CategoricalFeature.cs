using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>A column of categories.</summary>
/// <param name="Name">Its name in the rules.</param>
/// <param name="Codes">Length n: zero-based place of each record's category in <paramref name="Categories"/>; below 0 where blank.</param>
/// <param name="Categories">The categories.</param>
public sealed record CategoricalFeature(string Name, ImmutableArray<int> Codes, ImmutableArray<string> Categories) : TreeFeature(Name)
{
    /// <inheritdoc/>
    public override int Count => Codes.Length;

    /// <inheritdoc/>
    public override bool IsBlank(int row) => Codes[row] < 0;

    /// <summary>Returns a column of texts, its categories in ordinal order.</summary>
    /// <param name="name">Its name in the rules.</param>
    /// <param name="values">Length n; null where blank.</param>
    public static CategoricalFeature Of(string name, IEnumerable<string?> values)
    {
        var all = values.ToArray();
        var categories = all.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        return new(name, [.. all.Select(v => v is null ? -1 : categories.BinarySearch(v, StringComparer.Ordinal))], categories);
    }
}
