using System.Globalization;

namespace Segmentation.Samples;

/// <summary>Makes the companies that the vendor sells to.</summary>
internal static class Market
{
    public static List<Company> Make(SamplePlan plan)
    {
        var random = new Pcg32(plan.Seed, 1);
        var stems = Words.StemStarts.SelectMany(a => Words.StemEnds.Select(b => a + b)).Distinct(StringComparer.Ordinal).ToList();
        random.Shuffle(stems);
        var companies = new List<Company>(plan.Companies);
        for (var i = 0; i < plan.Companies; i++) companies.Add(Draw(plan, random, i, stems[i]));
        AddLookalikes(plan, random, companies);
        return companies;
    }

    private static Company Draw(SamplePlan plan, Pcg32 random, int number, string stem)
    {
        var (industry, _, nouns) = Words.Industries[random.Weighted([.. Words.Industries.Select(i => i.Weight)])];
        var (country, _, suffixes, places) = Words.Countries[random.Weighted([.. Words.Countries.Select(c => c.Weight)])];
        var (city, state, postal) = random.Pick(places);
        var component = plan.Tiers[random.Weighted([.. plan.Tiers.Select(t => t.Weight)])];
        var employees = Math.Clamp((int)Math.Round(component.MedianEmployees * StableMath.Exp(component.Spread * random.Normal())), 2, plan.Tiers[^1].BelowEmployees - 1);
        var name = $"{stem} {random.Pick(nouns)}";
        var suffix = random.Pick(suffixes);
        var legalName = random.Chance(.65) ? name + (suffix.EndsWith('.') && random.Chance(.4) ? ", " : " ") + suffix : name;
        var isCustomer = number < plan.Customers;
        var start = random.Chance(.75)
            ? new DateOnly(2019, 2, 1).AddDays(random.Below(1600))
            : plan.FirstMonth.AddMonths(random.Below(plan.Months - 1)).AddDays(random.Below(27));
        return new Company(
            string.Create(CultureInfo.InvariantCulture, $"C{number + 1:0000}"),
            name,
            legalName,
            name.Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant() + ".example",
            string.Empty,
            string.Empty,
            industry,
            employees,
            plan.Tiers.First(t => employees < t.BelowEmployees),
            country,
            city,
            state,
            string.Concat(postal.Select(c => c == '#' ? (char)('0' + random.Below(10)) : c)),
            (long)Math.Round(employees * 140 * StableMath.Exp(.6 * random.Normal())) * 1000,
            isCustomer,
            start.AddDays(-random.Between(20, 300)),
            start,
            Math.Clamp(.58 + (.16 * random.Normal()), .08, .97));
    }

    /// <summary>Makes pairs that look like one company and are two, so that a matcher can be wrong.</summary>
    private static void AddLookalikes(SamplePlan plan, Pcg32 random, List<Company> companies)
    {
        var pairs = plan.ParentSubsidiaryPairs + plan.TwoCountryPairs + plan.SharedWebsitePairs;
        var chosen = random.Sample(Enumerable.Range(0, plan.Customers), 2 * pairs);
        for (var pair = 0; pair < pairs; pair++)
        {
            var (first, second) = (companies[chosen[2 * pair]], companies[chosen[(2 * pair) + 1]]);
            if (pair < plan.ParentSubsidiaryPairs)
            {
                second = second with { Domain = first.Domain, Lookalike = "parent-subsidiary" };
            }
            else if (pair < plan.ParentSubsidiaryPairs + plan.TwoCountryPairs)
            {
                first = first with { Country = "United States", City = "Boston", State = "MA", PostalCode = "02110", LegalName = first.Name + " Inc." };
                second = second with
                {
                    Name = first.Name,
                    LegalName = first.Name + " GmbH",
                    Industry = first.Industry,
                    Country = "Germany",
                    City = "Leipzig",
                    State = "SN",
                    PostalCode = "04109",
                    Domain = first.Domain.Replace(".example", "-germany.example", StringComparison.Ordinal),
                    Lookalike = "two-countries",
                };
            }
            else
            {
                second = second with { Domain = first.Domain, Lookalike = "shared-website" };
            }

            companies[chosen[2 * pair]] = first with { Lookalike = second.Lookalike, LookalikeOf = second.Entity };
            companies[chosen[(2 * pair) + 1]] = second with { LookalikeOf = first.Entity };
        }
    }
}
