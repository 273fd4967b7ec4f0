using System.Collections.Immutable;
using Segmentation.Statistics;

namespace Segmentation.Survival;

/// <summary>Whether the hazard ratios of a Cox regression stay the same over time.</summary>
/// <param name="Scale">By what a change was looked for.</param>
/// <param name="Names">The p covariates.</param>
/// <param name="Tests">Length p. The test of each covariate; of no degree of freedom where it is not in the fit, or infinite.</param>
/// <param name="Global">The test of all covariates together.</param>
/// <param name="Times">Length e. The time of each event, ascending within a stratum.</param>
/// <param name="Residuals">Length e p, event after event: scaled Schoenfeld residuals plus the coefficient, so that their course over time is the course of the coefficient.</param>
public sealed record ProportionalHazardsResult(HazardTimeScale Scale, ImmutableArray<string> Names, ImmutableArray<ModelTest> Tests, ModelTest Global, ImmutableArray<double> Times, ImmutableArray<double> Residuals);
