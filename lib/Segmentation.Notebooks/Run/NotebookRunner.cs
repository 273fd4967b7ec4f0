using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Documents;
using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Session;
using Segmentation.Report;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Run;

/// <summary>Runs one notebook from its first cell to its last, or to the one that fails.</summary>
internal sealed class NotebookRunner(Notebook notebook, string folder, bool mask)
{
    private readonly RenderOptions render = RenderOptions.Default with { Mask = mask };

    /// <summary>Runs the notebook in a session of its own.</summary>
    /// <param name="progress">Told of each code cell before it runs, and of the time of each that asked for it.</param>
    /// <param name="cancellation">Stops the run.</param>
    public async Task<ExecutedNotebook> RunAsync(IProgress<string> progress, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var session = new NotebookSession(new SessionOptions { Folder = folder, Format = FormatOptions.Default with { Render = render } });
        var parameters = ParameterCell.Declared(notebook);
        var values = new JsonObject();
        var ran = new List<(NotebookCell Cell, int? Count, OutputCollector? Outputs)>();
        CellFailed? failure = null;
        var total = notebook.Cells.Count(IsCounted);
        var count = 0;
        foreach (var cell in notebook.Cells)
        {
            if (cell.Kind != CellKind.Code || failure is not null)
            {
                ran.Add((cell, null, null));
                continue;
            }

            // The cell that the run put in has no number, so that the others keep those of the notebook's author.
            int? number = IsCounted(cell) ? ++count : null;
            var name = number is null ? "injected parameters" : string.Create(CultureInfo.InvariantCulture, $"cell {number}");
            progress.Report(number is null ? name : string.Create(CultureInfo.InvariantCulture, $"cell {number} of {total}"));
            var outputs = new OutputCollector(number, mask);
            ran.Add((cell, number, outputs));
            var places = ran.Select(r => r.Outputs).OfType<OutputCollector>().ToArray();
            var run = await session.ExecuteAsync(new CellRequest(name, cell.Source, cell.MetadataLanguage), Keep, cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (run.Timed) progress.Report(string.Create(CultureInfo.InvariantCulture, $"{name} took {run.Elapsed.TotalSeconds:0.000} s"));
            if (run.Error is not null) failure = new CellFailed(name, cell.Source, run.Error);
            if (cell.Tags.Contains(ParameterCell.Tag) || number is null)
            {
                foreach (var parameter in parameters)
                    values[parameter.Name] = session.Variable(parameter.Name) is { } value ? ResultJson.Describe(value, parameter.Name, RenderOptions.Default)["value"]?.DeepClone() : null;
            }

            // An output may be replaced by a later cell than the one it stands below.
            void Keep(CellOutput output)
            {
                if (output is not CellOutput.Shown { IsUpdate: true } update) outputs.Add(output);
                else foreach (var place in places) place.Replace(update);
            }
        }

        var personal = mask ? new PersonalValues(session.Tables().Values) : null;
        return Finish(ran, values, personal, count, watch.Elapsed, failure);
    }

    private static bool IsCounted(NotebookCell cell) => cell.Kind == CellKind.Code && !cell.Tags.Contains(ParameterCell.InjectedTag);

    private ExecutedNotebook Finish(
        List<(NotebookCell Cell, int? Count, OutputCollector? Outputs)> ran, JsonObject parameters, PersonalValues? personal, int cells, TimeSpan elapsed, CellFailed? failure)
    {
        var results = new RunResults(render);
        var blocks = ImmutableArray.CreateBuilder<string>();
        var executed = new List<NotebookCell>();
        foreach (var (cell, number, collected) in ran)
        {
            if (cell.Kind == CellKind.Markdown) blocks.Add(NotebookPage.Prose(cell.Source));
            if (collected is null)
            {
                executed.Add(cell.Kind == CellKind.Code ? cell.WithOutputs(null) : cell);
                continue;
            }

            if (personal is not null) collected.Map(o => o is CellOutput.Shown shown ? shown with { Data = personal.Remove(shown.Data) } : o);
            foreach (var shown in collected.Outputs.OfType<CellOutput.Shown>()) results.Add(shown, number is null ? "parameters" : string.Create(CultureInfo.InvariantCulture, $"cell-{number}"));
            blocks.Add(NotebookPage.Ran(cell, collected.Outputs));
            executed.Add(cell.WithOutputs(number, collected.ToJson()));
        }

        personal?.RemoveFrom(results.Json);
        return new ExecutedNotebook(notebook.WithCells(executed), blocks.ToImmutable(), parameters, results.Json, cells, elapsed, results.Findings, failure);
    }
}
