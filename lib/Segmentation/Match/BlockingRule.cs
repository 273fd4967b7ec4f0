using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>A rule that makes two records a candidate pair: all its fields are present and the same. A pair that an earlier rule makes is not made again.</summary>
/// <param name="Name">The rule in words: <c>same domain</c>.</param>
/// <param name="Fields">Fields of <see cref="MatchRecords.Fields"/> that must agree, at least one.</param>
public sealed record BlockingRule(string Name, ImmutableArray<string> Fields);
