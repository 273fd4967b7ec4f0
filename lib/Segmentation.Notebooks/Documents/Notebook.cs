using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Documents;

/// <summary>
/// An immutable notebook in the Jupyter format (nbformat 4). Metadata that nothing here knows is kept, in its order; what is
/// written is always format 4.5, with cell ids.
/// </summary>
public sealed class Notebook
{
    private static readonly JsonWriterOptions Layout = new()
    {
        // What Jupyter writes, so that a notebook saved here and there differs in nothing but its content.
        Indented = true,
        IndentCharacter = ' ',
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonObject root;

    private Notebook(string name, JsonObject root, ImmutableArray<NotebookCell> cells)
    {
        Name = name;
        this.root = root;
        Cells = cells;
    }

    /// <summary>Gets the file's name without folder and extension.</summary>
    public string Name { get; }

    /// <summary>Gets the cells in order.</summary>
    public ImmutableArray<NotebookCell> Cells { get; }

    /// <summary>Gets the first Markdown heading of level 1, or the name where there is none.</summary>
    public string Title => Cells.Where(c => c.Kind == CellKind.Markdown)
        .SelectMany(c => c.Source.Split('\n'))
        .FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? Name;

    /// <summary>Reads a notebook.</summary>
    /// <param name="path">The .ipynb file.</param>
    /// <exception cref="FormatException">The file is not a notebook of format 4.</exception>
    public static Notebook Read(string path) => Parse(File.ReadAllText(path), Path.GetFileNameWithoutExtension(path));

    /// <summary>Reads a notebook from its JSON. A cell without an id is given one that depends on nothing but its place.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="name">The name messages call it by.</param>
    /// <exception cref="FormatException">The text is not a notebook of format 4.</exception>
    public static Notebook Parse(string json, string name)
    {
        JsonObject? root;
        try
        {
            root = JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException e)
        {
            throw new FormatException($"Notebook '{name}' is not JSON: {e.Message} Save it again from the editor that wrote it.", e);
        }

        if (root?["nbformat"] is not JsonValue format || !format.TryGetValue<int>(out var major))
            throw new FormatException($"Notebook '{name}' has no 'nbformat' number at its top level, expected a Jupyter notebook of format 4.");
        if (major != 4)
            throw new FormatException($"Notebook '{name}' has format {major}, expected 4. Convert it with 'jupyter nbconvert --to notebook'.");
        if (root["cells"] is not JsonArray cells || cells.Any(c => c is not JsonObject))
            throw new FormatException($"Notebook '{name}' has no list of cells under 'cells'.");
        var minor = root["nbformat_minor"] is JsonValue m && m.TryGetValue<int>(out var found) ? found : 0;
        root["nbformat_minor"] = Math.Max(minor, 5);
        return new Notebook(name, root, WithIds(cells.Select(c => new NotebookCell((JsonObject)c!.DeepClone()))));
    }

    /// <summary>Returns the notebook with other cells.</summary>
    /// <param name="cells">The cells in order.</param>
    public Notebook WithCells(IEnumerable<NotebookCell> cells) => new(Name, root, WithIds(cells));

    /// <summary>Returns the notebook as JSON: one space of indentation, Unix line ends, one at the end.</summary>
    public string ToJson()
    {
        var copy = (JsonObject)root.DeepClone();
        copy["cells"] = new JsonArray([.. Cells.Select(c => c.Copy())]);
        return Write(copy);
    }

    internal static string Write(JsonNode node)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Layout)) node.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static ImmutableArray<NotebookCell> WithIds(IEnumerable<NotebookCell> cells)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var place = 0;
        return
        [
            .. cells.Select(cell =>
            {
                place++;
                if (cell.Id.Length > 0 && seen.Add(cell.Id)) return cell;
                var id = $"cell-{place}";
                for (var again = 2; !seen.Add(id); again++) id = $"cell-{place}-{again}";
                return cell.WithId(id);
            }),
        ];
    }
}
