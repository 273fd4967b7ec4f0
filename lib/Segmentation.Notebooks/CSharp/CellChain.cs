using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Segmentation.Notebooks.CSharp;

/// <summary>What the next cell would be compiled on.</summary>
/// <param name="Last">The cell that compiled last; null before the first.</param>
/// <param name="Pending">References that no cell has been given yet.</param>
/// <param name="Added">All references that cells brought.</param>
internal sealed record CellChain(CSharpCompilation? Last, ImmutableArray<MetadataReference> Pending, ImmutableArray<MetadataReference> Added);
