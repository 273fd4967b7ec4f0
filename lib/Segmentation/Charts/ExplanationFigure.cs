using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Match;

namespace Segmentation.Charts;

/// <summary>What speaks for and against two records being one, weight by weight.</summary>
internal static class ExplanationFigure
{
    public static Figure Draw(PairExplanation explanation)
    {
        var threshold = MatchParameters.WeightOf(explanation.Threshold);
        var steps = ImmutableArray.CreateBuilder<Step>();
        var total = explanation.PriorWeight;
        steps.Add(new("any two records", 0, total, Weight(total), double.MaxValue, FigureStyle.Aside));
        foreach (var evidence in explanation.Evidence)
        {
            var weight = evidence.Weight + evidence.Rarity;
            steps.Add(new($"{evidence.Comparison.Name}: {evidence.Comparison.NameOf(evidence.Level)}", total, total + weight, evidence.Level == 0 ? "0, not known" : Weight(weight), double.MaxValue,
                weight >= 0 ? FigureStyle.Main : FigureStyle.Alert));
            total += weight;
        }

        steps.Add(new("together", 0, total, Weight(total), double.MaxValue, FigureStyle.Ink));
        var verdict = explanation.Probability >= explanation.Threshold ? "are one record" : "are not taken for one record";
        var (low, high) = (steps.Min(s => Math.Min(s.From, s.To)), steps.Max(s => Math.Max(s.From, s.To)));
        var room = Math.Max(high - low, 1) * 0.16;
        return StepsFigure.Draw("match-breakdown",
            string.Create(CultureInfo.InvariantCulture, $"{explanation.Left} and {explanation.Right} {verdict}: probability {explanation.Probability:0.0000}"),
            string.Create(CultureInfo.InvariantCulture, $"threshold {explanation.Threshold:0.####}, a weight of {threshold:0.0}"),
            new Axis("match weight (bits; each doubles or halves the odds)") { Range = (Math.Min(low, threshold) - room, Math.Max(high, threshold) + room) },
            steps.ToImmutable(),
            new LimitLine(threshold, "one record from here", true));
    }

    private static Phrase Weight(double weight) => string.Create(CultureInfo.InvariantCulture, $"{weight:+0.0;-0.0;0.0}");
}
