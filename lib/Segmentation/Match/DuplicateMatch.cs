using Segmentation.Load;

namespace Segmentation.Match;

/// <summary>Finds the records that are one.</summary>
public static class DuplicateMatch
{
    /// <summary>
    /// Returns which accounts, or which contacts, are one, and everything that led there: the pairs that the blocking rules make, weights learnt from the
    /// records, scored pairs, clusters and entities. Nothing is changed; merging is the next stage.
    /// </summary>
    /// <param name="workspace">The exports; raw or standardised.</param>
    /// <param name="kind">Accounts or contacts.</param>
    /// <param name="options">Settings, guard, thresholds, labels. Default: <see cref="MatchOptions.Default"/>.</param>
    /// <param name="decisions">What a person decided about records; it outweighs everything. Default: nothing.</param>
    /// <param name="previous">The entities of the last run, so that they keep their ids. Default: there was none.</param>
    /// <returns>A result for any export, also one without records or without anything to compare by: its notes say what could not be done.</returns>
    /// <exception cref="WorkspaceException">No export holds records of the kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is neither accounts nor contacts.</exception>
    public static MatchResult Run(Workspace workspace, EntityKind kind, MatchOptions? options = null, MatchDecisions? decisions = null, EntityMemory? previous = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        options ??= MatchOptions.Default;
        decisions ??= MatchDecisions.Empty;
        previous ??= EntityMemory.Empty;
        var settings = options.Settings ?? MatchSettings.Of(kind);
        var records = kind == EntityKind.Contacts ? ContactRecords.Of(workspace, options.AccountEntities) : AccountRecords.Of(workspace);
        var guard = HierarchyGuard.Of(workspace, records, options.Guard);
        var model = MatchTraining.Run(records, settings);
        var lowest = options.Thresholds.Append(settings.ReviewFrom).Append(settings.Threshold).Min();
        var blocks = CandidatePairs.Of(records, settings.Blocking, settings.LargestBlock);
        var pairs = PairEngine.Score(records, settings, blocks, model.Parameters, MatchParameters.WeightOf(lowest));
        // Joining takes one pair after the other: the rest of the machine counts meanwhile.
        var blocking = Task.Run(() => Blocking.Count(records, settings.Blocking, settings.LargestBlock, blocks));
        var clusters = MatchClusters.Of(pairs, MatchParameters.WeightOf(settings.Threshold), decisions, guard, options.Clusters);
        var entities = EntityIds.Assign(clusters, previous);
        var changes = Task.Run(() => EntityDiff.Between(previous, entities));
        var memory = previous.After(entities);
        return new MatchResult(guard, decisions)
        {
            Options = options,
            Limits = workspace.Limits,
            Blocking = blocking.GetAwaiter().GetResult(),
            Model = model,
            Pairs = pairs,
            Clusters = clusters,
            Entities = entities,
            Memory = memory,
            Changes = changes.GetAwaiter().GetResult(),
        };
    }
}
