using System.Collections.Immutable;
using Segmentation.Enrich;
using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Merge;
using Segmentation.Standardize;
using Segmentation.Tables;

namespace Segmentation.Clean;

/// <summary>What a person decided about the clean-up, and what the last run remembers: the files of a <c>decisions/</c> folder.</summary>
public sealed record CleanupDecisions : Result
{
    private const string EnrichmentFile = "enrichment.yaml";
    private const string PicklistsFile = "picklists.yaml";
    private const string TitlesFile = "titles.yaml";
    private const string LabelsFile = "titles-labelled.csv";
    private const string MatchesFile = "matches.yaml";
    private const string SurvivorshipFile = "survivorship.yaml";
    private const string EntitiesFile = "entities.csv";
    private const string ValuesFile = "values.csv";

    /// <inheritdoc/>
    public override string ResultName => "cleanup-decisions";

    /// <summary>Gets no decisions: every step does what it does by itself.</summary>
    public static CleanupDecisions Empty { get; } = new();

    /// <summary>Gets the providers and their order, vocabulary, and the conflicts accepted: <c>enrichment.yaml</c>.</summary>
    public EnrichmentDecisions Enrichment { get; init; } = EnrichmentDecisions.Empty;

    /// <summary>Gets what becomes of a written value: <c>picklists.yaml</c>.</summary>
    public PicklistDecisions Picklists { get; init; } = PicklistDecisions.Empty;

    /// <summary>Gets how titles are read: <c>titles.yaml</c>.</summary>
    public TitleRules Titles { get; init; } = TitleRules.Default;

    /// <summary>Gets titles that a person has labelled, against which the rules are measured: <c>titles-labelled.csv</c>; null where there are none.</summary>
    public TitleSample? TitleLabels { get; init; }

    /// <summary>Gets which records are one, and which never: <c>matches.yaml</c>.</summary>
    public MatchDecisions Matches { get; init; } = MatchDecisions.Empty;

    /// <summary>Gets which record stays and whose values it takes: <c>survivorship.yaml</c>.</summary>
    public SurvivorshipRules Survivorship { get; init; } = SurvivorshipRules.Default;

    /// <summary>Gets the entities of the last run: <c>entities.csv</c>.</summary>
    public EntityMemory Entities { get; init; } = EntityMemory.Empty;

    /// <summary>Gets the picklist values that the last run saw: <c>values.csv</c>; null where there was none.</summary>
    public SeenValues? Values { get; init; }

    /// <summary>Reads a folder of decisions. A file that does not exist means no decisions, and so does a folder that does not.</summary>
    /// <param name="folder">The folder: <c>decisions</c> beside the exports, or that of the last run's clean folder.</param>
    /// <exception cref="WorkspaceException">A file says something unknown, or contradicts itself.</exception>
    public static CleanupDecisions Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new CleanupDecisions
        {
            Enrichment = EnrichmentDecisions.Load(Path.Combine(folder, EnrichmentFile)),
            Picklists = PicklistDecisions.Load(Path.Combine(folder, PicklistsFile)),
            Titles = TitleRules.Load(Path.Combine(folder, TitlesFile)),
            TitleLabels = Path.Combine(folder, LabelsFile) is var labels && File.Exists(labels) ? TitleSample.Read(labels) : null,
            Matches = MatchDecisions.Load(Path.Combine(folder, MatchesFile)),
            Survivorship = SurvivorshipRules.Load(Path.Combine(folder, SurvivorshipFile)),
            Entities = EntityMemory.Load(Path.Combine(folder, EntitiesFile)),
            Values = SeenValues.Load(Path.Combine(folder, ValuesFile)),
        };
    }

    /// <summary>Returns every file's text by its name; a folder of them loads back to the same decisions. Without a memory of the values there is no <c>values.csv</c>, without labels no <c>titles-labelled.csv</c>.</summary>
    public ImmutableSortedDictionary<string, string> Write()
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        files[EnrichmentFile] = Enrichment.Write();
        files[PicklistsFile] = Picklists.Write();
        files[TitlesFile] = Titles.Write();
        if (TitleLabels is { } labels) files[LabelsFile] = labels.ToTable().ToCsv();
        files[MatchesFile] = Matches.Write();
        files[SurvivorshipFile] = Survivorship.Write();
        files[EntitiesFile] = Entities.Write();
        if (Values is { } values) files[ValuesFile] = values.Write();
        return files.ToImmutable();
    }

    /// <summary>Returns one row a file: what it decides, and how much.</summary>
    public override Table ToTable()
    {
        (string File, string What, int Count)[] rows =
        [
            (EnrichmentFile, "providers asked", Enrichment.Providers.Length),
            (PicklistsFile, "fields with rules", Picklists.Roles.Count),
            (TitlesFile, "title rules of its own", Titles.Own.Length),
            (LabelsFile, "titles labelled by hand", TitleLabels?.Titles.Length ?? 0),
            (MatchesFile, "decisions about records", Matches.All.Length),
            (SurvivorshipFile, "fields with a rule of their own", Survivorship.Columns.Count + Survivorship.Roles.Count),
            (EntitiesFile, "records remembered", Entities.Rows.Length),
            (ValuesFile, "values remembered", Values?.Roles.Values.Sum(v => v.Count) ?? 0),
        ];
        return new Table("decisions", Column.Of("file", rows.Select(r => r.File)), Column.Of("holds", rows.Select(r => r.What)), Column.Of("count", rows.Select(r => r.Count)));
    }
}
