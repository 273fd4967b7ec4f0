using Segmentation.Playbook;
using Segmentation.Statistics;

namespace Segmentation.Standardize;

/// <summary>Measures how often title rules are right.</summary>
public static class TitlePrecision
{
    /// <summary>
    /// Returns, for each answer that the rules give, the share of the labelled contacts for which the label says the same, with its Wilson score interval.
    /// </summary>
    /// <param name="sample">The labelled sample. A title without a label is left out and counted.</param>
    /// <param name="rules">The rules to measure. Default: the built-in ones.</param>
    /// <param name="limits">The confidence level. Default: <see cref="PlaybookLimits.Default"/>.</param>
    /// <remarks>Counts contacts, not titles, so that a frequent title weighs what it weighs in the data. The interval assumes contacts drawn by chance within a level, as
    /// <see cref="TitleSample.Draw"/> does; on a complete export it says how far the rate could move by chance. Precision only: a sample drawn by level does not give recall.</remarks>
    public static TitlePrecisionResult Measure(TitleSample sample, TitleRules? rules = null, PlaybookLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        rules ??= TitleRules.Default;
        var confidence = (limits ?? PlaybookLimits.Default).Confidence;
        var all = sample.Titles.Select(label => (Label: label, Said: rules.Classify(label.Title))).ToArray();
        var levels = all.Where(t => t.Label.Level is not null).Select(t => (t.Label, Said: TitleLevelName.Of(t.Said.Level), True: TitleLevelName.Of(t.Label.Level!.Value))).ToArray();
        var departments = all.Where(t => t.Label.Department is not null && t.Said.Department is not null).Select(t => (t.Label, Said: t.Said.Department!, True: t.Label.Department!)).ToArray();
        return new()
        {
            Rows =
            [
                .. TitleLevelName.All.Select(level => Row("level", level, levels, confidence)),
                .. departments.Select(d => d.Said).Distinct().Order(StringComparer.Ordinal).Select(department => Row("department", department, departments, confidence)),
            ],
            Confidence = confidence,
            WithoutLevel = all.Where(t => t.Label.Level is null).Sum(t => t.Label.Contacts),
            WithoutDepartment = all.Where(t => t.Label.Department is null).Sum(t => t.Label.Contacts),
            DepartmentsNotFound = all.Where(t => t.Label.Department is not null && t.Said.Department is null).Sum(t => t.Label.Contacts),
        };
    }

    private static TitlePrecisionRow Row(string about, string answer, (TitleLabel Label, string Said, string True)[] labelled, double confidence)
    {
        var given = labelled.Where(l => l.Said == answer).ToArray();
        var wrong = given.Where(l => !l.True.Equals(answer, StringComparison.OrdinalIgnoreCase)).OrderByDescending(l => l.Label.Contacts).ThenBy(l => l.Label.Title, StringComparer.Ordinal).ToArray();
        var contacts = given.Sum(l => l.Label.Contacts);
        var correct = contacts - wrong.Sum(l => l.Label.Contacts);
        return new(about, answer, contacts, correct, ProportionInterval.Wilson(correct, contacts, confidence), wrong.Length == 0 ? null : $"{wrong[0].Label.Title}: {wrong[0].True}");
    }
}
