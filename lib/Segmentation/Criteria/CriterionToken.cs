namespace Segmentation.Criteria;

/// <summary>A piece of a rule's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says, without its quotes.</param>
/// <param name="Start">Where it begins in the rule, zero-based.</param>
/// <param name="End">Where it ends, after its last character.</param>
internal readonly record struct CriterionToken(TokenKind Kind, string Text, int Start, int End)
{
    /// <summary>Tells whether it is a keyword or symbol; what is quoted never is.</summary>
    public bool Is(string word) => Kind is TokenKind.Word or TokenKind.Symbol && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether it is one of several keywords or symbols.</summary>
    public bool IsAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(word)) return true;
        }

        return false;
    }
}
