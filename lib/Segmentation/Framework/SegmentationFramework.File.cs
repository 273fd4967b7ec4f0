using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Framework;

public sealed partial record SegmentationFramework
{
    /// <summary>Gets how the text that the framework was read from was laid out: comments, order of keys, what stood on one line.</summary>
    internal YamlLayout Layout { get; init; } = YamlLayout.None;

    /// <summary>Gets the remarks at the head of the file, one a line; empty where it has none.</summary>
    public ImmutableArray<string> Remarks => [.. Layout.Find(string.Empty).Above.Where(l => l.Length > 0).Select(l => l[1..].Trim())];

    /// <summary>Reads a framework file.</summary>
    /// <param name="path">The file, as a rule <c>framework.yaml</c>.</param>
    /// <exception cref="WorkspaceException">The file does not exist, is no YAML, or says something that cannot be: with line, column, what was found, what was expected, and the remedy.</exception>
    public static SegmentationFramework Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new WorkspaceException($"there is no framework file '{path}'", "no such file", "a framework.yaml",
                "Write one, or let StarterFramework.Propose make a first version from the workspace and save it there.", Path.GetFileName(path));
        }

        return Parse(File.ReadAllText(path), Path.GetFileName(path));
    }

    /// <summary>Reads a framework from text.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="fileName">The file's name, for messages.</param>
    /// <exception cref="WorkspaceException">The text is no YAML, or says something that cannot be: with line, column, what was found, what was expected, and the remedy.</exception>
    public static SegmentationFramework Parse(string text, string fileName = "framework.yaml")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        return FrameworkYaml.Read(text, fileName);
    }

    /// <summary>Returns the framework as the text of a <c>framework.yaml</c> that loads back equal. The comments of the text that it was read from stand beside the same
    /// items in the same order; those of items that are gone went with them.</summary>
    public string Write() => YamlWriter.Write(FrameworkTree.Of(this), Layout);

    /// <summary>Writes <see cref="Write"/> to a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether an existing file may be replaced. Default false: what a person wrote is never lost.</param>
    /// <exception cref="WorkspaceException">The file exists and <paramref name="overwrite"/> is false.</exception>
    public void Save(string path, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!overwrite && File.Exists(path))
        {
            throw new WorkspaceException($"the framework cannot be saved to '{path}'", "a file of that name", "a name that is free",
                "Save it as a version (framework-v1.yaml) and compare, or pass overwrite: true to replace the file.", Path.GetFileName(path));
        }

        File.WriteAllText(path, Write());
    }

    /// <summary>Returns the framework with other remarks at the head of its file.</summary>
    internal SegmentationFramework WithRemarks(IEnumerable<string> remarks) =>
        this with { Layout = new(Layout.Items.SetItem(string.Empty, Layout.Find(string.Empty) with { Above = [.. remarks.Select(r => $"# {r.ReplaceLineEndings(" ")}"), string.Empty] })) };
}
