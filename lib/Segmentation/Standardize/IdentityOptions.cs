namespace Segmentation.Standardize;

/// <summary>How names, domains, phones and emails are standardised.</summary>
public sealed record IdentityOptions
{
    /// <summary>Gets the defaults.</summary>
    public static IdentityOptions Default { get; } = new();

    /// <summary>Gets whether a company name all in capitals is written in mixed case. Default false: the case of a name is its owner's.</summary>
    public bool RecasesCapitals { get; init; }

    /// <summary>Gets the longest word of a name in capitals that stays so when names are recased, in letters: an abbreviation. Default 3.</summary>
    public int LongestAbbreviation { get; init; } = 3;

    /// <summary>Gets the share of an account's contacts with company mail whose addresses must agree on a domain, which must be exceeded. Default 0.5: more than half.</summary>
    public double EmailMajority { get; init; } = 0.5;

    /// <summary>Gets the fewest contacts whose addresses make a domain. Default 1.</summary>
    public int FewestEmails { get; init; } = 1;

    /// <summary>Gets the country of phone numbers whose record and account name none, as an ISO 3166-1 code. Default null: such numbers stay as they are and are counted.</summary>
    public string? DefaultCountry { get; init; }

    /// <summary>Gets whether emails and phones that are not usable are emptied in the clean table. Default false: they stay. Either way they are listed, and emptying can be undone.</summary>
    public bool EmptiesUnusable { get; init; }
}
