using Segmentation.Audit;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>Decides what leads from one spelling to another: the audit's comparison, and sound.</summary>
internal sealed class PicklistMatcher(PicklistOptions options)
{
    private readonly VariantMatcher variants = new(AuditOptions.Default with { OneErrorFromLength = options.OneErrorFromLength, TwoErrorsFromLength = options.TwoErrorsFromLength });

    /// <summary>Returns the method that leads from a value to a target, and its score; null where none does.</summary>
    /// <param name="value">The value.</param>
    /// <param name="target">The target.</param>
    /// <param name="keysOnly">Whether only keys are compared, not letters.</param>
    public (PicklistMethod Method, double Score)? Compare(VariantValue value, VariantValue target, bool keysOnly)
    {
        if (keysOnly && value.Fingerprint != target.Fingerprint && value.NGram != target.NGram) return null;
        return variants.Compare(value, target) switch
        {
            VariantKind.Spelling => (PicklistMethod.Fingerprint, 1),
            VariantKind.Country => (PicklistMethod.Alias, 1),
            VariantKind.Spacing => (PicklistMethod.NGram, 1),
            _ when keysOnly => null,
            VariantKind.TypingError => (PicklistMethod.EditDistance, Similarity(value, target)),
            _ when SoundsAlike(value, target) && Similarity(value, target) is var score && score >= options.SoundFromSimilarity => (PicklistMethod.Phonetic, score),
            VariantKind.Abbreviation or VariantKind.Initials => (PicklistMethod.Abbreviation, Similarity(value, target)),
            _ => null,
        };
    }

    /// <summary>Returns 1 - d/n, where d is the optimal string alignment distance of the folded texts and n the length of the longer one; 0 where both are empty.</summary>
    public static double Similarity(VariantValue left, VariantValue right)
    {
        var (a, b) = (string.Join(' ', left.Words), string.Join(' ', right.Words));
        var longer = Math.Max(a.Length, b.Length);
        return longer == 0 ? 0 : 1 - ((double)EditDistance.Damerau(a, b) / longer);
    }

    private bool SoundsAlike(VariantValue left, VariantValue right)
    {
        if (left.Words.Length != right.Words.Length || left.Numbers != right.Numbers || (left.Country is not null && right.Country is not null)) return false;
        var alike = false;
        for (var i = 0; i < left.Words.Length; i++)
        {
            var (one, other) = (left.Words[i], right.Words[i]);
            if (one == other) continue;
            if (Math.Min(one.Length, other.Length) < options.SoundFromLength || Phonetic.Soundex(one) is not { Length: > 0 } code || code != Phonetic.Soundex(other)) return false;
            alike = true;
        }

        return alike;
    }
}
