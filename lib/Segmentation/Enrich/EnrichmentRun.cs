using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Enrich;

/// <summary>The one engine behind <see cref="AccountEnrichment"/> and <see cref="ContactEnrichment"/>.</summary>
internal static class EnrichmentRun
{
    public static EnrichmentResult Of(Workspace workspace, EntityKind records, EnrichmentDecisions? decisions, EnrichmentOptions? options)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var board = EnrichmentBoard.Of(workspace, records, decisions ?? EnrichmentDecisions.Empty, options ?? EnrichmentOptions.Default);
        var waterfall = Waterfall.Run(board);
        var (table, change, added) = Apply(board, waterfall);
        return new EnrichmentResult
        {
            Records = records,
            Workspace = workspace.With(board.Crm, table, added.AsSpan()),
            Changes = [change],
            Options = board.Options,
            Coverage = waterfall.Coverage,
            Providers = [.. waterfall.Uses()],
            Conflicts = waterfall.Conflicts,
            Candidates = waterfall.Candidates,
            Agreement = [.. AgreementMeasure.Of(board)],
            Filled = [.. waterfall.Filled()],
            LeftOver = LeftOver(board, waterfall),
            Currency = board.Decisions.Currency,
            Notes = [.. board.Notes, .. Stale(board, waterfall)],
        };
    }

    private static (Table Table, TableChange Change, ImmutableArray<(Role Role, string Column)> Added) Apply(EnrichmentBoard board, Waterfall waterfall)
    {
        var before = board.Crm.Table;
        var table = before;
        var added = ImmutableArray.CreateBuilder<(Role Role, string Column)>();
        var reasons = new Dictionary<(int Row, string Column), string>();
        var accepted = waterfall.Conflicts.Where(c => c.Accepted).ToLookup(c => c.Field);
        foreach (var field in board.Fields)
        {
            var name = board.Column(field)?.Name ?? Free(before, SnakeName.Of(field));
            var column = board.Column(field) ?? New(field, name, before.RowCount);
            var raw = Enumerable.Range(0, before.RowCount).Select(row => column.IsNull(row) ? null : column.Raw(row)).ToArray();
            var changed = false;
            for (var row = 0; row < raw.Length; row++)
            {
                if (waterfall.FilledBy(field, row) is not (>= 0 and var p)) continue;
                var offer = board.Offer(p, field, row);
                (raw[row], changed) = (offer.Raw, true);
                reasons[(row, name)] = Reason(board.Providers[p], board.MatchFor(p, field).Key(row), field, offer.Note);
            }

            foreach (var conflict in accepted[field])
            {
                (raw[conflict.Row], changed) = (conflict.Offered, true);
                reasons[(conflict.Row, name)] = $"{conflict.Provider}, by {EnrichmentResult.Words(SnakeName.Of(conflict.Key))}, accepted in enrichment.yaml instead of '{conflict.Crm}'";
            }

            if (!changed) continue;
            table = table.With(column.WithRaw(raw));
            if (board.Column(field) is null) added.Add((field, name));
        }

        var key = board.Crm.Find(board.IsContacts ? Role.ContactId : Role.AccountId)?.Name;
        var change = TableChange.Between($"enrich {SnakeName.Words(board.Crm.Kind)}", before, table, key, (row, column) => reasons[(row, column)]);
        return (table, change, added.ToImmutable());
    }

    private static string Reason(ProviderRecords provider, EnrichmentKey key, Role field, string? note) =>
        $"{provider.Name}, by {EnrichmentResult.Words(SnakeName.Of(key))}, '{provider.Fields[field].Column}'{(note is null ? string.Empty : $": {note}")}";

    private static Column New(Role field, string name, int rows) => EnrichmentFields.IsNumber(field)
        ? Column.Of(name, Enumerable.Repeat((double?)null, rows), field == Role.AnnualRevenue ? NumberFormat.Money : NumberFormat.General)
        : Column.Of(name, Enumerable.Repeat((string?)null, rows)).AsPersonal(EnrichmentFields.IsPersonal(field));

    private static string Free(Table table, string name)
    {
        var free = name;
        for (var i = 2; table.Find(free) is not null; i++) free = Invariant($"{name}_{i}");
        return free;
    }

    private static Table LeftOver(EnrichmentBoard board, Waterfall waterfall)
    {
        bool Lacks(Role field, int row) => board.IsBlank(field, row) && waterfall.FilledBy(field, row) < 0;
        var rows = Enumerable.Range(0, board.Rows).Where(row => board.Fields.Any(f => Lacks(f, row))).ToArray();
        var columns = Who(board.Crm, rows);
        if (board.Arr is { } arr) columns.Add(arr.Take(rows).Rename("ARR"));
        columns.Add(Column.Of("known to", rows.Select(row => string.Join(", ", Enumerable.Range(0, board.Providers.Length).Where(p => board.MatchOf(p).State(row) == MatchState.Matched).Select(p => board.Providers[p].Name)))));
        columns.Add(Column.Of("lacks", rows.Select(row => string.Join(", ", board.Fields.Where(f => Lacks(f, row)).Select(f => EnrichmentResult.Words(SnakeName.Of(f)))))));
        return new Table("records that still lack a field", columns);
    }

    /// <summary>Returns what tells a person which record it is, marked as in the export.</summary>
    internal static List<Column> Who(Export export, int[] rows)
    {
        Role[] roles = export.Kind == EntityKind.Contacts
            ? [Role.ContactId, Role.FirstName, Role.LastName, Role.FullName, Role.Email, Role.CompanyName]
            : [Role.AccountId, Role.AccountName, Role.Domain, Role.Website, Role.Country];
        var columns = new List<Column>();
        foreach (var role in roles)
        {
            if (export.Find(role) is not { } column) continue;
            columns.Add(column.Take(rows).Rename(EnrichmentResult.Words(SnakeName.Of(role))).AsPersonal(column.IsPersonal || role is Role.AccountName || EnrichmentFields.IsPersonal(role) || role is Role.FullName));
        }

        return columns;
    }

    private static IEnumerable<string> Stale(EnrichmentBoard board, Waterfall waterfall)
    {
        var used = waterfall.Conflicts.Where(c => c.Accepted).Select(c => (c.Record, c.Field, c.Provider.ToUpperInvariant())).ToHashSet();
        foreach (var accepted in board.Decisions.Accepted.Where(a => a.Table == board.Crm.Kind && !used.Contains((a.Record, a.Field, a.Provider.ToUpperInvariant()))))
        {
            yield return $"An accepted value has no effect any more: {accepted.Provider} does not say '{accepted.Value}' for {EnrichmentResult.Words(SnakeName.Of(accepted.Field))} of {accepted.Record}, or the CRM says the same.";
        }
    }
}
