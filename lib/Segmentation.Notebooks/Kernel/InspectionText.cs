using Segmentation.Notebooks.Editing;

namespace Segmentation.Notebooks.Kernel;

/// <summary>Lays out what is known of a name, for hovers.</summary>
internal static class InspectionText
{
    /// <summary>Returns declaration, value and documentation as plain text.</summary>
    public static string Plain(Inspection found) => string.Join('\n', new[]
    {
        found.Signature,
        found.Value is { } value ? $"= {value}" : null,
        found.Summary is { } summary ? $"\n{summary}" : null,
    }.OfType<string>());

    /// <summary>Returns the same as Markdown. Values and documentation cannot break out of their places.</summary>
    public static string Markdown(Inspection found) => string.Join("\n\n", new[]
    {
        Fence(found.Value is { } value ? $"{found.Signature}\n// = {value.ReplaceLineEndings(" ")}" : found.Signature, "csharp"),
        found.Summary is { } summary ? Escape(summary) : null,
    }.OfType<string>());

    // A fence is longer than any run of backticks inside it.
    private static string Fence(string code, string language)
    {
        var (longest, run) = (2, 0);
        foreach (var character in code)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return $"{fence}{language}\n{code}\n{fence}";
    }

    private static string Escape(string text) => string.Concat(text.Select(c => @"\`*_{}[]<>()#+-!|~&".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));
}
