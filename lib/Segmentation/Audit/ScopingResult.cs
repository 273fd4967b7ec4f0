using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Which approach the exports call for, how many hours, whether the project may start, and whether it fits: each with the rule that gave it.</summary>
public sealed record ScopingResult : AuditSection
{
    /// <inheritdoc/>
    public override string ResultName => "scoping";

    /// <summary>Gets what each question of the decision table says; they may contradict one another.</summary>
    public required ImmutableArray<ScopingVote> Votes { get; init; }

    /// <summary>Gets the approach: 1 firmographic only, 2 with enrichment, 3 behavioural and firmographic.</summary>
    public required int Approach { get; init; }

    /// <summary>Gets the rule that chose among the votes.</summary>
    public required string ApproachRule { get; init; }

    /// <summary>Gets the hours: the approach first, then each addition.</summary>
    public required ImmutableArray<ScopingHours> HourLines { get; init; }

    /// <summary>Gets the hours in all.</summary>
    public HourRange Hours => HourLines.Aggregate(default(HourRange), (sum, line) => sum + line.Hours);

    /// <summary>Gets whether the project may start on these data.</summary>
    public required bool MayStart { get; init; }

    /// <summary>Gets the start gate's rule.</summary>
    public required string StartRule { get; init; }

    /// <summary>Gets whether segmentation fits a customer base of this size.</summary>
    public required ScopingFit Fit { get; init; }

    /// <summary>Gets the fit's rule.</summary>
    public required string FitRule { get; init; }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        (string Part, string Verdict, string Rule)[] rows =
        [
            .. Votes.Select(v => ($"vote: {v.Question}", $"{v.Vote} ({v.Found})", v.Rule)),
            ("approach", Approach.ToString(CultureInfo.InvariantCulture), ApproachRule),
            .. HourLines.Select(h => ($"hours: {h.Work}", Say(h.Hours), h.Rule)),
            ("hours in all", Say(Hours), "the sum of the lines above"),
            ("start gate", MayStart ? "may start" : "do not start", StartRule),
            ("project fit", Fit switch { ScopingFit.Fits => "fits", ScopingFit.Marginal => "marginal", _ => "adds nothing" }, FitRule),
        ];
        return new Table(
            "scoping verdict",
            Column.Of("part", rows.Select(r => r.Part)),
            Column.Of("verdict", rows.Select(r => r.Verdict)),
            Column.Of("rule", rows.Select(r => r.Rule)));
    }

    private static string Say(HourRange hours) => string.Create(CultureInfo.InvariantCulture, $"{hours.From}-{hours.To}");
}
