using System.Globalization;
using Segmentation.Audit;
using Spectre.Console;

namespace Segmentation.Notebooks.Run;

/// <summary>What a run says on the terminal.</summary>
internal static class RunReport
{
    /// <summary>Writes text as it is, on lines of its own; the terminal wraps it, not the console library.</summary>
    public static void Say(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);

    /// <summary>Writes the table of notebooks, cells, time and findings by severity.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<ExecutedNotebook> notebooks)
    {
        var severities = Enum.GetValues<Severity>().OrderDescending().ToArray();
        var table = new Spectre.Console.Table().Border(TableBorder.Simple);
        table.AddColumn("notebook").AddColumn(Right("cells")).AddColumn(Right("seconds"));
        foreach (var severity in severities) table.AddColumn(Right(severity.ToString().ToLowerInvariant()));
        foreach (var notebook in notebooks)
        {
            table.AddRow(
                [
                    Markup.Escape(notebook.Notebook.Name) + (notebook.Failure is null ? string.Empty : " (failed)"),
                    notebook.Cells.ToString(CultureInfo.InvariantCulture),
                    notebook.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),
                    .. severities.Select(s => notebook.Findings.GetValueOrDefault(s).ToString(CultureInfo.InvariantCulture)),
                ]);
        }

        console.Write(table);
    }

    private static TableColumn Right(string name) => new TableColumn(name).RightAligned();
}
