namespace Segmentation.Match;

/// <summary>When two records are told apart whatever their weight. Similarities are in [0, 1].</summary>
public sealed record HierarchyGuardOptions
{
    /// <summary>Gets the defaults.</summary>
    public static HierarchyGuardOptions Default { get; } = new();

    /// <summary>Gets the Jaro-Winkler similarity of two company names below which they may be two companies' names; at it they are alike. Default 0.85.</summary>
    public double AlikeNames { get; init; } = 0.85;

    /// <summary>Gets the share of the records from which a word in a company's name is its trade ("Software") and no longer its own; at or above. Default 0.005.</summary>
    public double TradeWordShare { get; init; } = 0.005;

    /// <summary>Gets the records from which a word can be a trade word at all, so that a small export has its own names left; at or above. Default 10.</summary>
    public int TradeWordRecords { get; init; } = 10;

    /// <summary>Gets the most typing errors (a swap of neighbours is one) by which two spellings of a word, domain or first name may be one. Default 1.</summary>
    public int TypingErrors { get; init; } = 1;

    /// <summary>Gets the shortest word, in letters, in which a typing error is looked for; shorter words differ as soon as a letter does. Default 4.</summary>
    public int ShortestMisspelt { get; init; } = 4;

    /// <summary>Gets the most digits at the end of a mailbox that number people of one name (<c>asmith2</c>); longer ones are years and the like. Default 2.</summary>
    public int MailboxDigits { get; init; } = 2;

    /// <summary>Gets how many parents are climbed from an account; a longer chain is cut. Default 32.</summary>
    public int MostParents { get; init; } = 32;
}
