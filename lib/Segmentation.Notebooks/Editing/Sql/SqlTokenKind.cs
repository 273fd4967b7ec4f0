namespace Segmentation.Notebooks.Editing.Sql;

/// <summary>What a piece of SQL text is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or a bare name.</summary>
    Word,

    /// <summary>A name in quotes.</summary>
    Quoted,

    /// <summary>A text in single quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A parameter: <c>@name</c>.</summary>
    Parameter,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>Any other sign, one at a time.</summary>
    Sign,
}
