using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>What changed from one version of a framework to another, in words, one row a change, and how far agreement has moved.</summary>
/// <remarks>Criteria are compared as rules: writing one differently is no change. Comments and the layout of the file are none either.</remarks>
public sealed record FrameworkDiff : Result
{
    /// <inheritdoc/>
    public override string ResultName => "framework-diff";

    /// <summary>Gets the version compared with.</summary>
    public required string Older { get; init; }

    /// <summary>Gets the version looked at.</summary>
    public required string Newer { get; init; }

    /// <summary>Gets the changes in the order of the file.</summary>
    public required ImmutableArray<FrameworkChange> Changes { get; init; }

    /// <summary>Gets the number of items that went from ASSUMED to CONFIRMED.</summary>
    public required int Confirmed { get; init; }

    /// <summary>Gets the number of items that went from ASSUMED to CORRECTED.</summary>
    public required int Corrected { get; init; }

    /// <summary>Gets the number of items that were agreed and are ASSUMED again.</summary>
    public required int Reopened { get; init; }

    /// <summary>Gets the number of items of the newer version that are still ASSUMED.</summary>
    public required int StillAssumed { get; init; }

    /// <summary>Gets the number of items of the newer version.</summary>
    public required int Items { get; init; }

    /// <summary>Compares two versions.</summary>
    /// <param name="older">The version compared with.</param>
    /// <param name="newer">The version looked at.</param>
    public static FrameworkDiff Between(SegmentationFramework older, SegmentationFramework newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var items = FrameworkItems.Of(newer).ToArray();
        var before = FrameworkItems.Of(older).ToDictionary(i => (i.Kind, i.Name), i => i.Standing.Status);
        var moves = items.Where(i => before.ContainsKey((i.Kind, i.Name))).Select(i => (From: before[(i.Kind, i.Name)], To: i.Standing.Status)).ToArray();
        return new()
        {
            Older = older.Version,
            Newer = newer.Version,
            Changes = [.. FrameworkChanges.Between(older, newer)],
            Confirmed = moves.Count(m => m is (ItemStatus.Assumed, ItemStatus.Confirmed)),
            Corrected = moves.Count(m => m is (ItemStatus.Assumed, ItemStatus.Corrected)),
            Reopened = moves.Count(m => m.From != ItemStatus.Assumed && m.To == ItemStatus.Assumed),
            StillAssumed = items.Count(i => i.Standing.Status == ItemStatus.Assumed),
            Items = items.Length,
        };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Older} → {Newer}",
        Column.Of("item", Changes.Select(c => c.Item)),
        Column.Of("kind", Changes.Select(c => c.Kind)),
        Column.Of("change", Changes.Select(c => c.Change)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => [Summary];

    private string Summary => FormattableString.Invariant(
        $"{Older} → {Newer}: {Changes.Length} changes; ASSUMED → CONFIRMED {Confirmed}, ASSUMED → CORRECTED {Corrected}, back to ASSUMED {Reopened}; {StillAssumed} of {Items} items still ASSUMED.");
}
