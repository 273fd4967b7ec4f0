using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Clustering;

/// <summary>One condition of a rule: numbers from a cut on, numbers below one, both, or some categories. A blank meets none.</summary>
/// <param name="Feature">The column.</param>
public sealed record TreeCondition(string Feature)
{
    /// <summary>Gets the least number that meets the condition, itself included; null where there is none.</summary>
    public double? From { get; init; }

    /// <summary>Gets the number from which the condition is no longer met, itself excluded; null where there is none.</summary>
    public double? Below { get; init; }

    /// <summary>Gets the categories that meet the condition; empty for numbers.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => (From, Below) switch
    {
        ({ } from, { } below) => string.Create(CultureInfo.InvariantCulture, $"{Feature} >= {from} and {Feature} < {below}"),
        ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $"{Feature} >= {from}"),
        (null, { } below) => string.Create(CultureInfo.InvariantCulture, $"{Feature} < {below}"),
        _ => $"{Feature} in [{string.Join(", ", Categories)}]",
    };
}
