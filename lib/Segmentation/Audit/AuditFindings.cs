using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Everything the audit found, the most severe first; within a severity the finding with most ARR at stake.</summary>
public sealed record AuditFindings : Result
{
    /// <inheritdoc/>
    public override string ResultName => "findings";

    /// <summary>Gets the findings by falling severity, falling ARR at stake (unknown last), then in the order of the checks.</summary>
    public required ImmutableArray<Finding> Items { get; init; }

    /// <summary>Gets the number of findings of each severity, critical first; a severity without findings counts 0.</summary>
    public ImmutableArray<SeverityCount> CountBySeverity =>
        [.. Enum.GetValues<Severity>().OrderDescending().Select(s => new SeverityCount(s, Items.Count(f => f.Severity == s)))];

    /// <summary>Returns the findings of one severity.</summary>
    /// <param name="severity">The severity.</param>
    public AuditFindings Of(Severity severity) => this with { Items = [.. Items.Where(f => f.Severity == severity)] };

    /// <summary>Returns the findings of one check, such as <c>completeness-industry</c>.</summary>
    /// <param name="check">The check's stable name.</param>
    public AuditFindings Of(string check) => this with { Items = [.. Items.Where(f => f.Check == check)] };

    /// <inheritdoc/>
    public override string ToHtml(RenderOptions options) => Under(options).ToTable().ToHtml(options);

    /// <inheritdoc/>
    public override string ToString(RenderOptions options) => Under(options).ToTable().ToString(options);

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Phrase.Count(Items.Length, "finding")}: {string.Join(", ", CountBySeverity.Select(c => $"{Phrase.Count(c.Count)} {Phrase.Name(c.Severity)}"))}",
        Column.Of("severity", Items.Select(f => Phrase.Name(f.Severity))),
        Column.Of("finding", Items.Select(f => f.Message)),
        Column.Of("records", Items.Select(f => f.Count)),
        Column.Of("share", Items.Select(f => f.Share), NumberFormat.Share),
        Column.Of("ARR at stake", Items.Select(f => f.ArrAtStake), NumberFormat.Money),
        Column.Of("limit", Items.Select(f => f.Limit)),
        Column.Of("subject", Items.Select(f => f.Subject)),
        Column.Of("check", Items.Select(f => f.Check)));

    /// <summary>Returns the findings as they may be shown under the options' mask.</summary>
    internal AuditFindings Under(RenderOptions options) => !options.Mask ? this : this with { Items = [.. Items.Select(f => f.Under(options))] };

    internal static AuditFindings Of(IEnumerable<AuditSection> sections) => Of(sections.SelectMany(s => s.Findings));

    internal static AuditFindings Of(IEnumerable<Finding> findings) => new()
    {
        // OrderBy is stable: equals stay in the order of the checks.
        Items = [.. findings.OrderByDescending(f => f.Severity).ThenByDescending(f => f.ArrAtStake ?? double.NegativeInfinity)],
    };
}
