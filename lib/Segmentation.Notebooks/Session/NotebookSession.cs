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
    // A first cell; functions, lambdas and a table as notebooks have them; and SQL over it.
    private static readonly string[] WarmUps =
    [
        "1 + 1",
        "var rows = new Table(\"t\", Column.Of(\"n\", [1.0, 2.0]));\nint Count(Table t) { foreach (var c in t.Columns) Console.Write(c.Name); return t.RowCount; }\nEnumerable.Range(0, Count(rows)).Select(n => n * 2).ToList()",
        "rows",
        "#!sql\nselect n from rows",
    ];

    private readonly CSharpCells csharp;
    private readonly SqlCells sql;
    private readonly ValueFormatter formatter;

    /// <summary>Starts a session.</summary>
    /// <param name="options">Folder, limits and mask.</param>
    public NotebookSession(SessionOptions? options = null)
    {
        this.options = options ??= new SessionOptions();
        formatter = new ValueFormatter(options.Format);
        csharp = new CSharpCells(options.Folder, new PackageRestore(options.PackageCache), options.CSharp);
        sql = new SqlCells(csharp.Variables);
        Editing = new CellEditing(csharp, sql, options.Format, options.Editing);
        ConsoleCapture.Install();
        StrayErrors.TakeIn();
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
    /// <param name="cancellation">Interrupts the cell. It then fails with an error of the kind <c>Interrupted</c>, whose message says whether the session's state can be relied on.</param>
    /// <returns>How the cell ended; a cell that fails or is interrupted does not throw here.</returns>
    public async Task<CellRun> ExecuteAsync(CellRequest request, Action<CellOutput> sink, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var watch = Stopwatch.StartNew();
        var scope = new CellScope(request, sink, formatter, options);
        var timed = false;
        CellError? error;
        try
        {
            var (parts, asked) = CellSplitter.Split(request.Source, request.Language);
            timed = asked;
            error = cancellation.IsCancellationRequested ? Interruption.NotBegun() : await RunToEndAsync(parts, request.Name, scope, cancellation).ConfigureAwait(false);
        }
        catch (CellFailure failure)
        {
            error = failure.Error;
        }

        if (error is null) scope.Finish();
        else scope.Fail(error);
        // What a cell that was stopped still does is nobody's output.
        if (error is { Kind: Interruption.Kind }) scope.Close();
        return new CellRun(error, watch.Elapsed, timed);
    }

    /// <summary>
    /// Loads and prepares what the first cells need, so that they are as fast as later ones. Changes nothing in the session; may run beside a cell.
    /// </summary>
    /// <param name="cancellation">Stops it between two steps.</param>
    public async Task WarmUpAsync(CancellationToken cancellation = default)
    {
        using var other = new NotebookSession(options);
        foreach (var cell in WarmUps)
        {
            if (cancellation.IsCancellationRequested) return;
            await other.ExecuteAsync(new CellRequest("warm-up", cell), _ => { }, cancellation).ConfigureAwait(false);
        }

        // Last, as cells come before questions; on a thread of its own, so that a first cell that has come meanwhile waits for none of it.
        if (!cancellation.IsCancellationRequested) _ = Task.Factory.StartNew(other.Editing.Warm, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Closes the database that SQL cells use.</summary>
    public void Dispose() => sql.Dispose();

    private async Task<CellError?> RunToEndAsync(IReadOnlyList<CellPart> parts, string cell, CellScope scope, CancellationToken cancellation)
    {
        using var code = new CellCode(cell, scope, options, cancellation);
        // On the engine's own threads: what the caller's thread does meanwhile is the caller's.
        var run = Task.Run(() => RunAsync(parts, cell, code, scope, cancellation), CancellationToken.None);
        try
        {
            await run.WaitAsync(cancellation).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }

        try
        {
            // The code of a cell gives up by itself after a while; what the engine does for it comes back sooner.
            await run.WaitAsync(options.Interrupt.AbandonAfter * 2, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException)
        {
            return Interruption.StoppedBetween(parts.Any(p => p.Language == CellLanguage.Sql));
        }
        catch (TimeoutException)
        {
            return Interruption.Abandoned(options.Interrupt.AbandonAfter * 2);
        }
    }

    private async Task RunAsync(IEnumerable<CellPart> parts, string cell, CellCode code, CellScope scope, CancellationToken cancellation)
    {
        scope.Enter();
        foreach (var part in parts)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (part.Language)
            {
                case CellLanguage.CSharp:
                    if (await csharp.RunAsync(part.Code, cell, code, cancellation).ConfigureAwait(false) is { } value) await ShowAsync(value, code, scope).ConfigureAwait(false);
                    break;
                case CellLanguage.Sql:
                    await QueryAsync(part, code, scope, cancellation).ConfigureAwait(false);
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

    // A value says itself how it looks, and may take its time.
    private static Task<bool> ShowAsync(object value, CellCode code, CellScope scope) => code.RunAsync(() =>
    {
        scope.Show(value, isResult: true);
        return Task.FromResult(true);
    });

    private async Task QueryAsync(CellPart part, CellCode code, CellScope scope, CancellationToken cancellation)
    {
        var name = part.ResultName ?? SqlResult;
        Table? last = null;
        foreach (var table in sql.Run(part.Code, name, cancellation))
        {
            last = table;
            scope.Show(table, name);
        }

        if (last is not null) await csharp.GiveAsync(name, typeof(Table), last, code, cancellation).ConfigureAwait(false);
    }
}
