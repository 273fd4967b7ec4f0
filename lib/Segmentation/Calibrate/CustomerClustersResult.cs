using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Framework;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Groups of customers that are alike in several fields at once, with the rules that find them.</summary>
public sealed record CustomerClustersResult : Result
{
    internal const string Evidence = "03-calibration: customer-clusters";

    private const string LeftOut = "left out";

    internal CustomerClustersResult(CalibrationData data) => Data = data;

    /// <inheritdoc/>
    public override string ResultName => "customer-clusters";

    /// <summary>Gets the clusters; empty where none are supported.</summary>
    public ImmutableArray<CustomerCluster> Clusters { get; init; } = [];

    /// <summary>Gets why there are so many clusters, or none.</summary>
    public required string Why { get; init; }

    /// <summary>Gets the fields looked at, how each is coded, and who is left out.</summary>
    public required FeatureCoding Features { get; init; }

    /// <summary>Gets what speaks for each number of clusters; null where it was not asked.</summary>
    public CustomerClustersCount? Count { get; init; }

    /// <summary>Gets what each cluster is like; null without clusters.</summary>
    public CustomerClustersProfile? Profile { get; init; }

    /// <summary>Gets the used fields by how much of their spread lies between the clusters, most first: the first two numbers are the axes of a scatter.</summary>
    public ImmutableArray<CustomerClustersSeparation> Separation { get; init; } = [];

    /// <summary>Gets the fields that count twice, in words.</summary>
    public ImmutableArray<string> Alike { get; init; } = [];

    /// <summary>Gets the dimension that the rules make, ASSUMED; null where there are not two rules.</summary>
    public Dimension? Dimension { get; init; }

    /// <summary>Gets why nothing is said of what became of the accounts; null where it is.</summary>
    public string? OutcomeRefused { get; init; }

    /// <summary>Gets the options.</summary>
    public required CustomerClustersOptions Options { get; init; }

    /// <summary>Gets the accounts clustered.</summary>
    public int Clustered => Features.Complete;

    /// <summary>Gets the share of the clustered accounts that the rules put where the clustering did; null without rules.</summary>
    public double? Accuracy => Dimension is null ? null : (double)Clusters.Sum(c => c.Correct) / Clustered;

    /// <summary>Gets the accounts of today: id, name, cluster, what the rules say, and the used fields; for a scatter.</summary>
    public Table Accounts
    {
        get
        {
            var today = Data.Today;
            Column?[] columns =
            [
                today.Ids.Rename("id").AsPersonal(),
                today.Names?.Rename("name").AsPersonal(),
                Column.Of("cluster", Labels.Select(l => l < 0 ? LeftOut : Clusters[l].Name)),
                ByRule.IsEmpty ? null : Column.Of("by rule", ByRule.Select(l => l < 0 ? null : Clusters[l].Name)),
                .. Features.Used.Select(f => today.Fields[f.Name]),
            ];
            return new("accounts by cluster", Assign.RecordAssignment.Distinct(columns.OfType<Column>()));
        }
    }

    /// <summary>Gets, for each account of today, its zero-based cluster; -1 where it was left out.</summary>
    internal ImmutableArray<int> Labels { get; init; } = [];

    /// <summary>Gets, for each account of today, the cluster whose rule finds it; -1 where none does. Empty where there are no rules.</summary>
    internal ImmutableArray<int> ByRule { get; init; } = [];

    /// <summary>Gets the data.</summary>
    internal CalibrationData Data { get; }

    /// <summary>Gets the quality of the grouping in words; null without clusters.</summary>
    internal string? Summary { get; init; }

