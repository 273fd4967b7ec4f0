namespace Segmentation.Match;

/// <summary>What one blocking rule makes, known before any pair is looked at.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="WithKey">Records whose fields are all present.</param>
/// <param name="Keys">Distinct keys among them.</param>
/// <param name="LargestBlock">Records that share the most frequent key, whether the block is kept or not; 0 where no record has a key.</param>
/// <param name="Pairs">Pairs that the rule makes.</param>
/// <param name="NewPairs">Those that no rule before it makes.</param>
/// <param name="LeftOut">Blocks left out because they are larger than allowed.</param>
/// <param name="PairsLeftOut">Pairs that those would have made.</param>
public sealed record BlockingRuleCount(
    BlockingRule Rule, int WithKey, int Keys, int LargestBlock, long Pairs, long NewPairs, int LeftOut, long PairsLeftOut);
