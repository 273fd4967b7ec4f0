using System.Collections.Immutable;
using Segmentation.Framework;

namespace Segmentation.Assign;

/// <summary>Why the place of a record in a dimension is open: the blanks, and where it could belong were they filled.</summary>
/// <param name="Fields">Zero-based columns of the records' fields that are blank and keep a rule open, in the order in which the rules name them; one or more.</param>
/// <param name="Segments">Zero-based segments in <see cref="Dimension.Segments"/> that could win: those whose rule is open and would come first, and the one that wins without them; ascending, one or more.</param>
public sealed record OpenAnswer(ImmutableArray<int> Fields, ImmutableArray<int> Segments);
