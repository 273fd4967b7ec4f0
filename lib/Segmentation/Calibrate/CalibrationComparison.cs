using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>The ways of cutting a field side by side, on the same accounts: today's bands first, the recommended last.</summary>
public sealed record CalibrationComparison : Result
{
    /// <inheritdoc/>
    public override string ResultName => CalibrationWords.ResultName(Field, "comparison");

    /// <summary>Gets the field.</summary>
    public required string Field { get; init; }

    /// <summary>Gets what is looked at after the values were seen.</summary>
    public required OutcomeMeasure Measure { get; init; }

    /// <summary>Gets why no outcome is shown; null where it is.</summary>
    public required string? NoOutcome { get; init; }

    /// <summary>Gets the ways.</summary>
    public required ImmutableArray<CutAlternative> Alternatives { get; init; }

    /// <summary>Gets the field's definition, for its unit; null where the framework has none.</summary>
    internal FieldDefinition? Definition { get; init; }

    /// <summary>Gets one row a band of every way: alternative, band, from, below, accounts, share, ARR, share of ARR, accounts at the start, events, outcome with its interval.</summary>
    public Table Bands
    {
        get
        {
            var all = Alternatives.SelectMany(a => a.Bands.Select(b => (Alternative: a, Band: b))).ToArray();
            return BandColumns.Table($"bands of {Field}", Measure, NoOutcome is null, all.Select(b => b.Band), Column.Of("alternative", all.Select(b => b.Alternative.Name)), Column.Of("band", all.Select(b => CalibrationWords.Band(b.Band, Definition))));
        }
    }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var outcome = CalibrationWords.Of(Measure);
        IEnumerable<Column> columns =
        [
            Column.Of("alternative", Alternatives.Select(a => a.Name)),
            Column.Of("cuts", Alternatives.Select(a => CalibrationWords.Cuts(a.Finding.Cuts, Definition))),
            Column.Of("bands", Alternatives.Select(a => a.Bands.Length)),
            Column.Of("smallest", Alternatives.Select(a => a.Bands.Min(b => b.Accounts))),
            Column.Of("accounts", Alternatives.Select(a => CalibrationWords.Shares(a.Bands.Select(b => b.Share)))),
            Column.Of("ARR", Alternatives.Select(a => CalibrationWords.Shares(a.Bands.Select(b => b.ArrShare)))),
            .. NoOutcome is null ? OutcomeColumns() : [],
            Column.Of("variance fit", Alternatives.Select(a => a.VarianceFit), NumberFormat.Share),
            Column.Of("unstable", Alternatives.Select(a => a.Unstable), NumberFormat.Share),
            Column.Of("limits broken", Alternatives.Select(a => a.LimitsBroken.IsEmpty ? null : string.Join("; ", a.LimitsBroken))),
            Column.Of("to know", Alternatives.Select(a => a.Finding.Reason)),
        ];
        return new($"ways to cut {Field}", columns);

        IEnumerable<Column> OutcomeColumns() =>
        [
            Column.Of(outcome, Alternatives.Select(a => CalibrationWords.Shares(a.Bands.Select(b => b.Outcome)))),
            Column.Of("separation", Alternatives.Select(a => a.Separation), NumberFormat.Score),
            Column.Of("from", Alternatives.Select(a => a.SeparationInterval?.Low), NumberFormat.Score),
            Column.Of("to", Alternatives.Select(a => a.SeparationInterval?.High), NumberFormat.Score),
        ];
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        yield return "Shares are given lowest band first, of the accounts with a value and of what they pay. Unstable is the share of accounts that a typical resample would put in another band.";
        if (NoOutcome is { } why)
        {
            yield return $"No outcome is shown: {why}";
            yield break;
        }

        yield return Measure == OutcomeMeasure.NetRetention
            ? "Separation is the share of the variance of net retention that lies between the bands, with its bootstrap interval; 0 is none."
            : $"Separation is the share of pairs of accounts whose order of events the order of their bands gets right (concordance), with its bootstrap interval; 0.5 is chance.";
        if (Alternatives.Any(a => a.SawOutcome)) yield return "Where the outcome chose the cuts, separation is given less what such cuts flatter themselves, by resampling.";
    }
}
