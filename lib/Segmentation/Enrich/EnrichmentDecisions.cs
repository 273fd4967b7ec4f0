using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Enrich;

/// <summary>What a person decided about enrichment: <c>decisions/enrichment.yaml</c>.</summary>
public sealed record EnrichmentDecisions : Result
{
    private static readonly ImmutableArray<string> PlaybookOrder = ["ZoomInfo", "Apollo", "Clearbit"];

    /// <inheritdoc/>
    public override string ResultName => "enrichment-decisions";

    /// <summary>Gets no decisions: every enrichment file is used, in the playbook's order and at no price, and no conflict is accepted.</summary>
    public static EnrichmentDecisions Empty { get; } = new();

    /// <summary>Gets the providers in the order asked. Default none: every enrichment file, ZoomInfo, Apollo and Clearbit first, the others by file name.</summary>
    public ImmutableArray<ProviderDecision> Providers { get; init; } = [];

    /// <summary>Gets the currency of the prices, an ISO code; null where it is not said.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the share of accounts that should carry a field, in [0, 1]. Null: the workspace's limit.</summary>
    public double? AccountTarget { get; init; }

    /// <summary>Gets the share of contacts that should carry a field, in [0, 1]. Null: the workspace's limit.</summary>
    public double? ContactTarget { get; init; }

    /// <summary>Gets the fields of accounts to fill. Default none given: those of <see cref="EnrichmentOptions"/>.</summary>
    public ImmutableArray<Role> AccountFields { get; init; } = [];

    /// <summary>Gets the fields of contacts to fill. Default none given: those of <see cref="EnrichmentOptions"/>.</summary>
    public ImmutableArray<Role> ContactFields { get; init; } = [];

    /// <summary>Gets, per field, what the providers' words mean in the CRM's list: <c>Software</c> is <c>Technology</c>. Words are compared by fingerprint.</summary>
    public ImmutableSortedDictionary<Role, ImmutableSortedDictionary<string, string>> Vocabulary { get; init; } =
        ImmutableSortedDictionary<Role, ImmutableSortedDictionary<string, string>>.Empty;

    /// <summary>Gets the providers' values preferred to the CRM's.</summary>
    public ImmutableArray<AcceptedConflict> Accepted { get; init; } = [];

    /// <summary>Returns the decisions of a file; <see cref="Empty"/> where there is no such file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="WorkspaceException">The text is not YAML, or says something unknown; with the line.</exception>
    public static EnrichmentDecisions Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return System.IO.File.Exists(path) ? Parse(System.IO.File.ReadAllText(path), Path.GetFileName(path)) : Empty;
    }

    /// <summary>Returns the decisions of a text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="WorkspaceException">The text is not YAML, or says something unknown; with the line.</exception>
    public static EnrichmentDecisions Parse(string text, string file = "enrichment.yaml")
    {
        ArgumentNullException.ThrowIfNull(text);
        return EnrichmentYaml.Read(text, file);
    }

    /// <summary>Returns the decisions that a run without any makes, with every provider and field named: a file to start from. Prices are 0.</summary>
    /// <param name="workspace">The exports.</param>
    /// <param name="options">Fields and keys. Default: <see cref="EnrichmentOptions.Default"/>.</param>
    public static EnrichmentDecisions Propose(Workspace workspace, EnrichmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= EnrichmentOptions.Default;
        return new EnrichmentDecisions
        {
            Currency = workspace.Currency,
            AccountFields = options.AccountFields,
            ContactFields = options.ContactFields,
            Providers = [.. Files(workspace).Select(p => p with { File = p.File })],
        };
    }

    /// <summary>Returns the decisions as YAML that loads back to the same decisions.</summary>
    public string Write() => EnrichmentYaml.Write(this);

    /// <summary>Returns the providers in the order asked.</summary>
    public override Table ToTable() => new(
        "providers decided on",
        Column.Of("provider", Providers.Select(p => p.Name)),
        Column.Of("file", Providers.Select(p => p.File)),
        Column.Of("cost", Providers.Select(p => p.Cost > 0 ? p.Cost : (double?)null)),
        Column.Of("for each", Providers.Select(p => SnakeName.Of(p.Per))),
        Column.Of("keys", Providers.Select(p => string.Join(", ", p.Keys.Select(SnakeName.Of)))),
        Column.Of("columns", Providers.Select(p => string.Join(", ", p.Columns.Select(c => $"{SnakeName.Of(c.Key)}: {c.Value.Column}")))));

    /// <summary>Returns the providers to ask: those decided on, or one a file.</summary>
    internal ImmutableArray<ProviderDecision> ProvidersOf(Workspace workspace) => Providers.IsEmpty ? Files(workspace) : Providers;

    private static ImmutableArray<ProviderDecision> Files(Workspace workspace)
    {
        var files = workspace.Exports.Where(e => e.Kind == EntityKind.Enrichment).ToArray();
        return
        [
            .. files.OrderBy(e => e.System is { } system && PlaybookOrder.IndexOf(system) is >= 0 and var place ? place : PlaybookOrder.Length)
                .ThenBy(e => e.File, StringComparer.Ordinal)
                .Select(e => new ProviderDecision(e.System is { } system && files.Count(f => f.System == system) == 1 ? system : e.File, e.File)),
        ];
    }
}
