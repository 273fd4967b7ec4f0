using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>How many records carry <em>all</em> fields that a framework needs, and which field to fill next.</summary>
public sealed record ReadinessResult : AuditSection
{
    /// <inheritdoc/>
    public override string ResultName => "readiness";

    /// <summary>Gets the accounts and the contacts, where the workspace has them.</summary>
    public required ImmutableArray<ReadinessOfTable> Tables { get; init; }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var rows = Tables.SelectMany(t => t.Steps
            .Select((s, i) => (Kind: t.Table, Step: $"then fill {s.Field}", Alone: (double?)s.Valid / t.Records, Gain: (double?)s.GainAlone, Joint: (double?)s.JointAfter, Arr: s.JointArrAfter))
            .Prepend((Kind: t.Table, Step: "as it is", Alone: null, Gain: null, Joint: t.JointShare, Arr: t.ArrShare))).ToArray();
        return new Table(
            "share of records with every field that a framework needs",
            Column.Of("table", rows.Select(r => Phrase.Name(r.Kind))),
            Column.Of("step", rows.Select(r => r.Step)),
            Column.Of("valid today", rows.Select(r => r.Alone), NumberFormat.Share),
            Column.Of("gain if filled alone", rows.Select(r => r.Gain), NumberFormat.Share),
            Column.Of("all fields valid", rows.Select(r => r.Joint), NumberFormat.Share),
            Column.Of("share of ARR", rows.Select(r => r.Arr), NumberFormat.Share));
    }

    /// <summary>Returns the readiness of one kind of record; null where the workspace has none.</summary>
    /// <param name="kind">Accounts or contacts.</param>
    public ReadinessOfTable? Of(EntityKind kind) => Tables.FirstOrDefault(t => t.Table == kind);
}
