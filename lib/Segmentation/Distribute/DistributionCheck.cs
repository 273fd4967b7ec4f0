using System.Globalization;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>One check of a distribution, whether it found something or not.</summary>
/// <param name="Check">Stable name in lower-case words joined by hyphens: <c>segment-size</c>.</param>
/// <param name="Of">What was looked at: <see cref="EntityKind.Accounts"/> or <see cref="EntityKind.Contacts"/>.</param>
/// <param name="Dimension">The dimension; null where the check is about all.</param>
/// <param name="Segment">The segment; null where the check is about a dimension or all.</param>
/// <param name="Severity">How much it matters; null where the limit holds.</param>
/// <param name="Found">What was found, with its figure.</param>
/// <param name="Value">The figure that the limit is about: a count, or a share as a proportion; null where there is nothing to measure.</param>
/// <param name="Records">Records concerned.</param>
/// <param name="Limit">The limit applied, with its figures and source.</param>
/// <param name="SetBy">The keys under <c>limits</c> in <c>framework.yaml</c> that set it; null where nothing sets it.</param>
/// <param name="Remedy">What to do; null where the limit holds.</param>
public sealed record DistributionCheck(
    string Check,
    EntityKind Of,
    string? Dimension,
    string? Segment,
    Severity? Severity,
    string Found,
    double? Value,
    int Records,
    string Limit,
    string? SetBy,
    string? Remedy)
{
    /// <summary>Returns the check as it may be shown: under a mask, a sentence about fewer records than the smallest cell loses its figures.</summary>
    internal DistributionCheck Under(RenderOptions options) => !options.Mask || Records <= 0 || Records >= options.SmallCell ? this
        : this with { Found = string.Create(CultureInfo.InvariantCulture, $"fewer than {options.SmallCell} records"), Value = null };
}
