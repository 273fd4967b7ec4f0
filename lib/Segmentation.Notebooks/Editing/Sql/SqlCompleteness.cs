namespace Segmentation.Notebooks.Editing.Sql;

/// <summary>Tells whether SQL could be run as it stands: a quote, comment or parenthesis that is still open lacks its end.</summary>
internal static class SqlCompleteness
{
    public static CellCompleteness Of(string text)
    {
        var depth = 0;
        foreach (var token in SqlTokens.Read(text))
        {
            if (token.IsOpen && !(token.Kind == SqlTokenKind.Comment && text[token.Start] == '-')) return CellCompleteness.Incomplete;
            depth += token.Is("(") ? 1 : token.Is(")") ? -1 : 0;
            if (depth < 0) return CellCompleteness.Invalid;
        }

        return depth > 0 ? CellCompleteness.Incomplete : CellCompleteness.Complete;
    }
}
