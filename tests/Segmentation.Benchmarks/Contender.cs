using System.Collections.Immutable;

namespace Segmentation.Benchmarks;

/// <summary>One way to do the job, as a command that prints a <see cref="Measurement"/>.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="IsExact">Whether its distinct values have to be the true ones.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments; <c>{file}</c> and <c>{folder}</c> stand for the data.</param>
public sealed record Contender(string Name, bool IsExact, string Program, ImmutableArray<string> Arguments);
