using System.Collections.Immutable;
using System.Net;
using Segmentation.Criteria;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>The document that people sign and the rules that software runs: dimensions, segments, exclusions, overrides, terms, each with its status.</summary>
public sealed partial record SegmentationFramework : Result
{
    /// <inheritdoc/>
    public override string ResultName => "framework";

    /// <summary>Gets the version: <c>v0</c>, <c>v1</c>, … <c>vFinal</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Gets whose framework it is, as its heading; null where the file does not say.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the fields that the rules use, accounts before contacts, in order of declaration.</summary>
    public ImmutableArray<FrameworkField> Fields { get; init; } = [];

    /// <summary>Gets the words agreed.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>Gets the exclusions, first match first.</summary>
    public ImmutableArray<Exclusion> Exclusions { get; init; } = [];

    /// <summary>Gets the dimensions, accounts' and contacts'.</summary>
    public ImmutableArray<Dimension> Dimensions { get; init; } = [];

    /// <summary>Gets the overrides.</summary>
    public ImmutableArray<Override> Overrides { get; init; } = [];

    /// <summary>Gets the lists that people work from.</summary>
    public ImmutableArray<SavedView> Views { get; init; } = [];

    /// <summary>Gets how combinations are called.</summary>
    public NamingConvention Naming { get; init; } = NamingConvention.Default;

    /// <summary>Gets what blanks do. Default <see cref="BlankPolicy.Unassigned"/> (customer success playbook: null gives Unassigned and an alert).</summary>
    public BlankPolicy Blanks { get; init; }

    /// <summary>Gets who wins a conflict. Default <see cref="ConflictPolicy.ValueFirst"/> (customer success playbook).</summary>
    public ConflictPolicy Conflicts { get; init; }

    /// <summary>Gets the limits that checks apply.</summary>
    public PlaybookLimits Limits { get; init; } = PlaybookLimits.Default;

    /// <summary>Returns the dimensions of accounts or contacts, in order.</summary>
    /// <param name="of">Which.</param>
    public ImmutableArray<Dimension> DimensionsOf(EntityKind of) => [.. Dimensions.Where(d => d.Of == of)];

    /// <summary>Returns the fields that rules about accounts or contacts may name, in order of declaration.</summary>
    /// <param name="of">Which.</param>
    internal ImmutableArray<FieldDefinition> DefinitionsOf(EntityKind of) => [.. Fields.Where(f => f.Of == of).Select(f => f.Definition)];

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var all = Dimensions.SelectMany(d => d.Segments.Select(s => (Dimension: d, Segment: s))).ToArray();
        return new(
            $"framework {Version}",
            Column.Of("dimension", all.Select(s => s.Dimension.Name)),
            Column.Of("of", all.Select(s => SnakeName.Of(s.Dimension.Of))),
            Column.Of("kind", all.Select(s => SnakeName.Of(s.Dimension.Kind))),
            Column.Of("segment", all.Select(s => s.Segment.Name)),
            Column.Of("criteria", all.Select(s => s.Segment.Criteria.Text)),
            Column.Of("action", all.Select(s => s.Segment.Action)),
            Column.Of("owner", all.Select(s => s.Segment.Owner)),
            Column.Of("status", all.Select(s => SnakeName.Of(s.Segment.Standing.Status).ToUpperInvariant())),
            Column.Of("open question", all.Select(s => s.Segment.Standing.Question)));
    }

    /// <inheritdoc/>
    public override string ToHtml(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return string.Concat(Lines().Select(l => $"<p class=\"seg-note\">{WebUtility.HtmlEncode(l)}</p>")) + base.ToHtml(Whole(options));
    }

    /// <inheritdoc/>
    public override string ToString(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return string.Concat(Lines().Select(l => l + "\n")) + base.ToString(Whole(options));
    }

    private IEnumerable<string> Lines() => [.. Title is { } title ? [title] : Array.Empty<string>(), .. Remarks, FrameworkStatus.Of(this).Summary];

    /// <summary>A document that is signed is shown with all of its segments.</summary>
    private RenderOptions Whole(RenderOptions options) => options with { RowLimit = Math.Max(options.RowLimit, Dimensions.Sum(d => d.Segments.Length)) };
}
