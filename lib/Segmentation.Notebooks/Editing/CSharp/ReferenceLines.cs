using System.Text.RegularExpressions;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>The <c>#r</c> and <c>#i</c> lines of C# text, which the session takes out before it compiles.</summary>
internal static partial class ReferenceLines
{
    /// <summary>Returns the directives: where each stands, and what it names.</summary>
    public static IEnumerable<(int Start, int End, char Directive, string Target)> Find(string text) => Line().Matches(text)
        .Select(m => (m.Groups["all"].Index, m.Groups["all"].Index + m.Groups["all"].Length, m.Groups["directive"].Value[0], m.Groups["target"].Value.Trim()));

    /// <summary>Returns the text with these lines blank.</summary>
    public static string Blank(string text) => EditedPart.Blank(text, Find(text).Select(f => (f.Start, f.End)));

    [GeneratedRegex("""^[ \t]*(?<all>#(?<directive>[ri])[ \t]+"(?<target>[^"\r\n]*)"?)[^\r\n]*""", RegexOptions.Multiline)]
    private static partial Regex Line();
}
