namespace Segmentation.Notebooks.Editing;

/// <summary>What a completion stands for; names are those that Jupyter front ends draw icons for.</summary>
public enum CompletionKind
{
    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>A variable of the session or of the cell.</summary>
    Variable,

    /// <summary>A method or function.</summary>
    Method,

    /// <summary>A property.</summary>
    Property,

    /// <summary>A field or a constant.</summary>
    Field,

    /// <summary>A class or record.</summary>
    Class,

    /// <summary>A struct.</summary>
    Struct,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>An enumeration.</summary>
    Enum,

    /// <summary>A namespace.</summary>
    Namespace,

    /// <summary>A table that SQL sees.</summary>
    Table,

    /// <summary>A column of a table.</summary>
    Column,

    /// <summary>A magic.</summary>
    Magic,

    /// <summary>A file or folder.</summary>
    File,
}
