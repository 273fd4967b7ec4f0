namespace Segmentation.Criteria;

/// <summary>What a piece of a rule's text is.</summary>
internal enum TokenKind
{
    /// <summary>Letters and digits up to white space or a symbol: a name, a keyword, a number, a word of a text.</summary>
    Word,

    /// <summary>Text in double quotes.</summary>
    Quoted,

    /// <summary>A field's name in backquotes.</summary>
    Name,

    /// <summary>A parenthesis, bracket, comma or comparison.</summary>
    Symbol,

    /// <summary>The end of the rule.</summary>
    End,
}
