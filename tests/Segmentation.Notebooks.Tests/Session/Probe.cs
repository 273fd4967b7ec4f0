using System.Collections.Immutable;
using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Session;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Tests.Session;

/// <summary>A session whose outputs are kept, for tests.</summary>
internal sealed class Probe : IDisposable
{
    private int ran;

    public Probe(bool mask = false, string? folder = null) => Session = new NotebookSession(new SessionOptions
    {
        Folder = folder ?? AppContext.BaseDirectory,
        Format = FormatOptions.Default with { Render = RenderOptions.Default with { Mask = mask } },
    });

    public NotebookSession Session { get; }

    public async Task<Ran> RunAsync(string source, string? language = null, CancellationToken cancellation = default)
    {
        var outputs = ImmutableArray.CreateBuilder<CellOutput>();
        var run = await Session.ExecuteAsync(new CellRequest($"cell {++ran}", source, language), outputs.Add, cancellation);
        return new Ran(run.Error, outputs.ToImmutable(), run.Timed);
    }

    /// <summary>Runs a cell that must succeed and returns the plain text of what it showed, one line each.</summary>
    public async Task<string> ShowsAsync(string source, string? language = null)
    {
        var ran = await RunAsync(source, language);
        Assert.Null(ran.Error);
        return ran.Shown;
    }

    public void Dispose() => Session.Dispose();

    internal sealed record Ran(CellError? Error, ImmutableArray<CellOutput> Outputs, bool Timed)
    {
        public string Shown => string.Join('\n', Outputs.OfType<CellOutput.Shown>().Select(s => s.Data.Plain));

        public string Html => string.Join('\n', Outputs.OfType<CellOutput.Shown>().Select(s => s.Data.Html));

        public string Console => string.Concat(Outputs.OfType<CellOutput.Console>().Select(s => s.Text));
    }
}
