namespace Segmentation.Framework;

/// <summary>A record on a rule map.</summary>
/// <param name="Id">Its id.</param>
/// <param name="X">Its value on the first axis.</param>
/// <param name="Y">Its value on the second axis.</param>
/// <param name="Segment">The segment that the rules give it; null where it is Unassigned. Overrides are not looked at.</param>
/// <param name="Arr">Its ARR in the workspace's currency; null where there is none.</param>
public sealed record RuleMapPoint(string Id, double X, double Y, string? Segment, double? Arr);
