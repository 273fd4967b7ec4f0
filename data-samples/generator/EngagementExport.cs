namespace Segmentation.Samples;

/// <summary>Makes the product usage, one row an account and month, as a customer success platform writes it.</summary>
internal static class EngagementExport
{
    /// <summary>What is left of normal use one, two, three and four months before a churn: usage falls first, the contract later.</summary>
    private static readonly double[] Fading = [.20, .40, .60, .80];

    public static (Sheet Sheet, Dictionary<int, string> RawLines) Make(SamplePlan plan, IReadOnlyList<AccountRecord> records, Ledger ledger)
    {
        var random = new Pcg32(plan.Seed, 10);
        var sheet = new Sheet("Account ID", "Month", "Licensed Users", "Active Users", "Logins", "Feature Adoption", "Support Tickets", "NPS");
        foreach (var record in records.Where(r => r.Path.Rows > 0))
        {
            if (random.Chance(.12))
            {
                ledger.Add("engagement/accounts-without-telemetry");
                continue;
            }

            var licensed = (int)Math.Clamp(record.Company!.Employees * .22, 3, 2500);
            for (var month = plan.FirstEngagementMonth; month < plan.Months; month++)
            {
                if (!record.Path.PaysIn(month)) continue;
                var left = record.Path.ChurnMonth is { } churn && churn > month && churn - month <= Fading.Length ? Fading[churn - month - 1] : 1;
                var active = (int)Math.Round(licensed * Math.Clamp((record.Company.Usage * left) + (.05 * random.Normal()), 0, 1));
                sheet.Add(
                    record.Id,
                    Format.Iso(plan.FirstMonth.AddMonths(month)),
                    Format.Whole(licensed),
                    Format.Whole(active),
                    Format.Whole(active * random.Between(5, 17)),
                    Format.Whole((int)Math.Clamp((100 * record.Company.Usage * left) + (6 * random.Normal()), 0, 100)) + "%",
                    Format.Whole(random.Below(1 + Math.Min(12, (licensed / 15) + 2))),
                    random.Chance(.12) ? Format.Whole(random.Between(0, 10)) : string.Empty);
            }
        }

        ledger.Add("engagement/rows", sheet.Rows.Count);
        ledger.Add("engagement/ragged-rows", 2);
        return (sheet, new Dictionary<int, string> { [5_000] = sheet.Rows[17][0] + "\t2024-09-01\t12", [20_000] = sheet.Rows[18][0] + "\t2024-10-01\t12\t3\t18\t40%\t0\t9\textra\tfields" });
    }
}
