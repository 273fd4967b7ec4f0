using System.Collections.Immutable;
using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Tests.Session;

/// <summary>The scope of a cell without its compiler, under a clock that stands: what code of the cell would call is called by the test.</summary>
internal sealed class ScopeProbe
{
    private readonly List<CellOutput> outputs = [];

    public ScopeProbe(SessionOptions? options = null, Func<string, bool, string?>? input = null)
    {
        var session = (options ?? new SessionOptions()) with { Clock = Clock };
        Scope = new CellScope(new CellRequest("cell 1", string.Empty) { Input = input }, Keep, new ValueFormatter(session.Format), session);
    }

    public ManualClock Clock { get; } = new();

    public CellScope Scope { get; }

    public ImmutableArray<CellOutput> Outputs
    {
        get
        {
            lock (outputs) return [.. outputs];
        }
    }

    /// <summary>Gets the outputs in words: <c>stdout text</c>, <c>shown text</c>, <c>updated text</c>, <c>cleared</c>, <c>failed why</c>.</summary>
    public IEnumerable<string> Said => Outputs.Select(output => output switch
    {
        CellOutput.Console console => $"{console.Stream} {console.Text}",
        CellOutput.Shown { IsUpdate: true } shown => $"updated {shown.Data.Plain}",
        CellOutput.Shown shown => $"shown {shown.Data.Plain}",
        CellOutput.Cleared { Wait: var wait } => wait ? "cleared later" : "cleared",
        CellOutput.Failed failed => $"failed {failed.Error.Message}",
        _ => "?",
    });

    private void Keep(CellOutput output)
    {
        lock (outputs) outputs.Add(output);
    }
}
