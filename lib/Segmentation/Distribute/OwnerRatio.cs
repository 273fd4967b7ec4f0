namespace Segmentation.Distribute;

/// <summary>How many accounts of one segment a CSM looks after.</summary>
/// <param name="Segment">The segment; null for all accounts.</param>
/// <param name="Accounts">Accounts in it.</param>
/// <param name="Owned">Of these, accounts that somebody looks after.</param>
/// <param name="Owners">Who look after at least one of them.</param>
public sealed record OwnerRatio(string? Segment, int Accounts, int Owned, int Owners)
{
    /// <summary>Gets the owned accounts of the segment per person who has any of it; a person who has accounts of several segments counts in each. Null where nobody has one.</summary>
    public double? AccountsPerOwner => Owners == 0 ? null : (double)Owned / Owners;

    /// <summary>Gets the playbook's benchmark, to be shown beside and never a pass mark; null where it has none for the segment.</summary>
    public int? Benchmark { get; init; }
}
