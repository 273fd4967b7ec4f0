using System.Collections.Immutable;

namespace Segmentation.Framework;

/// <summary>A dimension whose rules were looked at.</summary>
/// <param name="Dimension">Its name.</param>
/// <param name="Fields">The fields that its rules name.</param>
/// <param name="Cells">Cells into which its rules cut every record that can be; 0 where it was not analysed.</param>
public sealed record CoverageDimension(string Dimension, ImmutableArray<string> Fields, int Cells);
