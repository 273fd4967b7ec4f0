using Segmentation.Criteria;
using Segmentation.Cuts;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>The recommended bands as weights of evidence: what each tells of the outcome, and the accounts without a value as a bin of their own.</summary>
/// <remarks>A time to churn is shown as churned or not: every account was watched until the end of the window.</remarks>
public sealed record CutBins : Result
{
    /// <inheritdoc/>
    public override string ResultName => CalibrationWords.ResultName(Field, "bins");

    /// <summary>Gets the field.</summary>
    public required string Field { get; init; }

    /// <summary>Gets what is looked at.</summary>
    public required OutcomeMeasure Measure { get; init; }

    /// <summary>Gets the bins and what they tell together.</summary>
    public required BinTable Bins { get; init; }

    /// <summary>Gets the field's definition, for its unit.</summary>
    internal FieldDefinition? Definition { get; init; }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var all = Bins.Bins;
        List<Column> columns =
        [
            Column.Of("bin", all.Select(Name)),
            Column.Of("accounts", all.Select(b => b.Records)),
            Column.Of("share", all.Select(b => b.Share), NumberFormat.Share),
        ];
        if (Bins.Events is not null) columns.Add(Column.Of(CalibrationWords.Of(Measure), all.Select(b => (double?)b.Events), NumberFormat.Count));
        columns.Add(Column.Of(Measure == OutcomeMeasure.NetRetention ? "mean net retention" : "rate", all.Select(b => b.Rate), NumberFormat.Share));
        columns.Add(Column.Of("from", all.Select(b => b.Interval.Low), NumberFormat.Share));
        columns.Add(Column.Of("to", all.Select(b => b.Interval.High), NumberFormat.Share));
        if (Bins.InformationValue is not null)
        {
            columns.Add(Column.Of("weight of evidence", all.Select(b => b.WeightOfEvidence), NumberFormat.Score));
            columns.Add(Column.Of("information", all.Select(b => b.Information), NumberFormat.Score));
        }

        columns.Add(Column.Of("p against the band below", all.Select(b => b.PValue), NumberFormat.Score));
        return new($"bins of {Field}", columns);
    }

    /// <summary>Returns the bins of a result.</summary>
    internal static CutBins Of(CalibrationResult result, CutSample before)
    {
        var sample = result.Measure == OutcomeMeasure.TimeToChurn ? result.Data.Sample(result.Field, OutcomeMeasure.Churned) : before;
        return new() { Field = result.Field, Measure = result.Measure, Bins = BinTable.Of(sample, result.Recommended.Finding.Cuts), Definition = result.Definition };
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        if (Bins.InformationValue is { } information)
            yield return $"Information value {NumberColumn.Show(information, NumberFormat.Score)}{(Bins.Reading is { } reading ? $", commonly read as {reading.ToString().ToLowerInvariant()}" : string.Empty)}; it is a custom, no test. A weight of evidence below 0 means that the event is more frequent there than among all.";
        yield return "p is of two neighbours as if the cut between them had not been chosen.";
    }

    private string Name(Bin bin) => bin.Kind switch
    {
        BinKind.Missing => "no value",
        BinKind.Special => CalibrationWords.Value(bin.From, Definition),
        _ => CalibrationWords.Band(new CutBand(double.IsFinite(bin.From) ? bin.From : null, double.IsFinite(bin.Below) ? bin.Below : null, bin.Records), Definition),
    };
}
