using Segmentation.Clean;
using Segmentation.Enrich;
using Segmentation.Load;
using Segmentation.Match;

namespace Segmentation.Charts;

/// <content>Charts of the clean-up, one a question.</content>
public static partial class Chart
{
    /// <summary>Returns how far the CRM and one provider after the other cover a field, step by step, or every field, against the target.</summary>
    /// <param name="enrichment">The enrichment; null, as of a workspace without anything to enrich, gives a figure that says so.</param>
    /// <param name="field">The field; <see cref="EnrichmentResult.MostImproved"/> is the one to show first. Default null: every field on a line of its own.</param>
    /// <exception cref="KeyNotFoundException">The field was not enriched; the message lists those that were.</exception>
    public static Figure Coverage(EnrichmentResult? enrichment, Role? field = null) =>
        enrichment is null ? Nothing("coverage", "Coverage", "Nothing was enriched.") : CoverageFigure.Draw(enrichment, field);

    /// <summary>Returns what each level of each comparison says about a pair: to the right for one record, to the left against it.</summary>
    /// <param name="model">The weights; null, as of a workspace without such records, gives a figure that says so.</param>
    public static Figure MatchWeights(MatchModel? model) => model is null ? Nothing("match-weights", "Match weights", "Nothing was compared.") : MatchWeightsFigure.Draw(model);

    /// <summary>Returns what speaks for and against two records being one, weight by weight.</summary>
    /// <param name="explanation">The breakdown of the pair; null, as where no two records were joined, gives a figure that says so.</param>
    public static Figure Explanation(PairExplanation? explanation) => explanation is null ? Nothing("match-breakdown", "Match breakdown", "There is no such pair.") : ExplanationFigure.Draw(explanation);

    /// <summary>Returns every quality figure of the audit before and after the clean-up, with the limit it is held against.</summary>
    /// <param name="result">The figures; <see cref="Segmentation.Clean.BeforeAfter.Of(string)"/> narrows them to a section.</param>
    public static Figure BeforeAfter(BeforeAfter result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return BeforeAfterFigure.Draw(result);
    }

    /// <summary>Returns which spellings of one field became which value; where none did, which values filled blanks.</summary>
    /// <param name="moved">The moves.</param>
    /// <param name="role">The role of the field. Default null: the field in which most records were respelt.</param>
    /// <param name="table">What the records are: <c>accounts</c>, <c>contacts</c>. Default null: any.</param>
    public static Figure ValuesMoved(ValuesMoved moved, Role? role = null, string? table = null)
    {
        ArgumentNullException.ThrowIfNull(moved);
        return ValuesMovedFigure.Draw(moved, role, table);
    }

    private static Figure Nothing(string name, string what, string why) => ChartInput.Empty(name, what, why, ChartOptions.Default);
}
