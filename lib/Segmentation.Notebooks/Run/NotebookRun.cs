using System.Text.Json.Nodes;
using Segmentation.Notebooks.Documents;
using Segmentation.Report;
using Spectre.Console;

namespace Segmentation.Notebooks.Run;

/// <summary>
/// Runs notebooks in order and writes what each leaves behind: <c>NAME.ipynb</c> with outputs, <c>NAME.html</c> and <c>NAME.json</c>. The first
/// cell that fails ends the run.
/// </summary>
/// <remarks>
/// A notebook that fails leaves its three files as an earlier run left them, and <c>NAME.failed.ipynb</c> with the outputs up to the
/// failure; the next run that succeeds removes it.
/// </remarks>
internal sealed class NotebookRun(RunOptions options, IAnsiConsole console)
{
    /// <summary>Runs the notebooks; returns the exit code: 0, or 1 where a cell failed.</summary>
    /// <exception cref="RunException">What was asked for cannot be run.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var (paths, root) = NotebookFiles.Find(options);
        var notebooks = paths.Select(path => (Path: path, Notebook: Read(path))).ToArray();
        if (notebooks.GroupBy(n => n.Notebook.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new RunException($"Two notebooks are called '{twice.Key}', and their outputs would overwrite each other. Run them one at a time with another --out.");
        var values = RunParameters.Read(options, [.. notebooks.Select(n => n.Notebook)]);
        var injected = notebooks.Select(n => (n.Path, Notebook: ParameterCell.Inject(n.Notebook, RunParameters.For(values, options, Path.GetDirectoryName(n.Path)!)))).ToArray();
        var target = Path.GetFullPath(options.Out ?? Path.Combine(root, "out"), options.From);
        var done = new List<ExecutedNotebook>();
        foreach (var (path, notebook) in injected)
        {
            var executed = await OneAsync(path, notebook, cancellation).ConfigureAwait(false);
            done.Add(executed);
            if (executed.Failure is { } failure)
            {
                OutputFiles.Write(target, [new($"{notebook.Name}.failed.ipynb", executed.Notebook.ToJson())]);
                RunReport.Write(console, done);
                console.MarkupLineInterpolated($"[red]failed[/]");
                RunReport.Say(console, failure.Describe(Path.GetFileName(path)));
                RunReport.Say(console, $"Outputs up to there: {Path.Combine(options.Out ?? "out", notebook.Name)}.failed.ipynb; files of an earlier run are untouched.");
                return 1;
            }

            foreach (var (name, given) in new[] { (RunParameters.Data, options.Data), (RunParameters.Output, options.Out) })
            {
                if (given is not null && executed.Parameters.ContainsKey(name)) executed.Parameters[name] = given;
            }

            var report = new JsonObject { ["notebook"] = notebook.Name, ["parameters"] = executed.Parameters, ["results"] = executed.Results };
            OutputFiles.Write(target,
            [
                new($"{notebook.Name}.ipynb", executed.Notebook.ToJson()),
                new($"{notebook.Name}.html", HtmlPage.Write(notebook.Title, executed.Blocks)),
                new($"{notebook.Name}.json", Notebook.Write(report)),
            ]);
            File.Delete(Path.Combine(target, $"{notebook.Name}.failed.ipynb"));
        }

        RunReport.Write(console, done);
        RunReport.Say(console, $"Written to {options.Out ?? Path.GetRelativePath(options.From, target)}");
        return 0;
    }

    private static Notebook Read(string path)
    {
        try
        {
            return Notebook.Read(path);
        }
        catch (FormatException e)
        {
            throw new RunException(e.Message, e);
        }
    }

    private async Task<ExecutedNotebook> OneAsync(string path, Notebook notebook, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(path)!;
        var before = Environment.CurrentDirectory;
        try
        {
            // Where every editor starts a notebook, so that the same relative paths work here and there.
            Environment.CurrentDirectory = folder;
            return await new NotebookRunner(notebook, folder, options.Mask)
                .RunAsync(new Lines(line => RunReport.Say(console, $"{notebook.Name}: {line}")), cancellation).ConfigureAwait(false);
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    // Progress<T> reports on other threads, out of order.
    private sealed class Lines(Action<string> write) : IProgress<string>
    {
        public void Report(string value) => write(value);
    }
}
