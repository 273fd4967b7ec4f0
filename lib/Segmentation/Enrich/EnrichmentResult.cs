using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Enrich;

/// <summary>Accounts or contacts with their blanks filled from providers, and what each provider did, contradicted and cost.</summary>
public sealed record EnrichmentResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => $"enrichment-{SnakeName.Of(Records)}";

    /// <summary>Gets what was enriched: accounts or contacts.</summary>
    public required EntityKind Records { get; init; }

    /// <summary>Gets the workspace with the new table.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Gets what changed: one change to one table.</summary>
    public required ImmutableArray<TableChange> Changes { get; init; }

    /// <summary>Gets the options used.</summary>
    public required EnrichmentOptions Options { get; init; }

    /// <summary>Gets the waterfall: for each field, in order, what the CRM held and what each provider that writes the field added.</summary>
    public required ImmutableArray<FieldCoverage> Coverage { get; init; }

    /// <summary>Gets what each provider did over all fields, in the order asked.</summary>
    public required ImmutableArray<ProviderUse> Providers { get; init; }

    /// <summary>Gets the values of the CRM that a provider contradicts, field by field.</summary>
    public required ImmutableArray<EnrichmentConflict> Conflicts { get; init; }

    /// <summary>Gets what providers said that was not certain enough to fill, most records first within a field.</summary>
    public required ImmutableArray<EnrichmentCandidate> Candidates { get; init; }

    /// <summary>Gets how often providers agree in pairs.</summary>
    public required ImmutableArray<ProviderAgreement> Agreement { get; init; }

    /// <summary>Gets the values filled, by row, then in field order.</summary>
    public required ImmutableArray<FilledValue> Filled { get; init; }

    /// <summary>Gets the records that still lack a field: identifier, name, domain or email, and the fields lacking. For a researcher.</summary>
    public required Table LeftOver { get; init; }

    /// <summary>Gets the currency of the costs; null where the decisions do not say.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets what else was noticed, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Gets the field of which the providers filled most records of those they brought to the target, else of all; null where they filled nothing.</summary>
    public Role? MostImproved => Coverage.GroupBy(c => c.Field).Select(g => (Field: g.Key, Filled: g.Sum(c => c.Step == 0 ? 0 : c.Filled), Reached: g.Any(c => c.MeetsTarget) && !g.First(c => c.Step == 0).MeetsTarget))
        .Where(f => f.Filled > 0).OrderByDescending(f => f.Reached).ThenByDescending(f => f.Filled).Select(f => (Role?)f.Field).FirstOrDefault();

    /// <summary>Gets what all providers cost together; null where no price is known.</summary>
    public double? TotalCost => Providers.Any(p => p.Cost is not null) ? Providers.Sum(p => p.Cost ?? 0) : null;

    /// <summary>Gets the providers' matches, fills and costs.</summary>
    public Table ProviderTable => new(
        "providers",
        Column.Of("provider", Providers.Select(p => p.Provider)),
        Column.Of("file", Providers.Select(p => p.File)),
        Column.Of("records with a key", Providers.Select(p => p.WithKey)),
        Column.Of("known", Providers.Select(p => p.Known)),
        Column.Of("match rate", Providers.Select(p => p.MatchRate), NumberFormat.Share),
        Column.Of("match rate from", Providers.Select(p => p.MatchInterval.Low), NumberFormat.Share),
        Column.Of("match rate to", Providers.Select(p => p.MatchInterval.High), NumberFormat.Share),
        Column.Of("by id or email", Providers.Select(p => p.ByIdOrEmail)),
        Column.Of("by domain", Providers.Select(p => p.ByDomain)),
        Column.Of("by name", Providers.Select(p => p.ByName)),
        Column.Of("ambiguous", Providers.Select(p => p.Ambiguous)),
        Column.Of("shared domain", Providers.Select(p => p.SharedDomain)),
        Column.Of("repeated rows", Providers.Select(p => p.RepeatedRows)),
        Column.Of("attempted", Providers.Select(p => p.Attempted)),
        Column.Of("matched", Providers.Select(p => p.Matched)),
        Column.Of("values filled", Providers.Select(p => p.Filled)),
        Column.Of("of these unique", Providers.Select(p => p.Unique)),
        Column.Of("conflicts", Providers.Select(p => p.Conflicts)),
        Column.Of("charged for each", Providers.Select(p => Words(SnakeName.Of(p.Per)))),
        Column.Of("cost", Providers.Select(p => p.Cost)),
        Column.Of("cost per filled value", Providers.Select(p => p.CostPerFilled)));

    /// <summary>Gets the conflicts: both values, by how much they differ, and whether the provider's was accepted.</summary>
    public Table ConflictTable => new(
        "conflicts with the CRM",
        Column.Of("record", Conflicts.Select(c => c.Record)),
        Column.Of("field", Conflicts.Select(c => Words(SnakeName.Of(c.Field)))),
        Column.Of("CRM", Conflicts.Select(c => c.Crm)).AsPersonal(),
        Column.Of("provider", Conflicts.Select(c => c.Provider)),
        Column.Of("provider says", Conflicts.Select(c => c.Offered)).AsPersonal(),
        Column.Of("difference", Conflicts.Select(c => c.Difference), NumberFormat.Share),
        Column.Of("matched by", Conflicts.Select(c => Words(SnakeName.Of(c.Key)))),
        Column.Of("accepted", Conflicts.Select(c => (bool?)c.Accepted)));

    /// <summary>Gets the candidates: value, records that stay blank, why, and the nearest value of the CRM's list.</summary>
    public Table CandidateTable => new(
        "said, but not certain enough to fill",
        Column.Of("field", Candidates.Select(c => Words(SnakeName.Of(c.Field)))),
        Column.Of("provider", Candidates.Select(c => c.Provider)),
        Column.Of("value", Candidates.Select(c => c.Value)).AsPersonal(Candidates.Any(c => EnrichmentFields.IsPersonal(c.Field))),
        Column.Of("records", Candidates.Select(c => c.Records)),
        Column.Of("why", Candidates.Select(c => c.Why)),
        Column.Of("nearest", Candidates.Select(c => c.Nearest)));

    /// <summary>Gets the agreement of providers in pairs, with the accuracy it implies if they are equally good and err independently.</summary>
    public Table AgreementTable => new(
        "agreement between providers",
        Column.Of("field", Agreement.Select(a => Words(SnakeName.Of(a.Field)))),
        Column.Of("provider", Agreement.Select(a => a.First)),
        Column.Of("and", Agreement.Select(a => a.Second)),
        Column.Of("records both know", Agreement.Select(a => a.Both)),
        Column.Of("agree", Agreement.Select(a => a.Agree)),
        Column.Of("agreement", Agreement.Select(a => a.Agreement), NumberFormat.Share),
        Column.Of("agreement from", Agreement.Select(a => a.AgreementInterval.Low), NumberFormat.Share),
        Column.Of("agreement to", Agreement.Select(a => a.AgreementInterval.High), NumberFormat.Share),
        Column.Of("by chance", Agreement.Select(a => a.Chance), NumberFormat.Share),
        Column.Of("implied accuracy", Agreement.Select(a => a.Accuracy), NumberFormat.Share),
        Column.Of("accuracy from", Agreement.Select(a => a.AccuracyInterval.Low), NumberFormat.Share),
        Column.Of("accuracy to", Agreement.Select(a => a.AccuracyInterval.High), NumberFormat.Share));

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"enrichment of {SnakeName.Words(Records)}",
        Column.Of("field", Coverage.Select(c => Words(SnakeName.Of(c.Field)))),
        Column.Of("from", Coverage.Select(c => c.Provider)),
        Column.Of("attempted", Coverage.Select(c => c.Attempted)),
        Column.Of("matched", Coverage.Select(c => c.Matched)),
        Column.Of("filled", Coverage.Select(c => c.Filled)),
        Column.Of("unique", Coverage.Select(c => c.Unique)),
        Column.Of("coverage", Coverage.Select(c => c.Coverage), NumberFormat.Share),
        Column.Of("coverage of ARR", Coverage.Select(c => c.CoverageOfArr), NumberFormat.Share),
        Column.Of("target", Coverage.Select(c => c.Target), NumberFormat.Share),
        Column.Of("met", Coverage.Select(c => (bool?)c.MeetsTarget)),
        Column.Of("confirmed", Coverage.Select(c => c.Confirmed)),
        Column.Of("conflicts", Coverage.Select(c => c.Conflicts)),
        Column.Of("candidates", Coverage.Select(c => c.Candidates)),
        Column.Of("cost", Coverage.Select(c => c.Cost)),
        Column.Of("cost per filled", Coverage.Select(c => c.CostPerFilled)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => Lines();

    internal static string Words(string snake) => snake.Replace('_', ' ');

    private IEnumerable<string> Lines()
    {
        yield return Invariant($"{Filled.Length:#,0} values filled; {Conflicts.Length:#,0} values of the CRM contradicted by a provider, {Conflicts.Count(c => c.Accepted):#,0} of these replaced as decided; {LeftOver.RowCount:#,0} records still lack a field.");
        yield return Invariant($"Numbers conflict where they differ by more than {Options.Tolerance:0.#%} of the larger.");
        if (TotalCost is { } cost) yield return Invariant($"All providers together cost {(Currency is null ? string.Empty : $"{Currency} ")}{cost:#,0.00}.");
        foreach (var note in Notes) yield return note;
    }
}
