using Segmentation.Audit;

namespace Segmentation.Distribute;

/// <summary>How a figure stands to a limit.</summary>
/// <param name="Severity">How much it matters; null where the limit holds.</param>
/// <param name="Says">What is wrong, in a few words; empty where nothing is.</param>
/// <param name="Limit">The limit with its figures and source.</param>
/// <param name="Keys">The keys under <c>limits</c> that set it; null where nothing sets it.</param>
internal readonly record struct LimitVerdict(Severity? Severity, string Says, string Limit, string? Keys);
