namespace Segmentation.Cuts;

/// <summary>A way of cutting, ready to be run again on a resample: cuts of a sample. Must be safe to call from several threads at once.</summary>
/// <param name="sample">The sample; its <see cref="CutSample.Times"/> count.</param>
public delegate CutFinding CutFinder(CutSample sample);
