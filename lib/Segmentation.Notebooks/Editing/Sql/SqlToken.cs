namespace Segmentation.Notebooks.Editing.Sql;

/// <summary>A piece of SQL text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, excluded.</param>
/// <param name="Text">A name without its quotes, else the piece as written.</param>
/// <param name="IsOpen">Whether its closing mark is missing.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int End, string Text, bool IsOpen = false)
{
    public bool Is(string word) => Kind is SqlTokenKind.Word or SqlTokenKind.Sign && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    public bool IsName => Kind is SqlTokenKind.Quoted || (Kind is SqlTokenKind.Word && !SqlWords.IsReserved(Text));
}
