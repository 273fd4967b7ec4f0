using Segmentation.Text;

namespace Segmentation.Audit;

/// <summary>Decides what makes two values of a field alike.</summary>
internal sealed class VariantMatcher(AuditOptions options)
{
    private const int ShortestAbbreviation = 3;

    /// <summary>
    /// Returns why two values may be one, or null where nothing says so. Values with different numbers, of different countries, or that are
    /// both in the controlled picklist never are.
    /// </summary>
    public VariantKind? Compare(VariantValue left, VariantValue right)
    {
        if (left.IsAllowed && right.IsAllowed) return null;
        if (!string.Equals(left.Numbers, right.Numbers, StringComparison.Ordinal)) return null;
        if (left.Fingerprint.Length == 0 || right.Fingerprint.Length == 0) return null;
        if (string.Equals(left.Fingerprint, right.Fingerprint, StringComparison.Ordinal)) return VariantKind.Spelling;
        // "Austria" and "Australia" are two letters apart and two countries.
        if (left.Country is not null && right.Country is not null)
            return string.Equals(left.Country, right.Country, StringComparison.Ordinal) ? VariantKind.Country : null;
        // Pieces are a set, so that repeated letters vanish in it: "Tier II" and "Tier III" have the same.
        if (string.Equals(left.NGram, right.NGram, StringComparison.Ordinal) && left.Words.Sum(w => w.Length) == right.Words.Sum(w => w.Length)) return VariantKind.Spacing;
        if (IsTypingError(left, right)) return VariantKind.TypingError;
        if (IsAbbreviation(left.Words, right.Words) || IsAbbreviation(right.Words, left.Words)) return VariantKind.Abbreviation;
        return IsInitials(left.Words, right.Words) || IsInitials(right.Words, left.Words) ? VariantKind.Initials : null;
    }

    /// <summary>Word by word, so that "North Carolina" is not a slip for "South Carolina"; run together where the numbers of words differ.</summary>
    private bool IsTypingError(VariantValue left, VariantValue right)
    {
        if (left.Words.Length != right.Words.Length) return IsSlip(string.Concat(left.Words), string.Concat(right.Words));
        for (var i = 0; i < left.Words.Length; i++)
        {
            if (!string.Equals(left.Words[i], right.Words[i], StringComparison.Ordinal) && !IsSlip(left.Words[i], right.Words[i])) return false;
        }

        return true;
    }

    private bool IsSlip(string left, string right)
    {
        // The first letter is seldom mistyped (Pollock and Zamora, JASIS 34(1), 1983, 51-58), and often what tells two words apart.
        if (left.Length == 0 || right.Length == 0 || left[0] != right[0]) return false;
        var shorter = Math.Min(left.Length, right.Length);
        var errors = shorter >= options.TwoErrorsFromLength ? 2 : shorter >= options.OneErrorFromLength ? 1 : 0;
        return errors > 0 && EditDistance.Damerau(left, right, errors) <= errors;
    }

    private static bool IsAbbreviation(string[] shorter, string[] longer)
    {
        if (shorter.Length != longer.Length) return false;
        var abbreviated = false;
        for (var i = 0; i < shorter.Length; i++)
        {
            if (string.Equals(shorter[i], longer[i], StringComparison.Ordinal)) continue;
            if (shorter[i].Length < ShortestAbbreviation || !longer[i].StartsWith(shorter[i], StringComparison.Ordinal)) return false;
            abbreviated = true;
        }

        return abbreviated;
    }

    private static bool IsInitials(string[] shorter, string[] longer)
    {
        if (shorter.Length != 1 || longer.Length < 2 || shorter[0].Length != longer.Length) return false;
        for (var i = 0; i < longer.Length; i++)
        {
            if (shorter[0][i] != longer[i][0]) return false;
        }

        return true;
    }
}
