using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Reads contracts' dates of accounts: since when each is a customer, and whether it came up for renewal in a window.</summary>
internal sealed class OutcomeContracts(Workspace workspace, RevenueHistory history, OutcomeOptions options, DateTime start, DateTime end)
{
    private readonly DateColumn? begin = workspace.Accounts.Find(Role.StartDate) as DateColumn;
    private readonly DateColumn? renewal = workspace.Accounts.Find(Role.RenewalDate) as DateColumn;
    private readonly DateColumn? close = workspace.Accounts.Find(Role.EndDate) as DateColumn;

    /// <summary>Returns the account's row in the exports of each id; -1 where there is none.</summary>
    public static int[] RowsOf(Workspace workspace, Column ids) => AccountIndex.Of(workspace.Accounts.Require(Role.AccountId)).RowsOf(ids);

    /// <summary>Returns days as a customer at the start; NaN where nothing says so. Receives whether a contract's start was set aside, because the account paid before it.</summary>
    public double Tenure(int row, int account, out bool isMoved)
    {
        isMoved = false;
        var came = history.CameOn(account);
        if (row >= 0 && begin?[row]?.Date is { } day)
        {
            var paid = history.Of(account);
            var first = paid.IndexOfAnyExceptInRange(double.NegativeInfinity, 0.0);

            // A contract that begins within the first month that was paid began with it.
            isMoved = day > start || (first >= 0 && history.Months[first] < day);
            if (!isMoved) return (start - day).TotalDays;
        }

        return came <= start ? (start - came.Value).TotalDays : double.NaN;
    }

    /// <summary>Returns whether the contract came up for renewal in the window; null where nothing says so.</summary>
    public bool? UpForRenewal(int row, int account)
    {
        if (history.EndsWithin(account, start, end) is { } ends) return ends;
        if (row < 0) return null;
        var since = begin?[row]?.Date;
        var next = renewal?[row]?.Date ?? close?[row]?.Date.AddDays(1);

        // An end before the start is a mistake.
        if (next <= since) next = null;
        var anchor = next > end && since is not null ? since : next ?? since;
        return anchor is { } date ? HasAnniversary(date) : null;
    }

    private bool HasAnniversary(DateTime date)
    {
        var term = options.RenewalTermMonths;

        // Counted from the one date, so that 29 February and the 31st fall on the last day of shorter months and come back.
        var terms = (((start.Year - date.Year) * 12) + start.Month - date.Month) / term;
        for (var t = terms - 1; ; t++)
        {
            var day = date.AddMonths(t * term);
            if (day > end) return false;
            if (day > start) return true;
        }
    }
}
