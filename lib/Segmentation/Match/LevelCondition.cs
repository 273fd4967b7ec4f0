namespace Segmentation.Match;

/// <summary>One condition of a comparison level. A missing value on either side fails it.</summary>
/// <param name="Field">Field of <see cref="MatchRecords.Fields"/>.</param>
/// <param name="Test">How the two values are compared.</param>
/// <param name="Threshold">The bound, itself included; not used by <see cref="LevelTest.Exact"/>.</param>
public sealed record LevelCondition(string Field, LevelTest Test, double Threshold = 0);
