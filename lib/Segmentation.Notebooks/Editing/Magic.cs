using System.Collections.Immutable;

namespace Segmentation.Notebooks.Editing;

/// <summary>A magic: what it is written like, and what it does.</summary>
/// <param name="Name">The name, with <c>#!</c>.</param>
/// <param name="Does">What it does, in a sentence.</param>
internal sealed record Magic(string Name, string Does)
{
    /// <summary>The option that names a SQL result.</summary>
    public const string NameOption = "--name";

    /// <summary>What that option does.</summary>
    public const string NameDoes = "names the C# variable that the last result goes to; without it the variable is 'sql'";

    /// <summary>The sign that a line is a magic.</summary>
    public const string Sign = "#!";

    public static ImmutableArray<Magic> All { get; } =
    [
        new("#!csharp", "The lines below are C#."),
        new("#!sql", "The lines below are SQL over the session's tables; the last result becomes a C# variable: 'sql', or what --name says."),
        new("#!html", "The lines below are HTML, shown as written."),
        new("#!markdown", "The lines below are Markdown."),
        new("#!mermaid", "The lines below are a Mermaid diagram."),
        new("#!time", "Tells how long the cell took."),
    ];
}
