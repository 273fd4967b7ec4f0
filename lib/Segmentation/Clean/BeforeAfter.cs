using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Clean;

/// <summary>Every quality figure of the audit before and after the clean-up, against its limit: what got better, what is met now, and what still fails.</summary>
public sealed record BeforeAfter : Result
{
    /// <inheritdoc/>
    public override string ResultName => "before-after";

    /// <summary>Gets the audit before.</summary>
    public required AuditResult Before { get; init; }

    /// <summary>Gets the audit after.</summary>
    public required AuditResult After { get; init; }

    /// <summary>Gets the figures in the audit's order. Limits are those of the workspace after.</summary>
    public required ImmutableArray<QualityFigure> Figures { get; init; }

    /// <summary>Gets the figures that do not meet their limit after the clean-up.</summary>
    public IEnumerable<QualityFigure> StillFailing => Figures.Where(f => f.Verdict is QualityVerdict.NotMet or QualityVerdict.NoLongerMet);

    /// <summary>Gets the figures that have a limit after the clean-up.</summary>
    public int Limited => Figures.Count(f => f.After?.Met is not null);

    /// <summary>Gets how many of the figures with a limit met it before.</summary>
    public int MetBefore => Figures.Count(f => f.Before?.Met is true);

    /// <summary>Gets how many of the figures with a limit meet it after.</summary>
    public int MetAfter => Figures.Count(f => f.After?.Met is true);

    /// <summary>Audits two workspaces and puts their figures side by side.</summary>
    /// <param name="before">The workspace before the clean-up.</param>
    /// <param name="after">The workspace after.</param>
    /// <param name="options">What the audit looks at. Default <see cref="AuditOptions.Default"/>.</param>
    public static BeforeAfter Of(Workspace before, Workspace after, AuditOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Of(DatabaseAudit.Run(before, options), after, options);
    }

    /// <summary>Audits the workspace after, where the one before has been audited already.</summary>
    /// <param name="before">The audit before the clean-up.</param>
    /// <param name="after">The workspace after.</param>
    /// <param name="options">What the audit looks at, as before. Default <see cref="AuditOptions.Default"/>.</param>
    public static BeforeAfter Of(AuditResult before, Workspace after, AuditOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var audit = DatabaseAudit.Run(after, options);
        return new BeforeAfter { Before = before, After = audit, Figures = [.. QualityFigures.Compare(before, audit, after.Limits)] };
    }

    /// <summary>Returns the figures of one section: <c>completeness</c>, <c>duplicates</c>, <c>orphans</c> …</summary>
    /// <param name="section">The section's name.</param>
    public BeforeAfter Of(string section) => this with { Figures = [.. Figures.Where(f => f.Section == section)] };

    /// <summary>Returns the figures of records that are held against a limit and were known before the clean-up too: what a meeting asks about.</summary>
    public BeforeAfter AgainstLimits() => this with { Figures = [.. Figures.Where(f => f is { Limit: not null, Before: { Share: not null, Records: not null }, After.Share: not null })] };

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => [Summary()];

    /// <inheritdoc/>
    public override Table ToTable() => TableOf("before and after", Figures);

    /// <summary>Returns the figures that still fail, as <see cref="ToTable"/> shows them.</summary>
    public Table StillFailingTable => TableOf("what still fails", StillFailing);

    /// <summary>Returns in one sentence how many limits were and are met.</summary>
    public string Summary() => Invariant($"{MetBefore:#,0} limits were met before the clean-up and {MetAfter:#,0} of {Limited:#,0} are met after it; {Figures.Count(f => f.Verdict == QualityVerdict.NowMet):#,0} are met now that were not, {Figures.Count(f => f.Verdict == QualityVerdict.NoLongerMet):#,0} no longer.");

    private static Table TableOf(string name, IEnumerable<QualityFigure> figures)
    {
        QualityFigure[] all = [.. figures];
        return new Table(
            name,
            Column.Of("section", all.Select(f => f.Section)),
            Column.Of("table", all.Select(f => f.Table)),
            Column.Of("figure", all.Select(f => f.Figure)),
            Column.Of("before", all.Select(f => f.Before?.Share), NumberFormat.Share),
            Column.Of("after", all.Select(f => f.After?.Share), NumberFormat.Share),
            Column.Of("change", all.Select(f => f.Change), NumberFormat.Share),
            Column.Of("limit", all.Select(f => f.Limit), NumberFormat.Share),
            Column.Of("has to be", all.Select(f => f.Rule)),
            Column.Of("verdict", all.Select(f => Say(f.Verdict))),
            Column.Of("records before", all.Select(f => (double?)f.Before?.Records), NumberFormat.Count),
            Column.Of("records after", all.Select(f => (double?)f.After?.Records), NumberFormat.Count),
            Column.Of("ARR before", all.Select(f => f.Before?.Arr), NumberFormat.Money),
            Column.Of("ARR after", all.Select(f => f.After?.Arr), NumberFormat.Money));
    }

    private static string? Say(QualityVerdict verdict) => verdict switch
    {
        QualityVerdict.NoLimit => null,
        QualityVerdict.Met => "met",
        QualityVerdict.NowMet => "met now",
        QualityVerdict.NotMet => "not met",
        _ => "no longer met",
    };
}
