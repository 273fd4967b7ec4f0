using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Records that belong to nothing: contacts without a company, revenue without an account, parents and owners that do not exist.</summary>
public sealed record OrphansResult : AuditSection
{
    /// <inheritdoc/>
    public override string ResultName => "orphans";

    /// <summary>Gets every check that could be made, also those that found nothing.</summary>
    public required ImmutableArray<OrphanCheck> Checks { get; init; }

    /// <summary>Gets the contacts attached to an account that exists, as a proportion of all; null without contacts or without their account column.</summary>
    public required double? ContactsWithCompany { get; init; }

    /// <summary>Gets the same share once every unambiguous domain match is made.</summary>
    public required double? ContactsWithCompanyAfterRescue { get; init; }

    /// <summary>Gets the limit that both shares must exceed, a proportion.</summary>
    public required double ContactsWithCompanyLimit { get; init; }

    /// <summary>Gets the orphan contacts whose email domain belongs to exactly one account: contact, email, domain, and the account they would join.</summary>
    public required Table Rescue { get; init; }

    /// <summary>Gets the orphan contacts whose email domain belongs to several accounts: contact, email, domain, number of accounts.</summary>
    public required Table Ambiguous { get; init; }

    /// <summary>Gets the parent cycles: accounts in each, their path, names, ARR.</summary>
    public required Table ParentCycles { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "orphans",
        Column.Of("check", Checks.Select(c => c.Check)),
        Column.Of("file", Checks.Select(c => c.Subject)),
        Column.Of("what", Checks.Select(c => c.What)),
        Column.Of("records", Checks.Select(c => c.Count)),
        Column.Of("of", Checks.Select(c => c.Checked)),
        Column.Of("share", Checks.Select(c => c.Share), NumberFormat.Share),
        Column.Of("ARR", Checks.Select(c => c.Arr), NumberFormat.Money));
}
