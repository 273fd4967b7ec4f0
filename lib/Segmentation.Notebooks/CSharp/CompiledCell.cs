using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Segmentation.Notebooks.CSharp;

/// <summary>A cell that compiled.</summary>
/// <param name="Assembly">Name of the assembly.</param>
/// <param name="Image">The assembly, with its line numbers inside.</param>
/// <param name="Slot">The cell's place among the submissions, from 1.</param>
/// <param name="EntryType">Class that holds the cell's variables; null where the cell only declares types.</param>
/// <param name="EntryMethod">Static method that runs the cell.</param>
/// <param name="ShowsValue">Whether the cell ends in an expression without a semicolon.</param>
/// <param name="Declared">The variables, methods and properties that later cells reach through this one.</param>
internal sealed record CompiledCell(string Assembly, MemoryStream Image, int Slot, string? EntryType, string? EntryMethod, bool ShowsValue, ImmutableArray<ISymbol> Declared);
