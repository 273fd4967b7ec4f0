namespace Segmentation.Match;

/// <summary>A piece of the work: each record at <c>[First, End)</c> of a rule's rows with those after it in its block.</summary>
/// <param name="Rule">Zero-based rule.</param>
/// <param name="FirstBlock">The block that holds the first record.</param>
/// <param name="First">First record, as a position in <see cref="CandidateBlocks.Rows"/>.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct CandidatePiece(int Rule, int FirstBlock, int First, int End);
