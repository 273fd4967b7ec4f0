namespace Segmentation.Standardize;

/// <summary>What led from a value to another one of its list, in the order in which the methods are tried: the first that finds exactly one decides.</summary>
public enum PicklistMethod
{
    /// <summary>A person decided: the pair stands under <c>approved</c> in <c>decisions/picklists.yaml</c>.</summary>
    Approved,

    /// <summary>The value is one of the list, letter by letter.</summary>
    Exact,

    /// <summary>Another name for the value: under <c>aliases</c> in the decisions, one of the common ones, or another name or code of the same country.</summary>
    Alias,

    /// <summary>Same fingerprint: case, accents, punctuation, spaces and the order of words do not count.</summary>
    Fingerprint,

    /// <summary>Same n-gram fingerprint: words run together or apart.</summary>
    NGram,

    /// <summary>A few typing errors, relative to the length of each word.</summary>
    EditDistance,

    /// <summary>Words that sound alike.</summary>
    Phonetic,

    /// <summary>Each word is the beginning of its counterpart ("Tech"), or the value is made of the first letters ("HR").</summary>
    Abbreviation,
}
