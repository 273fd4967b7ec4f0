namespace Segmentation.Standardize;

/// <summary>The standard form of one value.</summary>
/// <param name="Text">What to write; null for nothing.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Reason">Why, in words; null where there is nothing to count, as in a row without a value.</param>
internal readonly record struct IdentityValue(string? Text, IdentityVerdict Verdict, string? Reason)
{
    /// <summary>Returns a value that was changed, or that needed no change.</summary>
    public static IdentityValue Of(string before, string after, string reason) =>
        before == after ? new(after, IdentityVerdict.Standard, "standard already") : new(after, IdentityVerdict.Changed, reason);
}
