using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Enrich;

/// <summary>Contacts with the accounts found for them, and the share of contacts with a company before and after.</summary>
public sealed record OrphanAttachmentResult : Result
{
    internal const string NoEmail = "no email";
    internal const string NoDomain = "email without a domain";
    internal const string FreeMail = "free-mail address";
    internal const string Unknown = "domain of no account";

    /// <inheritdoc/>
    public override string ResultName => "orphan-attachment";

    /// <summary>Gets the workspace with the contacts attached.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Gets what changed: one change to the contacts.</summary>
    public required ImmutableArray<TableChange> Changes { get; init; }

    /// <summary>Gets the number of contacts.</summary>
    public required int Contacts { get; init; }

    /// <summary>Gets the contacts that named no account, or one that does not exist.</summary>
    public required int Orphans { get; init; }

    /// <summary>Gets those of them that were attached.</summary>
    public required int Attached { get; init; }

    /// <summary>Gets the share of contacts with a company that must be exceeded, a proportion.</summary>
    public required double Limit { get; init; }

    /// <summary>Gets the contacts that still have no company, each with the reason.</summary>
    public required Table LeftOver { get; init; }

    /// <summary>Gets the share of contacts with a company before; null without contacts.</summary>
    public double? ShareBefore => Contacts == 0 ? null : (double)(Contacts - Orphans) / Contacts;

    /// <summary>Gets the share of contacts with a company after; null without contacts.</summary>
    public double? ShareAfter => Contacts == 0 ? null : (double)(Contacts - Orphans + Attached) / Contacts;

    /// <summary>Gets whether the share after exceeds the limit; exactly the limit does not.</summary>
    public bool MeetsLimit => ShareAfter > Limit;

    /// <summary>Gets how many more contacts have to be attached for the share to exceed the limit; 0 where it does.</summary>
    public int Missing => Contacts == 0 || MeetsLimit ? 0 : (int)Math.Floor(Limit * Contacts) + 1 - (Contacts - Orphans + Attached);

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var reasons = Enumerable.Range(0, LeftOver.RowCount).GroupBy(row => Reason(LeftOver.Text("why not attached")[row]!), StringComparer.Ordinal)
            .Select(g => (What: $"left: {g.Key}", Count: g.Count())).OrderByDescending(g => g.Count).ThenBy(g => g.What, StringComparer.Ordinal);
        (string What, int Count)[] rows =
        [
            ("contacts", Contacts), ("with a company before", Contacts - Orphans), ("attached by the domain of their email", Attached),
            ("with a company after", Contacts - Orphans + Attached), .. reasons,
        ];
        return new Table(
            "orphan contacts",
            Column.Of("what", rows.Select(r => r.What)),
            Column.Of("contacts", rows.Select(r => r.Count)),
            Column.Of("share", rows.Select(r => Contacts == 0 ? (double?)null : (double)r.Count / Contacts), NumberFormat.Share));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => [Verdict()];

    /// <summary>Returns the verdict in a sentence.</summary>
    public string Verdict()
    {
        if (ShareBefore is not { } before || ShareAfter is not { } after) return "There are no contacts.";
        var said = Invariant($"{after:0.0%} of contacts have a company, {before:0.0%} before; the limit of above {Limit:0.#%} is {(MeetsLimit ? "met" : "not met")}");
        return MeetsLimit ? $"{said}." : Invariant($"{said}: {Missing:#,0} more {(Missing == 1 ? "contact" : "contacts")} would have to be attached, and no email domain says where; the list says why for each.");
    }

    // "domain of 2 accounts" and "domain of 3 accounts" are one reason.
    private static string Reason(string why) => why is NoEmail or NoDomain or FreeMail or Unknown ? why : "domain of several accounts";
}
