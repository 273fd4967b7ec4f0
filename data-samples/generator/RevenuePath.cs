namespace Segmentation.Samples;

/// <summary>What one customer paid.</summary>
/// <param name="Cents">ARR in cents for each month of the history; null before the first contract and after the account vanished, 0 where the churned account is still listed.</param>
/// <param name="ChurnMonth">First month of the first churn, counted from the first month of the history; null where it never churned.</param>
/// <param name="ReturnMonth">First month after a return; null where it never came back.</param>
internal sealed record RevenuePath(IReadOnlyList<long?> Cents, int? ChurnMonth, int? ReturnMonth)
{
    public static RevenuePath None { get; } = new([], null, null);

    /// <summary>Gets whether it pays in the last month.</summary>
    public bool IsActive => Cents.Count > 0 && Cents[^1] > 0;

    /// <summary>Gets how many rows the ARR history has for it.</summary>
    public int Rows => Cents.Count(c => c is not null);

    public bool PaysIn(int month) => Cents.Count > 0 && Cents[month] > 0;

    /// <summary>Returns the probability of churn in a month.</summary>
    public static double Hazard(SamplePlan plan, Company company, int month) =>
        (plan.FirstMonth.AddMonths(month) >= plan.Launch ? company.Tier.HazardAfterLaunch : company.Tier.MonthlyHazard) *
        (plan.IndustryHazard.TryGetValue(company.Industry, out var factor) ? factor : 1);

    public static RevenuePath Simulate(SamplePlan plan, Company company, Pcg32 random)
    {
        var cents = new long?[plan.Months];
        var first = Math.Max(0, ((company.Start.Year - plan.FirstMonth.Year) * 12) + company.Start.Month - plan.FirstMonth.Month);
        var keepsZeros = random.Chance(.5);
        var arr = Round(190 * StableMath.Exp((.86 * StableMath.Log(company.Employees)) + (.45 * random.Normal())));
        var before = arr;
        int? churned = null, returned = null;
        for (var month = first; month < plan.Months; month++)
        {
            if (arr == 0)
            {
                if (returned is null && random.Chance(plan.Reactivation))
                {
                    returned = month;
                    arr = Round(before / 100.0 * (.6 + (.4 * random.NextDouble())));
                }
            }
            else if (month > first && random.Chance(Hazard(plan, company, month)))
            {
                churned ??= month;
                before = arr;
                arr = 0;
            }
            else if (random.Chance(company.Tier.Expansion))
            {
                arr = Round(arr / 100.0 * (1.08 + (.17 * random.NextDouble())));
            }
            else if (random.Chance(company.Tier.Contraction))
            {
                arr = Round(arr / 100.0 * (.70 + (.20 * random.NextDouble())));
            }

            cents[month] = arr > 0 || keepsZeros ? arr : null;
        }

        return new RevenuePath(cents, churned, returned);
    }

    /// <summary>Prices end in .00 or .50 dollars.</summary>
    private static long Round(double dollars) => (long)Math.Round(dollars * 2) * 50;
}
