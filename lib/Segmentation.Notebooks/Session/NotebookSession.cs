using System.Diagnostics;
using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Editing;
using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Sql;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Session;

/// <summary>
/// Runs cells one after the other over one state: C# variables, the tables that SQL sees, references. Whoever opens a door to
/// notebooks (a run, an editor) makes one session a notebook and hands it cells. One cell runs at a time.
/// </summary>
public sealed class NotebookSession : IDisposable
{
    /// <summary>The variable that a SQL result goes to where the cell names none.</summary>
    public const string SqlResult = "sql";

    private readonly SessionOptions options;
    private readonly CSharpCells csharp;
    private readonly SqlCells sql;
    private readonly ValueFormatter formatter;

    /// <summary>Starts a session.</summary>
    /// <param name="options">Folder, limits and mask.</param>
    public NotebookSession(SessionOptions? options = null)
    {
        this.options = options ??= new SessionOptions();
        formatter = new ValueFormatter(options.Format);
        csharp = new CSharpCells(options.Folder, new PackageRestore(options.PackageCache));
        sql = new SqlCells(csharp.Variables);
        Editing = new CellEditing(csharp, options.Format);
        ConsoleCapture.Install();
    }

    /// <summary>Gets the answers to what an editor asks while a cell is written.</summary>
    public CellEditing Editing { get; }

    /// <summary>Gets the names of the C# variables, in the order in which they were declared.</summary>
    public IReadOnlyList<string> VariableNames => [.. csharp.Variables.Names];

    /// <summary>Returns a C# variable's present value, or null where there is no such variable.</summary>
    /// <param name="name">The name.</param>
    public object? Variable(string name) => csharp.Variables.TryGet(name, out var value) ? value : null;

    /// <summary>Returns the tables that SQL cells see: those of variables, of workspaces, and of what else holds tables.</summary>
    public IReadOnlyDictionary<string, Table> Tables() => SqlTables.Available(csharp.Variables);

    /// <summary>Runs a cell. What it puts out goes to the sink at once, one output at a time; a failure is the last one.</summary>
    /// <param name="request">The cell.</param>
    /// <param name="sink">Takes the outputs; called from the threads of the cell, never twice at once.</param>
    /// <param name="cancellation">Stops waiting for the cell. Code that never comes back is left behind on its thread.</param>
    /// <returns>How the cell ended; a cell that fails does not throw here.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<CellRun> ExecuteAsync(CellRequest request, Action<CellOutput> sink, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var watch = Stopwatch.StartNew();
        var scope = new CellScope(request, sink, formatter, options);
        var timed = false;
        try
        {
            var (parts, asked) = CellSplitter.Split(request.Source, request.Language);
            timed = asked;
            // On a thread of its own, so that a cell that loops holds up neither the caller nor its cancellation.
            var run = Task.Run(() => RunAsync(parts, request.Name, scope, cancellation), cancellation);
            await run.WaitAsync(cancellation).ConfigureAwait(false);
            return new CellRun(null, watch.Elapsed, timed);
        }
        catch (CellFailure failure)
        {
            scope.Fail(failure.Error);
            return new CellRun(failure.Error, watch.Elapsed, timed);
        }
        finally
        {
            scope.Finish();
        }
    }

    /// <summary>Closes the database that SQL cells use.</summary>
    public void Dispose() => sql.Dispose();

    private async Task RunAsync(IEnumerable<CellPart> parts, string cell, CellScope scope, CancellationToken cancellation)
    {
        scope.Enter();
        foreach (var part in parts)
        {
            switch (part.Language)
            {
                case CellLanguage.CSharp:
                    scope.Show(await csharp.RunAsync(part.Code, cell, cancellation).ConfigureAwait(false), isResult: true);
                    break;
                case CellLanguage.Sql:
                    await QueryAsync(part, scope, cancellation).ConfigureAwait(false);
                    break;
                case CellLanguage.Html:
                    scope.Show(Markup.OfHtml(part.Code.TrimStart('\n')));
                    break;
                case CellLanguage.Markdown:
                    scope.Show(Markup.OfMarkdown(part.Code.TrimStart('\n')));
                    break;
                default:
                    scope.Show(Markup.OfMermaid(part.Code.TrimStart('\n')));
                    break;
            }
        }
    }

    private async Task QueryAsync(CellPart part, CellScope scope, CancellationToken cancellation)
    {
        var name = part.ResultName ?? SqlResult;
        Table? last = null;
        foreach (var table in sql.Run(part.Code, name, cancellation))
        {
            last = table;
            scope.Show(table, name);
        }

        if (last is not null) await csharp.DeclareAsync(name, typeof(Table), last, cancellation).ConfigureAwait(false);
    }
}
