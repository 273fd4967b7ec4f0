using System.Collections.Immutable;
using Segmentation.Framework;
using Segmentation.Playbook;
using Segmentation.Standardize;

namespace Segmentation.Calibrate;

/// <summary>How calibration looks at the data. Change one with <c>with</c>.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CalibrationOptions Default { get; } = new();

    /// <summary>Gets the length of the outcome's window in months; it ends on the date of the exports. Default 12: a yearly contract comes up once.</summary>
    public int WindowMonths { get; init; } = 12;

    /// <summary>Gets the fields whose value today stands for the one at the start of the window where the exports hold no earlier one: what a company is changes slowly and is not made by
    /// what it pays us. Every result that rests on it says so.</summary>
    public ImmutableArray<string> AssumedUnchanged { get; init; } = ["employees", "annual_revenue", "industry", "region", "country", "account_name"];

    /// <summary>Gets the seed of everything random: the same seed gives the same answer on every machine.</summary>
    public int Seed { get; init; } = 20260630;

    /// <summary>Gets the bootstrap samples. Default 500.</summary>
    public int Resamples { get; init; } = 500;

    /// <summary>Gets the bands of the playbooks for employees and ARR, shown beside the data's. Default: the playbooks' own.</summary>
    public BandOptions PlaybookBands { get; init; } = BandOptions.Default;

    /// <summary>Gets the cut points of a first framework for fields that no playbook fixes, shown beside the data's. Default: those of a first framework.</summary>
    public StarterOptions FirstBands { get; init; } = StarterOptions.Default;

    /// <summary>Gets the fewest accounts with a value today for cuts to be looked for. Default 30: below, the playbook manages each account by itself.</summary>
    public int FewestAccounts { get; init; } = PlaybookLimits.Default.FewestAccounts;

    /// <summary>Gets the fewest events in the window for the outcome to choose cuts; for net retention, accounts. Default 50.</summary>
    public int FewestEvents { get; init; } = 50;

    /// <summary>Gets the notebook that a framework quotes as evidence, before the name of the result. Default <c>03-calibration</c>.</summary>
    public string Notebook { get; init; } = "03-calibration";

    /// <summary>Gets the resamples in which every way of cutting is run again, for the column that compares how unstable they are and for how far chosen cuts flatter themselves. The one that
    /// the recommendation starts from gets all <see cref="Resamples"/>. Default 50: a median and a mean need no more.</summary>
    public int ComparisonResamples { get; init; } = 50;

    /// <summary>Gets the power with which "could have been detected" is meant. Default 0.80.</summary>
    public double Power { get; init; } = 0.80;
}
