using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Enrich;

/// <summary>Records drawn at random to try providers on before all are paid for: a simple random sample without putting back, so that its shares are the base's within
/// their intervals.</summary>
public sealed record TestBatch : Result
{
    /// <inheritdoc/>
    public override string ResultName => "test-batch";

    /// <summary>Gets what was drawn: accounts or contacts.</summary>
    public required EntityKind Records { get; init; }

    /// <summary>Gets the seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Gets the number of records drawn from.</summary>
    public required int Population { get; init; }

    /// <summary>Gets the identifiers drawn, in the order of the export.</summary>
    public required ImmutableArray<string> Ids { get; init; }

    /// <summary>Gets what is sent to the providers: identifier, name, domain or email, country.</summary>
    public required Table Sheet { get; init; }

    /// <summary>Gets a warning where the batch is smaller than the playbook's; null where it is not.</summary>
    public string? Warning { get; init; }

    /// <summary>Draws a batch.</summary>
    /// <param name="workspace">The exports.</param>
    /// <param name="records">Accounts or contacts.</param>
    /// <param name="size">Records to draw, at least 1; all where there are fewer. Default: the playbook's 100 accounts or 500 contacts.</param>
    /// <param name="seed">The seed: the same gives the same records. Default 20260630.</param>
    /// <exception cref="WorkspaceException">There are no such records, or they have no identifier.</exception>
    public static TestBatch Draw(Workspace workspace, EntityKind records, int? size = null, int seed = 20260630)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var limits = workspace.Limits;
        var wanted = size ?? (records == EntityKind.Contacts ? limits.TestBatchContacts : limits.TestBatchAccounts);
        ArgumentOutOfRangeException.ThrowIfLessThan(wanted, 1, nameof(size));
        var export = workspace.Require(records);
        export.Require(IdRole(records));
        var id = RoleText.Of(export, IdRole(records));
        var all = Enumerable.Range(0, export.Table.RowCount).Where(row => id(row) is not null).ToArray();
        var drawn = Drawn(all, wanted, seed);
        var fewest = records == EntityKind.Contacts ? limits.TestBatchContacts : limits.TestBatchAccountsFewest;
        return new TestBatch
        {
            Records = records,
            Seed = seed,
            Population = all.Length,
            Ids = [.. drawn.Select(row => id(row)!)],
            Sheet = new Table("test batch", EnrichmentRun.Who(export, drawn)),
            Warning = drawn.Length >= Math.Min(fewest, all.Length) ? null : Invariant($"{drawn.Length:#,0} records are fewer than the {fewest:#,0} the playbook asks for."),
        };
    }

    /// <summary>Returns what the providers' files in a workspace say about the batch: match rates, and the coverage of the whole base they lead to expect.</summary>
    /// <param name="workspace">The exports, with the providers' files; these need to hold no more than the batch.</param>
    /// <param name="decisions">Providers, prices, columns, words. Default: <see cref="EnrichmentDecisions.Empty"/>.</param>
    /// <param name="options">Fields and keys. Default: <see cref="EnrichmentOptions.Default"/>.</param>
    /// <exception cref="WorkspaceException">A record of the batch is not in the workspace any more.</exception>
    public TestBatchResult Evaluate(Workspace workspace, EnrichmentDecisions? decisions = null, EnrichmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var board = EnrichmentBoard.Of(workspace, Records, decisions ?? EnrichmentDecisions.Empty, options ?? EnrichmentOptions.Default);
        return BatchEvaluation.Of(this, board, RowsIn(workspace));
    }

    /// <inheritdoc/>
    public override Table ToTable() => Sheet;

    /// <summary>Returns items drawn at random without putting back, in their order.</summary>
    internal static T[] Drawn<T>(IReadOnlyList<T> all, int size, int seed)
    {
        var order = Enumerable.Range(0, all.Count).ToArray();
        var random = new Random(seed);
        var count = Math.Min(size, order.Length);

        // The first steps of Fisher and Yates' shuffle.
        for (var i = 0; i < count; i++)
        {
            var other = random.Next(i, order.Length);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return [.. order.Take(count).Order().Select(i => all[i])];
    }

    /// <summary>Returns the zero-based rows of the batch.</summary>
    internal int[] RowsIn(Workspace workspace)
    {
        var export = workspace.Require(Records);
        var id = RoleText.Of(export, IdRole(Records));
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < export.Table.RowCount; row++)
        {
            if (id(row) is { } key) rows.TryAdd(key, row);
        }

        return [.. Ids.Select(i => rows.TryGetValue(i, out var row) ? row : throw new WorkspaceException(
            Invariant($"record '{i}' of the test batch is not in {export.File}"), Invariant($"{export.Table.RowCount:#,0} other records"), "the records that the batch was drawn from",
            "Evaluate the batch on the exports it was drawn from, or draw a new one.", export.File)).Distinct()];
    }

    private static Role IdRole(EntityKind records) => records == EntityKind.Contacts ? Role.ContactId : Role.AccountId;
}
