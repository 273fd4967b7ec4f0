using System.Collections.Immutable;

namespace Segmentation.Notebooks.Editing;

/// <summary>The ways to go on at a cursor, best first.</summary>
/// <param name="Start">Where the text that is replaced begins: a UTF-16 offset into the cell, included.</param>
/// <param name="End">Where it ends, excluded.</param>
/// <param name="Items">The completions; empty where nothing fits.</param>
public sealed record Completions(int Start, int End, ImmutableArray<Completion> Items);
