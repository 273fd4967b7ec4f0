namespace Segmentation.Samples;

/// <summary>Makes the ARR history, one row an account and month, as a billing system writes it.</summary>
internal static class ArrExport
{
    public static Sheet Make(SamplePlan plan, IReadOnlyList<AccountRecord> records, Ledger ledger)
    {
        var random = new Pcg32(plan.Seed, 9);
        var sheet = new Sheet("account_id", "month", "arr");
        var paid = new List<int>();
        foreach (var record in records)
        {
            for (var month = 0; month < record.Path.Cents.Count; month++)
            {
                if (record.Path.Cents[month] is not { } cents) continue;
                // The last month stays right: it is what an account pays today.
                if (cents > 0 && month < plan.Months - 1) paid.Add(sheet.Rows.Count);
                sheet.Add(record.Id, Format.Iso(plan.FirstMonth.AddMonths(month)), Format.Amount(cents));
                ledger.Add(cents == 0 ? "arr/zero-rows" : "arr/paid-rows");
            }
        }

        foreach (var row in random.Sample(paid, plan.NegativeArrRows)) sheet[row, "arr"] = "-" + sheet[row, "arr"];
        for (var i = 0; i < plan.UnknownArrAccounts; i++)
        {
            for (var month = 0; month < plan.UnknownArrRowsEach; month++)
                sheet.Add(SalesforceId.Of("001", 920_000 + i), Format.Iso(plan.FirstMonth.AddMonths(month)), Format.Amount(1_200_000 + (i * 350_000)));
        }

        ledger.Add("arr/negative-rows", plan.NegativeArrRows);
        ledger.Add("arr/unknown-accounts", plan.UnknownArrAccounts);
        ledger.Add("arr/unknown-account-rows", plan.UnknownArrAccounts * plan.UnknownArrRowsEach);
        ledger.Add("arr/rows", sheet.Rows.Count);
        ledger.Add("arr/churned-accounts", records.Count(r => r.Path.ChurnMonth is not null));
        ledger.Add("arr/returned-accounts", records.Count(r => r.Path.ReturnMonth is not null));
        ledger.Add("arr/active-accounts", records.Count(r => r.Path.IsActive));
        ledger.Add("arr/active-arr-cents", records.Where(r => r.Path.IsActive).Sum(r => r.Path.Cents[^1]!.Value));
        return sheet;
    }
}
