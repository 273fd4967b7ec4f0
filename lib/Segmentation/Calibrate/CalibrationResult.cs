using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Cuts;
using Segmentation.Framework;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Where to cut one field: the ways side by side, the one that is recommended, and why, in words.</summary>
public sealed record CalibrationResult : Result
{
    private const string AgeField = "tenure_months";

    internal CalibrationResult(CalibrationData data, CutSample today, CutSample? before) => (Data, Today, Before) = (data, today, before);

    /// <inheritdoc/>
    public override string ResultName => CalibrationWords.ResultName(Field);

    /// <summary>Gets the field.</summary>
    public required string Field { get; init; }

    /// <summary>Gets what is looked at after the values were seen.</summary>
    public required OutcomeMeasure Measure { get; init; }

    /// <summary>Gets the options.</summary>
    public required CalibrationOptions Options { get; init; }

    /// <summary>Gets when the values at the start of the window were true; null without an outcome.</summary>
    public FeatureTiming? Timing { get; init; }

    /// <summary>Gets why no outcome is held against the field; null where one is.</summary>
    public string? NoOutcome { get; init; }

    /// <summary>Gets every way that was tried, today's bands first; the recommended one is not among them.</summary>
    public required ImmutableArray<CutAlternative> Alternatives { get; init; }

    /// <summary>Gets the way that is recommended. Its finding has no cut where none is supported, and says why.</summary>
    public required CutAlternative Recommended { get; init; }

    /// <summary>Gets the accounts without a value.</summary>
    public required CutBand Blank { get; init; }

    /// <summary>Gets why, one sentence or more each: what is recommended and from what it starts, how sure it is, what it costs, what is assumed.</summary>
    public ImmutableArray<string> Why => Words(RenderOptions.Default);

    /// <summary>Gets how sure the cuts are that the recommendation starts from: what other accounts of the same kind would have given; null where nothing was found.</summary>
    public CutStabilityResult? Stability { get; init; }

    /// <summary>Gets whether the values fall into bands by themselves, and into how many.</summary>
    public required BandCount Count { get; init; }

    /// <summary>Gets how they were rounded, and what that loses; null where nothing was found.</summary>
    public RoundCutsResult? Rounding { get; init; }

    /// <summary>Gets whether the outcome has to do with the field at all: the p-value of a chosen cut, corrected for the choosing; null where it was not asked.</summary>
    public MaximallySelectedResult? Test { get; init; }

    /// <summary>Gets what it costs to move the recommended cuts: accounts, ARR, sizes, separation.</summary>
    public CutSensitivityResult Sensitivity => CutSensitivity.Of(Today, Recommended.Finding.Cuts, CutSensitivityOptions.Default with { Field = Field }, Before, BandLimits.Of(Data.Framework.Limits));

    /// <summary>Gets the recommended bands as weights of evidence; null where no outcome is held against the field.</summary>
    public CutBins? Bins => Before is null ? null : CutBins.Of(this, Before);

    /// <summary>Gets whether older and newer customers would be cut alike, by the age of their contracts; null where nothing was found or the framework has no <c>tenure_months</c>.</summary>
    public CutHalvesResult? Halves
    {
        get
        {
            if (Start?.Finder is not { } finder) return null;
            var (sample, records) = Start.SawOutcome ? (Before!, Data.Window!.Records) : (Today, Data.Today);
            return records.Fields.Find(AgeField) is not NumberColumn age ? null
                : CutStability.Halves(sample, age.Values, finder, CutStabilityOptions.Default with { Field = Field, Resamples = Options.ComparisonResamples, Seed = Options.Seed, Confidence = Data.Framework.Limits.Confidence });
        }
    }

    /// <summary>Gets whether the recommendation changes today's bands, or makes bands where there are none.</summary>
    public bool IsChange => !Recommended.Finding.Cuts.IsEmpty && !Recommended.Finding.Cuts.SequenceEqual(Kept?.Finding.Cuts ?? []);

    /// <summary>Gets the ways side by side.</summary>
    public CalibrationComparison Comparison => new() { Field = Field, Measure = Measure, NoOutcome = NoOutcome, Alternatives = [.. Alternatives, Recommended], Definition = Definition };

    /// <summary>Gets what says <see cref="Why"/>, with small counts hidden under a mask.</summary>
    internal Func<RenderOptions, ImmutableArray<string>> Words { get; init; } = _ => [];

    /// <summary>Gets the field's definition, for its unit; null where the framework has none.</summary>
    internal FieldDefinition? Definition { get; init; }

    /// <summary>Gets the way that the recommendation starts from; null where nothing was found.</summary>
    internal CutWay? Start { get; init; }

    /// <summary>Gets today's bands that the recommendation is held against; null where no rule cuts the field.</summary>
    internal CutAlternative? Kept { get; init; }

    /// <summary>Gets the data.</summary>
    internal CalibrationData Data { get; }

    /// <summary>Gets the values of today.</summary>
    internal CutSample Today { get; }

    /// <summary>Gets the values at the start of the window with what happened after; null without an outcome.</summary>
    internal CutSample? Before { get; }

    /// <summary>Returns the result with another way recommended: a person's choice.</summary>
    /// <param name="alternative">The name of one of <see cref="Alternatives"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such alternative; the message lists those there are.</exception>
    public CalibrationResult Choose(string alternative)
    {
        var chosen = Alternatives.FirstOrDefault(a => string.Equals(a.Name, alternative, StringComparison.OrdinalIgnoreCase))
            ?? throw new KeyNotFoundException($"No alternative '{alternative}' was tried for {Field}. There are: {string.Join(", ", Alternatives.Select(a => $"'{a.Name}'"))}.");
        return this with { Recommended = chosen with { Name = CutSearch.RecommendedName }, Words = render => [$"Chosen by hand: {chosen.Name}, {CalibrationWords.Cuts(chosen.Finding.Cuts, Definition)}.", .. Words(render).Skip(1)] };
    }

    /// <summary>Returns the dimension that the recommendation makes of a framework: the one whose rules cut the field, with its numbers replaced, or a new one of bands.</summary>
    /// <param name="framework">The framework.</param>
    /// <exception cref="CalibrationException">No cut is recommended.</exception>
    public Dimension ToDimension(SegmentationFramework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return CutDimension.Of(this, framework);
    }

    /// <summary>Returns one row a band of the recommendation, then the accounts without a value.</summary>
    public override Table ToTable()
    {
        ImmutableArray<CutBand> all = Blank.Accounts > 0 || Blank.Paid > 0 ? [.. Recommended.Bands, Blank] : Recommended.Bands;
        return BandColumns.Table($"{Field}, recommended", Measure, NoOutcome is null, all,
            Column.Of("band", all.Select((b, i) => i == Recommended.Bands.Length ? "no value" : CalibrationWords.Band(b, Definition))));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => Words(options);
}
