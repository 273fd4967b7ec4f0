using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>Every item of a framework with its status and open question: what a refinement meeting works through.</summary>
public sealed record FrameworkStatus : Result
{
    /// <inheritdoc/>
    public override string ResultName => "framework-status";

    /// <summary>Gets the version looked at.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the items in the order of the file.</summary>
    public required ImmutableArray<FrameworkItem> Items { get; init; }

    /// <summary>Gets the number of items that nobody has agreed to yet.</summary>
    public int Assumed => Count(ItemStatus.Assumed);

    /// <summary>Gets the number of items agreed as proposed.</summary>
    public int Confirmed => Count(ItemStatus.Confirmed);

    /// <summary>Gets the number of items agreed after a change.</summary>
    public int Corrected => Count(ItemStatus.Corrected);

    /// <summary>Gets the number of items with an open question.</summary>
    public int Questions => Items.Count(i => i.Standing.Question is not null);

    /// <summary>Gets the number of items for which sign-off waits: critical and still assumed.</summary>
    public int CriticalAssumed => Items.Count(i => i.IsCritical && i.Standing.Status == ItemStatus.Assumed);

    /// <summary>Gets what is left to talk about: the items still assumed, or with an open question.</summary>
    public FrameworkStatus Open => this with { Items = [.. Items.Where(i => i.Standing.Status == ItemStatus.Assumed || i.Standing.Question is not null)] };

    /// <summary>Returns the status of every item.</summary>
    /// <param name="framework">The framework.</param>
    public static FrameworkStatus Of(SegmentationFramework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return new() { Version = framework.Version, Items = [.. FrameworkItems.Of(framework)] };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"status of {Version}",
        Column.Of("item", Items.Select(i => i.Name)),
        Column.Of("kind", Items.Select(i => i.Kind)),
        Column.Of("says", Items.Select(i => i.Says)),
        Column.Of("status", Items.Select(i => FrameworkTree.Name(i.Standing.Status))),
        Column.Of("date", Items.Select(i => i.Standing.Date)),
        Column.Of("evidence", Items.Select(i => i.Standing.Evidence)),
        Column.Of("open question", Items.Select(i => i.Standing.Question)),
        Column.Of("sign-off waits for it", Items.Select(i => (bool?)i.IsCritical)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => [Summary];

    /// <summary>Gets the counts in a sentence.</summary>
    internal string Summary => FormattableString.Invariant(
        $"{Version}: {Items.Length} items, {Confirmed} CONFIRMED, {Corrected} CORRECTED, {Assumed} ASSUMED ({CriticalAssumed} of them critical), {Questions} with an open question.");

    private int Count(ItemStatus status) => Items.Count(i => i.Standing.Status == status);
}
