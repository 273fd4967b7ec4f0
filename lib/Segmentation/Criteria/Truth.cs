namespace Segmentation.Criteria;

/// <summary>The answer of a condition for a record. Three-valued, as in SQL: a comparison with a blank is neither true nor false.</summary>
public enum Truth : byte
{
    /// <summary>The condition does not hold.</summary>
    False = 0,

    /// <summary>A blank value keeps the answer open.</summary>
    Unknown = 1,

    /// <summary>The condition holds.</summary>
    True = 2,
}
