namespace Segmentation.Load;

/// <summary>What can be the matter with a history of revenue.</summary>
public enum RevenueCheck
{
    /// <summary>Rows without an account.</summary>
    BlankId,

    /// <summary>Rows without a date.</summary>
    BlankDate,

    /// <summary>Rows without an amount.</summary>
    BlankAmount,

    /// <summary>Subscriptions that end before they start.</summary>
    EndBeforeStart,

    /// <summary>Rows that repeat an earlier one in every column.</summary>
    ExportedTwice,

    /// <summary>Rows that a later date in the same month says anew.</summary>
    EarlierInMonth,

    /// <summary>Several whole snapshots in one month.</summary>
    SeveralInMonth,

    /// <summary>Several rows of one account and date: products that add up.</summary>
    AddedUp,

    /// <summary>Dates with a time of day.</summary>
    TimeOfDay,

    /// <summary>Amounts below 0.</summary>
    BelowZero,

    /// <summary>Dates after the exports.</summary>
    AfterExports,

    /// <summary>Dates long before the rest.</summary>
    LongBefore,

    /// <summary>Months that no snapshot is of.</summary>
    MonthMissing,

    /// <summary>Months that name far fewer accounts than their neighbours.</summary>
    MonthIncomplete,

    /// <summary>Accounts that are missing, or pay nothing, between two months that they paid.</summary>
    Gap,

    /// <summary>Ids that are not among the accounts.</summary>
    UnknownAccount,

    /// <summary>Several currencies.</summary>
    Currencies,

    /// <summary>A history that ends before the exports.</summary>
    EndsEarly,

    /// <summary>Further files with a history, which are not read.</summary>
    OtherFiles,

    /// <summary>Churn dates that the history contradicts.</summary>
    ChurnDate,

    /// <summary>Accounts that left and whose ARR then is not known.</summary>
    UnknownAmount,

    /// <summary>Accounts whose start is not known.</summary>
    UnknownStart,
}
