namespace Segmentation.Load;

/// <summary>How a workspace is recognised: how exports are read, and what each kind of evidence counts. Shares and confidences are proportions in [0, 1].</summary>
public sealed record WorkspaceOptions
{
    /// <summary>Gets the defaults.</summary>
    public static WorkspaceOptions Default { get; } = new();

    /// <summary>Gets how each file is read; types and date orders in <c>workspace.yaml</c> come on top. Default: everything by evidence.</summary>
    public CsvOptions Csv { get; init; } = CsvOptions.Default;

    /// <summary>Gets the name of the settings file in the folder. Default <c>workspace.yaml</c>.</summary>
    public string SettingsFile { get; init; } = "workspace.yaml";

    /// <summary>Gets the confidence of a header that is a system's own name for a role. Default 0.95.</summary>
    public double SureHeader { get; init; } = 0.95;

    /// <summary>Gets the confidence of a header that usually means a role. Default 0.80.</summary>
    public double LikelyHeader { get; init; } = 0.80;

    /// <summary>Gets the confidence of a header that may mean a role. Default 0.55.</summary>
    public double PossibleHeader { get; init; } = 0.55;

    /// <summary>Gets what remains of a header's confidence where a unit, prefix or path had to be cut off it. Default 0.90.</summary>
    public double CutHeader { get; init; } = 0.90;

    /// <summary>Gets what remains of a header's confidence where the values contradict it (text in an ARR column). Default 0.45.</summary>
    public double ContradictedHeader { get; init; } = 0.45;

    /// <summary>Gets what remains of a header's confidence where the values are web addresses of the other form: bare domains for a website, addresses for a domain. Default 0.95.</summary>
    public double OtherWebForm { get; init; } = 0.95;

    /// <summary>Gets the confidence of a role that the values alone suggest, at full agreement. Default 0.70.</summary>
    public double ContentAlone { get; init; } = 0.70;

    /// <summary>Gets the confidence from which a column plays a role; at or above. Default 0.40.</summary>
    public double RoleThreshold { get; init; } = 0.40;

    /// <summary>Gets the confidence from which a file is taken for a kind; at or above, else it is <see cref="EntityKind.Other"/>. Default 0.50.</summary>
    public double KindThreshold { get; init; } = 0.50;

    /// <summary>Gets the share of the values looked at that must be emails, phones, domains or months for the column to count as such; at or above. Default 0.60.</summary>
    public double ContentShare { get; init; } = 0.60;

    /// <summary>Gets the share of emails, phones and web addresses at which a column is hidden under <c>--mask</c>; at or above. Default 0.30,
    /// below <see cref="ContentShare"/> because hiding too much harms less than hiding too little.</summary>
    public double PersonalShare { get; init; } = 0.30;

    /// <summary>Gets the most values of a column looked at, spread evenly over its rows. Default 500.</summary>
    public int SampleSize { get; init; } = 500;

    /// <summary>Gets the share of a column's distinct values that must be ids of another table for the column to point at it; at or above. Default 0.50.</summary>
    public double LinkShare { get; init; } = 0.50;

    /// <summary>Gets the share of a record key's values that must be distinct for one row to be one record; at or above. Default 0.80 (duplicates are expected).</summary>
    public double KeyShare { get; init; } = 0.80;

    /// <summary>Gets the weight that a system's headers need for the system to be named: a header that only it writes counts 1, one
    /// that k systems write counts 1/k; at or above. Default 1.5.</summary>
    public double SystemEvidence { get; init; } = 1.5;

    /// <summary>Gets the largest share of the record dates that may lie after the as-of date, as errors. Default 0.02.</summary>
    public double LateShare { get; init; } = 0.02;

    /// <summary>Gets the rate of record dates a day, against the <see cref="RecentDays"/> before, to which the dates after the as-of date have fallen; at most. Default 0.10.</summary>
    public double LateRate { get; init; } = 0.10;

    /// <summary>Gets the number of days that the rate of record dates is taken over. Default 30.</summary>
    public double RecentDays { get; init; } = 30;

    /// <summary>Gets the number of days of thin record dates that are no reason to move the as-of date before them (a weekend, a holiday); at most. Default 7.</summary>
    public int LateDays { get; init; } = 7;

    /// <summary>Gets the gap in days before a record date that makes it, and all after it, a date in the far future. Default 731.</summary>
    public int FarFutureDays { get; init; } = 731;

    /// <summary>Gets the days by which record dates may pass the last snapshot's month end before the snapshot is too old to be the as-of date. Default 31.</summary>
    public int SnapshotAgeDays { get; init; } = 31;

    /// <summary>Gets the share of the median snapshot's rows that the latest snapshot needs to count as whole; at or above. Default 0.50.</summary>
    public double WholeSnapshot { get; init; } = 0.50;

    /// <summary>Gets the most months of a history of revenue that are laid out, counted back from its end. Default 240: twenty years.</summary>
    public int HistoryMonths { get; init; } = 240;

    /// <summary>Gets the most names listed in a message before the rest is counted. Default 40.</summary>
    public int ListedNames { get; init; } = 40;

    internal double Confidence(HeaderStrength strength) => strength switch
    {
        HeaderStrength.Sure => SureHeader,
        HeaderStrength.Likely => LikelyHeader,
        _ => PossibleHeader,
    };
}
