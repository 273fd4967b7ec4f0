using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>Which records are one, and everything that led there.</summary>
public sealed record MatchResult : Result
{
    private readonly HierarchyGuard guard;
    private readonly MatchDecisions decisions;
    private readonly Lazy<MatchThresholds> thresholds;

    internal MatchResult(HierarchyGuard guard, MatchDecisions decisions)
    {
        (this.guard, this.decisions) = (guard, decisions);
        thresholds = new(() => MatchThresholds.Of(Pairs!, Settings, decisions, guard, Options!, Limits!.Confidence));
    }

    /// <inheritdoc/>
    public override string ResultName => $"{(Kind == EntityKind.Accounts ? "account" : "contact")}-match";

    /// <summary>Gets what the records are: accounts or contacts.</summary>
    public EntityKind Kind => Records.Kind;

    /// <summary>Gets the options.</summary>
    public required MatchOptions Options { get; init; }

    /// <summary>Gets the limits in force.</summary>
    public required PlaybookLimits Limits { get; init; }

    /// <summary>Gets the records as they were compared.</summary>
    public MatchRecords Records => Model.Records;

    /// <summary>Gets the settings.</summary>
    public MatchSettings Settings => Model.Settings;

    /// <summary>Gets the pairs that each blocking rule makes.</summary>
    public required BlockingResult Blocking { get; init; }

    /// <summary>Gets the weights and how they were learnt.</summary>
    public required MatchModel Model { get; init; }

    /// <summary>Gets the pairs from the lowest threshold compared upwards.</summary>
    public required ScoredPairs Pairs { get; init; }

    /// <summary>Gets the clusters at the settings' threshold, and the pairs refused.</summary>
    public required ClustersResult Clusters { get; init; }

    /// <summary>Gets the entity of every record.</summary>
    public required EntityAssignment Entities { get; init; }

    /// <summary>Gets the memory to keep for the next run.</summary>
    public required EntityMemory Memory { get; init; }

    /// <summary>Gets what changed among the entities since the last run.</summary>
    public required EntityDiff Changes { get; init; }

    /// <summary>Gets what other thresholds would make of the pairs, with precision and recall where labels are known. Made when first asked for.</summary>
    public MatchThresholds Thresholds => thresholds.Value;

    /// <summary>Gets the duplicate rate (records - entities) / records, a proportion; null without records.</summary>
    public double? DuplicateRate => Records.Ids.Length == 0 ? null : (double)(Records.Ids.Length - Entities.EntityIds.Length) / Records.Ids.Length;

    /// <summary>Gets the number of records in any cluster, up to twice the surplus.</summary>
    public int InClusters => Clusters.Clusters.Sum(c => c.Rows.Length);

    /// <summary>Gets the pairs that are likely enough to ask a person about and not likely enough to join: those from the settings' ReviewFrom up to and not
    /// including their threshold that nothing joined, forbids or has decided. The most likely first.</summary>
    public MatchReview Review => MatchReview.Of(Model, Pairs, Clusters, decisions, guard);

    /// <summary>Gets the pairs that agree on a rule by name or domain and are two records all the same: those that a person would ask about first.</summary>
    public Lookalikes Lookalikes => Lookalikes.Of(Model, Clusters, guard);

    /// <summary>Gets the breakdown of the pair that was joined with the least weight: the closest call. Null where nothing was joined by weight.</summary>
    public PairExplanation? ClosestJoin
    {
        get
        {
            var bound = MatchParameters.WeightOf(Settings.Threshold);
            var closest = -1;
            for (var i = 0; i < Pairs.Weight.Length; i++)
            {
                if (Pairs.Weight[i] < bound || Clusters.Group[Pairs.Left[i]] != Clusters.Group[Pairs.Right[i]]) continue;
                if (closest < 0 || Pairs.Weight[i] < Pairs.Weight[closest]) closest = i;
            }

            return closest < 0 ? null : Model.Explain(Pairs.Left[closest], Pairs.Right[closest]);
        }
    }

    /// <summary>Gets what a reader must know: records left out, what could not be learnt, blocks too large, one sentence each.</summary>
    public ImmutableArray<string> Notes =>
    [
        .. Records.Notes,
        .. Blocking.Rules.Where(r => r.LeftOut > 0).Select(r =>
            $"'{r.Rule.Name}' leaves out {Phrase.Count(r.LeftOut, "block")} of more than {Phrase.Count(Blocking.LargestBlock)} records, {Phrase.Number(r.PairsLeftOut)} pairs: duplicates in them are found by other rules only."),
        .. Model.Notes,
    ];

    /// <summary>Returns why two records are one or not, whether a blocking rule makes the pair or not.</summary>
    /// <param name="left">Id of one record; of several rows with the id, the first.</param>
    /// <param name="right">Id of the other.</param>
    /// <exception cref="ArgumentException">There is no such record, or both ids are one.</exception>
    public PairExplanation Explain(string left, string right)
    {
        var (a, b) = (RowOf(left), RowOf(right));
        return Model.Explain(a, b) with { Forbidden = guard.Veto(a, b) };
    }

    /// <summary>Returns one row of figures: records, pairs, matches, review, refused, entities, duplicate rate with its limit, records in clusters.</summary>
    public override Table ToTable()
    {
        var bound = MatchParameters.WeightOf(Settings.Threshold);
        return new Table(
            $"duplicate {(Kind == EntityKind.Accounts ? "accounts" : "contacts")}",
            Column.Of("records", [Records.Ids.Length]),
            Column.Of("pairs compared", [(double)Pairs.Candidates], NumberFormat.Count),
            Column.Of("matches", [Pairs.Weight.Count(w => w >= bound)]),
            Column.Of("refused", [Clusters.Refusals.Length]),
            Column.Of("to review", [Review.Pairs.Length]),
            Column.Of("clusters", [Clusters.Clusters.Length]),
            Column.Of("entities", [Entities.EntityIds.Length]),
            Column.Of("duplicate rate", [DuplicateRate], NumberFormat.Share),
            Column.Of("limit: below", [Limits.DuplicateRate], NumberFormat.Share),
            Column.Of("records in clusters", [InClusters]),
            Column.Of("share in clusters", [Records.Ids.Length == 0 ? (double?)null : (double)InClusters / Records.Ids.Length], NumberFormat.Share),
            Column.Of("threshold", [Settings.Threshold]));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => Notes;

    private int RowOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var row = Records.Ids.IndexOf(id.Trim());
        return row >= 0 ? row : throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"There is no record '{id}' among {Records.Ids.Length} {(Kind == EntityKind.Accounts ? "accounts" : "contacts")}; pass the id as the export spells it, or 'row 17' for a record without one."), nameof(id));
    }
}
