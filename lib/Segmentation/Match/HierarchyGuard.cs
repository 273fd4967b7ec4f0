using Segmentation.Load;

namespace Segmentation.Match;

/// <summary>
/// Tells records apart that look alike and are two: parent and subsidiary, one company in two countries, a website shared by two companies,
/// two people with one family name. What it forbids, no weight joins; only a decision does.
/// </summary>
public sealed class HierarchyGuard
{
    private readonly Func<int, HierarchyGuardProfile?> profileOf;

    private HierarchyGuard(Func<int, HierarchyGuardProfile?> profileOf) => this.profileOf = profileOf;

    /// <summary>Gets the guard that forbids nothing.</summary>
    public static HierarchyGuard None { get; } = new(static _ => null);

    /// <summary>Returns the guard over the records of a workspace.</summary>
    /// <param name="workspace">The workspace the records were made from: countries, parents and addresses are read from its export.</param>
    /// <param name="records">Accounts or contacts; row i is row i of the export.</param>
    /// <param name="options">When two records are told apart. Default: <see cref="HierarchyGuardOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">The records are not those of the workspace's export.</exception>
    /// <exception cref="WorkspaceException">The workspace has no export of that kind.</exception>
    /// <remarks>Accounts are told apart where one stands above the other, where both stand below one parent under different names, where both
    /// countries are known and differ, where each has a domain of its own, and where the names have no word in common and nothing else does.
    /// Contacts are told apart where their first names are neither the same nor an initial, short form or misspelling of each other, and where
    /// one name has two mailboxes at one company of which one is numbered. A missing value tells nothing. What stays undecided is in <see cref="Doubt"/>.</remarks>
    public static HierarchyGuard Of(Workspace workspace, MatchRecords records, HierarchyGuardOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(records);
        var export = records.Kind == EntityKind.Contacts ? workspace.Contacts : workspace.Accounts;
        if (export.Table.RowCount != records.Ids.Length)
            throw new ArgumentException($"There are {records.Ids.Length} records but {export.File} has {export.Table.RowCount} rows; make the records from the same workspace.", nameof(records));
        options ??= HierarchyGuardOptions.Default;
        return new(records.Kind == EntityKind.Contacts ? HierarchyGuardContact.Of(export, options) : HierarchyGuardAccount.Of(export, options));
    }

    /// <summary>Returns why two records cannot be one; null where nothing forbids it. The same whichever record comes first.</summary>
    /// <param name="left">Zero-based row of one record.</param>
    /// <param name="right">Zero-based row of the other.</param>
    public string? Veto(int left, int right) => profileOf(left) is { } profile && profileOf(right) is { } other ? profile.Veto(other) : null;

    /// <summary>Returns what leaves open whether two records are one, although nothing forbids it; null where nothing does. The same whichever record comes first.</summary>
    /// <param name="left">Zero-based row of one record.</param>
    /// <param name="right">Zero-based row of the other.</param>
    public string? Doubt(int left, int right) => profileOf(left) is { } profile && profileOf(right) is { } other ? profile.Doubt(other) : null;

    /// <summary>Returns what the guard knows of a record; records that are equal to it are in one profile. Null where it forbids nothing.</summary>
    internal HierarchyGuardProfile? ProfileOf(int row) => profileOf(row);
}
