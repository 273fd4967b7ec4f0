using System.Globalization;

namespace Segmentation.Match;

/// <summary>Breaks down pairs of one model.</summary>
internal sealed class PairExplainer
{
    private readonly MatchModel model;
    private readonly PairWeights weights;

    private PairExplainer(MatchModel model)
    {
        this.model = model;
        weights = PairWeights.Of(model.Records, model.Settings, model.Parameters);
    }

    public static PairExplainer Of(MatchModel model) => new(model);

    public PairExplanation Explain(int left, int right)
    {
        var (records, comparisons, parameters) = (model.Records, model.Settings.Comparisons, model.Parameters);
        foreach (var row in (ReadOnlySpan<int>)[left, right])
        {
            if (row < 0 || row >= records.Fields.RowCount)
                throw new ArgumentOutOfRangeException(nameof(left), string.Create(CultureInfo.InvariantCulture, $"There is no record {row}; rows count from 0 to {records.Fields.RowCount - 1}."));
        }

        if (left == right) throw new ArgumentException($"Both sides are the record {records.Ids[left]}; a pair takes two.", nameof(right));

        // Over the two records alone, so that a breakdown does not cost a comparer of all.
        var levels = PairComparer.Of(records.Take(left, right), comparisons).Levels(0, 1);
        return new PairExplanation
        {
            Left = records.Ids[left],
            Right = records.Ids[right],
            PriorWeight = parameters.PriorWeight,
            Threshold = model.Settings.Threshold,
            Evidence =
            [
                .. comparisons.Select((comparison, i) =>
                {
                    var level = PairComparer.LevelOf(levels, i);
                    return new PairEvidence(
                        comparison, Values(comparison, left), Values(comparison, right), level,
                        level == 0 ? null : parameters.M[i][level - 1], level == 0 ? null : parameters.U[i][level - 1],
                        weights.Of(i, level), weights.Adjustment(i, level, left, right));
                }),
            ],
        };
    }

    private string? Values(Comparison comparison, int row)
    {
        string[] values = [.. comparison.Levels.SelectMany(l => l.Conditions.Select(c => c.Field)).Distinct().Select(f => model.Records.Fields.Text(f)[row]).OfType<string>().Distinct()];
        return values.Length == 0 ? null : string.Join(" · ", values);
    }
}
