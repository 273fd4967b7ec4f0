using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Audit;
using Segmentation.Notebooks.Documents;

namespace Segmentation.Notebooks.Run;

/// <summary>A notebook after its run.</summary>
/// <param name="Notebook">The notebook with its outputs.</param>
/// <param name="Blocks">The blocks of its page.</param>
/// <param name="Parameters">The parameters' values, by name.</param>
/// <param name="Results">What it showed, as JSON.</param>
/// <param name="Cells">Number of code cells that ran.</param>
/// <param name="Elapsed">How long they took.</param>
/// <param name="Findings">Number of findings by severity.</param>
/// <param name="Failure">Where and why it failed; null where it did not.</param>
internal sealed record ExecutedNotebook(
    Notebook Notebook,
    ImmutableArray<string> Blocks,
    JsonObject Parameters,
    JsonArray Results,
    int Cells,
    TimeSpan Elapsed,
    ImmutableSortedDictionary<Severity, int> Findings,
    CellFailed? Failure);
