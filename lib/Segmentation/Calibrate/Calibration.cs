namespace Segmentation.Calibrate;

/// <summary>Proposes where to cut a field of the accounts.</summary>
public static class Calibration
{
    /// <summary>Returns ways to cut a field side by side, the one that is recommended, and why.</summary>
    /// <param name="data">The accounts of today, and what became of those of an earlier day.</param>
    /// <param name="field">A number among the framework's fields of accounts. One that is none, is blank everywhere or does not vary gives a result that says so.</param>
    /// <param name="measure">What is looked at after the values were seen. Default: the time until an account stopped paying.</param>
    /// <param name="options">How to look; those of the data where null. The window is the data's.</param>
    /// <remarks>
    /// <para>Unsupervised cuts are looked for among today's accounts; the outcome chooses cuts, and every way is held against it, among the accounts that paid at the start of the window.</para>
    /// <para>The recommendation starts from the cuts that separate the outcome best, where there are <see cref="CalibrationOptions.FewestEvents"/> events and the best single cut has a p-value, corrected
    /// for the choosing, of at most 1 less the playbook's confidence; else from k-means on the logarithmic scale; in as many bands as rules have today. They are rounded to numbers that people can say.
    /// Today's bands stay unless the rounded ones separate the outcome better, with the whole bootstrap interval of the gain above 0, or break fewer of the playbook's limits; the second counts only where
    /// the outcome chose them or there is none to ask. A field that no rule cuts takes the rounded ones.</para>
    /// </remarks>
    public static CalibrationResult Propose(CalibrationData data, string field, OutcomeMeasure measure = OutcomeMeasure.TimeToChurn, CalibrationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(field);
        return new CutSearch(data, field, measure, options ?? data.Options).Result();
    }
}
