using System.Collections.Immutable;

namespace Segmentation.Merge;

/// <summary>The rule of one field or role.</summary>
/// <param name="Rule">Whose value is taken.</param>
/// <param name="Source">For <see cref="Survivorship.SourcePriority"/>: the column, or the role in snake case, that says where a record comes from; else null.</param>
/// <param name="Order">For <see cref="Survivorship.SourcePriority"/>: values of the source, the most trusted first, compared without regard to case; else empty.</param>
public sealed record FieldRule(Survivorship Rule, string? Source, ImmutableArray<string> Order)
{
    /// <summary>Returns a rule that needs no source.</summary>
    /// <param name="rule">Any but <see cref="Survivorship.SourcePriority"/>.</param>
    /// <exception cref="ArgumentException">The rule needs a source.</exception>
    public static FieldRule Of(Survivorship rule) => rule != Survivorship.SourcePriority
        ? new(rule, null, [])
        : throw new ArgumentException("source_priority needs the column that says where a record comes from, and its values in order; use FieldRule.From.", nameof(rule));

    /// <summary>Returns the rule that the record from the most trusted source wins.</summary>
    /// <param name="source">The column, or the role in snake case, that says where a record comes from.</param>
    /// <param name="order">Values of the source, the most trusted first; at least one.</param>
    public static FieldRule From(string source, params ImmutableArray<string> order) => new(Survivorship.SourcePriority, source, order);

    /// <inheritdoc/>
    public bool Equals(FieldRule? other) => other is not null && Rule == other.Rule && Source == other.Source && Order.SequenceEqual(other.Order, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Source, Order.Length);
}
