namespace Segmentation.Notebooks.Session;

/// <summary>A language that a cell, or part of one, can be written in.</summary>
public enum CellLanguage
{
    /// <summary>C# 14.</summary>
    CSharp,

    /// <summary>SQL, as SQLite speaks it.</summary>
    Sql,

    /// <summary>HTML, shown as written: the author of a notebook is trusted, the data is not.</summary>
    Html,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>A Mermaid diagram.</summary>
    Mermaid,
}