    /// <summary>Returns the dimension that the rules make, for <c>framework.With(…)</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="CalibrationException">There are no clusters, or no rules that find two of them.</exception>
    public Dimension ToDimension(string name = "Customer cluster")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Dimension is { } dimension ? dimension with { Name = name, Label = name }
            : throw new CalibrationException($"The clusters make no dimension: {(Clusters.IsEmpty ? Why : "no rules of a few conditions find two of them.")} Choose other fields, or divide the accounts one field at a time.");
    }

    /// <summary>Returns a framework with the dimension that the rules make, or as it is where they make none.</summary>
    /// <param name="framework">A framework with the fields of the rules.</param>
    /// <param name="name">The name of the dimension.</param>
    /// <exception cref="ArgumentException">The framework does not declare a field of the rules.</exception>
    public SegmentationFramework AddTo(SegmentationFramework framework, string name = "Customer cluster")
    {
        ArgumentNullException.ThrowIfNull(framework);
        return Dimension is null ? framework : framework.With(ToDimension(name));
    }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var outcome = DimensionCandidateMeasures.NameOf(Options.Outcome);
        return new(
            "customer clusters",
            Column.Of("cluster", Clusters.Select(c => c.Name)),
            Column.Of("accounts", Clusters.Select(c => c.Accounts)),
            Column.Of("share", Clusters.Select(c => c.Share), NumberFormat.Share),
            Column.Of("ARR", Clusters.Select(c => c.Arr), NumberFormat.Money),
            Column.Of("share of ARR", Clusters.Select(c => c.ArrShare), NumberFormat.Share),
            Column.Of("rule", Clusters.Select(c => c.Rule?.Text)),
            Column.Of("precision", Clusters.Select(c => c.Precision), NumberFormat.Share),
            Column.Of("recall", Clusters.Select(c => c.Rule is null ? (double?)null : c.Recall), NumberFormat.Share),
            Column.Of("accounts by rule", Clusters.Select(c => c.ByRule)),
            Column.Of("silhouette", Clusters.Select(c => c.Silhouette), NumberFormat.Score),
            Column.Of("Jaccard", Clusters.Select(c => c.Recovery.MeanJaccard), NumberFormat.Score),
            Column.Of("resamples say", Clusters.Select(c => c.Recovery.Reading.ToString().ToLowerInvariant())),
            Column.Of("watched", Clusters.Select(c => c.Watched)),
            Column.Of(outcome, Clusters.Select(c => c.Outcome), NumberFormat.Share),
            Column.Of("from", Clusters.Select(c => c.OutcomeInterval is { } i ? i.Low : (double?)null), NumberFormat.Share),
            Column.Of("to", Clusters.Select(c => c.OutcomeInterval is { } i ? i.High : (double?)null), NumberFormat.Share));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        yield return char.ToUpperInvariant(Why[0]) + Why[1..];
        if (!Features.Used.IsEmpty) yield return $"By {string.Join(", ", Features.Used.Select(f => f.Name + (f.Kind == FeatureCodingKind.Logarithm ? " (log scale)" : string.Empty)))}: {options.Count(Clustered)} of {options.Count(Features.Accounts)} accounts; {options.Count(Features.Accounts - Clustered)} with a blank in one of them are left out.";
        if (Summary is not null) yield return Summary;
        if (Accuracy is { } accuracy)
            yield return $"The rules put {NumberColumn.Show(accuracy, NumberFormat.Share)} of the accounts where the clustering put them; the largest cluster holds {NumberColumn.Show(Clusters.Max(c => c.Share), NumberFormat.Share)}.";
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var cluster in Clusters)
        {
            if (cluster.RuleWords is { } words) yield return $"{cluster.Name}: {words}.";
            else yield return $"{cluster.Name}: no rule of at most {Options.Tree.MaximumDepth} conditions finds it.";
            if (cluster.Accounts < Data.Framework.Limits.SmallestSegmentError) yield return string.Create(CultureInfo.InvariantCulture, $"{cluster.Name} holds fewer than {Data.Framework.Limits.SmallestSegmentError} accounts.");
        }

        if (Clusters.IsEmpty && Count is not null) yield return "The accounts spread without gaps: cut one field at a time, or ask for a number of clusters to divide them all the same.";
        foreach (var twice in Alike) yield return twice;
        foreach (var field in Features.Fields.Where(f => f.Kind == FeatureCodingKind.LeftOut)) yield return $"Without {field.Name}: {field.Why}";
        foreach (var field in Features.Used.Where(f => f.OffScale > 0)) yield return $"{field.Name} is 0 or below for {options.Count(field.OffScale)} accounts: counted as the smallest above 0.";
        if (Clusters.IsEmpty) yield break;
        if (OutcomeRefused is { } refused) yield return $"What became of them is not said: {refused}.";
        else if (Data.Window is { } window) yield return string.Create(CultureInfo.InvariantCulture, $"{DimensionCandidateMeasures.NameOf(Options.Outcome)}: of the accounts that the rules find on {DateColumn.Show(window.From.Date)}, until {DateColumn.Show(window.To.Date)}.");
    }
}
