using System.Collections.Immutable;

namespace Segmentation.Enrich;

/// <summary>One order of the providers, and what it costs.</summary>
/// <param name="Providers">The names, first asked first.</param>
/// <param name="NeededProviders">How many of them are asked until every field has what all providers together can do for the target; 0 where the CRM has it already.</param>
/// <param name="CostToTarget">What these cost; null where no price is known.</param>
/// <param name="TotalCost">What asking all of them costs; null where no price is known.</param>
/// <param name="MeanCoverage">Coverage of the fields, meaned over the fields and over the steps: the higher, the earlier the values come. A proportion.</param>
public sealed record ProviderOrder(ImmutableArray<string> Providers, int NeededProviders, double? CostToTarget, double? TotalCost, double MeanCoverage);
