namespace Segmentation.Audit;

/// <summary>Why two values of a field may be one, surest first.</summary>
public enum VariantKind
{
    /// <summary>Same fingerprint: case, accents, punctuation, spaces or the order of words.</summary>
    Spelling,

    /// <summary>Two names or codes of one country.</summary>
    Country,

    /// <summary>Same n-gram fingerprint: words run together or apart.</summary>
    Spacing,

    /// <summary>A small edit distance, scaled with the length of each word.</summary>
    TypingError,

    /// <summary>Each word is the beginning of its counterpart: "Tech", "Fin. Services".</summary>
    Abbreviation,

    /// <summary>The first letters of the words: "HR" for "Human Resources".</summary>
    Initials,
}
