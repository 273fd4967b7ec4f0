namespace Segmentation.Framework;

/// <summary>One thing that is different in a newer version of a framework.</summary>
/// <param name="Kind">What it concerns: <c>framework</c>, <c>limit</c>, or the kind of item.</param>
/// <param name="Item">The item: <c>Customer Tier / Enterprise</c>.</param>
/// <param name="Change">What changed, in words: <c>criteria changed: employees 1,000 → 1,400</c>.</param>
public sealed record FrameworkChange(string Kind, string Item, string Change);
