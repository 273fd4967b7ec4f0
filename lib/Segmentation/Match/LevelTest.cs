namespace Segmentation.Match;

/// <summary>How two values of a field are compared.</summary>
public enum LevelTest
{
    /// <summary>The values are the same, by ordinal.</summary>
    Exact,

    /// <summary>Jaro-Winkler similarity at or above the threshold, in [0, 1].</summary>
    JaroWinkler,

    /// <summary>Levenshtein distance at or below the threshold, in letters.</summary>
    Levenshtein,

    /// <summary>Damerau-Levenshtein distance (neighbours swapped count one) at or below the threshold, in letters.</summary>
    Damerau,

    /// <summary>Jaccard similarity of the sets of words at or above the threshold, in [0, 1].</summary>
    Jaccard,

    /// <summary>One value begins with the other, and the shorter has at least as many letters as the threshold: <c>a</c> and <c>anna</c>.</summary>
    Prefix,
}
