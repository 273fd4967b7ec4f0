using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Match;

/// <summary>What the accounts say about the contacts' employers, by the account's identifier.</summary>
internal sealed class ContactEmployers
{
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);
    private readonly TextColumn? names;
    private readonly TextColumn? domains;
    private readonly EntityAssignment? entities;

    private ContactEmployers(Workspace workspace, EntityAssignment? entities)
    {
        if (workspace.Find(EntityKind.Accounts) is not { } accounts) return;
        var fields = RecordFields.Of(workspace, accounts);
        var ids = fields.Text(MatchField.Account, Role.AccountId, static id => id);
        for (var row = 0; row < ids.Length; row++)
        {
            if (ids[row] is { } id) rows.TryAdd(id, row);
        }

        names = fields.Text(MatchField.Company, Role.AccountName, CompanyName.Normalize);
        domains = AccountRecords.DomainOf(fields);
        this.entities = entities is not null && entities.Entity.Length == accounts.Table.RowCount ? entities : null;
    }

    public static ContactEmployers Of(Workspace workspace, EntityAssignment? entities) => new(workspace, entities);

    /// <summary>Returns the account's entity, or the identifier as it stands.</summary>
    public string Entity(string id) => entities is not null && rows.TryGetValue(id, out var row) ? entities.EntityIds[entities.Entity[row]] : id;

    public string? Name(string id) => rows.TryGetValue(id, out var row) ? names?[row] : null;

    public string? Domain(string id) => rows.TryGetValue(id, out var row) ? domains?[row] : null;
}
