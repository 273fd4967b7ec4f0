using System.Collections.Immutable;
using Segmentation.Notebooks.Editing;
using Segmentation.Notebooks.Session;
using Segmentation.Notebooks.Tests.Session;

namespace Segmentation.Notebooks.Tests.Editing;

/// <summary>A session that is asked about cells with the cursor marked as <c>$$</c>.</summary>
internal sealed class Editor(bool mask = false, string? folder = null) : IDisposable
{
    /// <summary>Gets the folder of the sample exports.</summary>
    public static string Samples => Path.Combine(Repository.Folder, "data-samples");

    public Probe Probe { get; } = new(mask, folder);

    public NotebookSession Session => Probe.Session;

    public async Task<Editor> AfterAsync(params string[] cells)
    {
        foreach (var cell in cells) Assert.Null((await Probe.RunAsync(cell)).Error);
        return this;
    }

    public Completions Complete(string marked, string? language = null)
    {
        var (source, position) = Cursor(marked);
        return Session.Editing.Complete(source, position, language);
    }

    public string[] Names(string marked, string? language = null) => [.. Complete(marked, language).Items.Select(i => i.Text)];

    public Completion? Find(string marked, string text) => Complete(marked).Items.FirstOrDefault(i => i.Text == text);

    /// <summary>Returns the cell with a completion in its place.</summary>
    public string With(string marked, string text)
    {
        var (source, _) = Cursor(marked);
        var found = Complete(marked);
        Assert.Contains(found.Items, i => i.Text == text);
        return source[..found.Start] + text + source[found.End..];
    }

    public Inspection? Inspect(string marked, string? language = null)
    {
        var (source, position) = Cursor(marked);
        return Session.Editing.Inspect(source, position, language);
    }

    public ImmutableArray<CellProblem> Problems(string source, string? language = null) => Session.Editing.Diagnose(source, language);

    public void Dispose() => Probe.Dispose();

    private static (string Source, int Position) Cursor(string marked)
    {
        var at = marked.IndexOf("$$", StringComparison.Ordinal);
        Assert.True(at >= 0, "mark the cursor with $$");
        return (marked.Remove(at, 2), at);
    }
}
