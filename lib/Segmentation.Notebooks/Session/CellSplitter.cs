using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Segmentation.Notebooks.Session;

/// <summary>Divides a cell at its magics: lines that start with <c>#!</c>.</summary>
internal static partial class CellSplitter
{
    private const string Known = "#!csharp (#!c#), #!sql [--name x], #!html, #!markdown, #!mermaid, #!time";

    /// <summary>Returns the parts in order, and whether the cell asked for its time.</summary>
    public static (ImmutableArray<CellPart> Parts, bool Timed) Split(string source, string? language)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var parts = ImmutableArray.CreateBuilder<CellPart>();
        var timed = false;
        // A magic at the top decides over the metadata, so a language nobody knows is an error only where it would be used.
        CellLanguage? current = language is null ? CellLanguage.CSharp : Find(language);
        string? name = null;
        var code = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("#!", StringComparison.Ordinal))
            {
                code.Append(lines[i]).Append('\n');
                continue;
            }

            var words = lines[i][2..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var magic = words.Length == 0 ? string.Empty : words[0];
            if (magic == "time")
            {
                timed = true;
                code.Append('\n');
            }
            else if (Find(magic) is { } chosen)
            {
                Finish();
                (current, name) = (chosen, ResultName(chosen, words, i + 1));
                code.Append('\n', i + 1);
            }
            else
            {
                throw new CellFailure("Magic", $"Unknown magic '#!{magic}'. Known: {Known}.", i + 1);
            }
        }

        Finish();
        return (parts.ToImmutable(), timed);

        void Finish()
        {
            var text = code.ToString();
            code.Clear();
            if (string.IsNullOrWhiteSpace(text)) return;
            parts.Add(new CellPart(current ?? throw UnknownLanguage(language!), text.TrimEnd(), name));
        }
    }

    /// <summary>Returns the language of a name as magics and cell metadata spell it; null where nobody knows it.</summary>
    public static CellLanguage? Find(string name) => name.ToLowerInvariant() switch
    {
        "csharp" or "c#" => CellLanguage.CSharp,
        "sql" => CellLanguage.Sql,
        "html" => CellLanguage.Html,
        "markdown" => CellLanguage.Markdown,
        "mermaid" => CellLanguage.Mermaid,
        _ => null,
    };

    private static CellFailure UnknownLanguage(string language) => new(
        "Magic", $"The cell's metadata names the language '{language}', which this engine does not run. Known: csharp, sql, html, markdown, mermaid. Change the cell's language, or start it with one of: {Known}.", 1);

    private static string? ResultName(CellLanguage language, string[] words, int line)
    {
        if (words.Length == 1) return null;
        if (language == CellLanguage.Sql && words.Length == 3 && words[1] == "--name" && Identifier().IsMatch(words[2])) return words[2];
        throw new CellFailure("Magic", $"'#!{string.Join(' ', words)}' is not understood. Expected '#!{words[0]}'{(language == CellLanguage.Sql ? " or '#!sql --name x', x being a C# name" : " alone")}.", line);
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_]*$")]
    private static partial Regex Identifier();
}
