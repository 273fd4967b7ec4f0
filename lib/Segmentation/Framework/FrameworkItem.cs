namespace Segmentation.Framework;

/// <summary>One item of a framework that people agree on.</summary>
/// <param name="Kind">What it is: <c>term</c>, <c>field</c>, <c>exclusion</c>, <c>dimension</c>, <c>segment</c>, <c>override</c> or <c>view</c>.</param>
/// <param name="Name">Its name, as <see cref="SegmentationFramework.Confirm"/> takes it: <c>Customer Tier / Enterprise</c>, <c>accounts / employees</c>.</param>
/// <param name="Says">What it says, in its own words: the criteria, the meaning, the source.</param>
/// <param name="Standing">How far it is agreed.</param>
/// <param name="IsCritical">Whether sign-off waits for it.</param>
public sealed record FrameworkItem(string Kind, string Name, string? Says, Standing Standing, bool IsCritical);
