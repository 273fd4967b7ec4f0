using System.Globalization;

namespace Segmentation.Samples;

/// <summary>Makes what three enrichment providers know: each some of the companies, with vocabularies of their own, some of it wrong.</summary>
internal static class EnrichmentFiles
{
    private static readonly Dictionary<string, (string ZoomInfo, string Apollo, string Clearbit)> Vocabulary = new(StringComparer.Ordinal)
    {
        ["Technology"] = ("Software", "information technology & services", "Internet Software & Services"),
        ["Manufacturing"] = ("Manufacturing", "machinery", "Industrial Machinery"),
        ["Retail"] = ("Retail", "retail", "Specialty Retail"),
        ["Healthcare"] = ("Hospitals & Physicians Clinics", "hospital & health care", "Health Care Services"),
        ["Financial Services"] = ("Finance", "financial services", "Diversified Financial Services"),
        ["Logistics"] = ("Transportation", "logistics & supply chain", "Air Freight & Logistics"),
        ["Professional Services"] = ("Business Services", "management consulting", "Professional Services"),
        ["Education"] = ("Education", "education management", "Education Services"),
        ["Construction"] = ("Construction", "construction", "Construction & Engineering"),
        ["Media"] = ("Media & Internet", "media production", "Media"),
        ["Hospitality"] = ("Hospitality", "hospitality", "Hotels, Restaurants & Leisure"),
        ["Energy"] = ("Energy, Utilities & Waste", "oil & energy", "Utilities"),
    };

    private static readonly string[] Names = ["zoominfo", "apollo", "clearbit"];

    public static (Sheet ZoomInfo, Sheet Apollo, Sheet Clearbit, List<string[]> Truth) Make(SamplePlan plan, IReadOnlyList<Company> companies, Ledger ledger)
    {
        var random = new Pcg32(plan.Seed, 11);
        var zoomInfo = new Sheet("ZoomInfo Company ID", "Company Name", "Website", "Primary Industry", "Employees", "Employee Range", "Revenue (in 000s USD)", "Company City", "Company State", "Company Zip Code", "Company Country");
        var apollo = new Sheet("Company", "Website", "Industry", "# Employees", "Annual Revenue", "Company City", "Company Country", "Technologies", "Apollo Account Id", "Industry", string.Empty);
        var clearbit = new Sheet("domain", "name", "category.industry", "metrics.employees", "metrics.employeesRange", "metrics.estimatedAnnualRevenue", "geo.city", "geo.country", "tech", "foundedYear");
        var truth = new List<string[]>();
        foreach (var company in companies)
        {
            var known = random.Weighted([.. plan.ProviderShares]);
            if (known > 0) ledger.Add("enrichment/companies-known");
            for (var provider = 0; provider < 3; provider++)
            {
                if ((known & (1 << provider)) == 0) continue;
                var isWrong = random.Chance(plan.ProviderWrong);
                var employees = isWrong ? random.Pick(companies).Employees : Math.Max(1, (int)Math.Round(company.Employees * (1 + (.08 * random.Normal()))));
                var words = Vocabulary[company.Industry];
                switch (provider)
                {
                    case 0:
                        zoomInfo.Add(Format.Whole(340_000_000 + (zoomInfo.Rows.Count * 613L)), company.LegalName, "www." + company.Domain, words.ZoomInfo, Format.Thousands(employees), Range(employees), Format.Thousands(company.AnnualRevenue / 1000), company.City, company.State, company.PostalCode, company.Country);
                        break;
                    case 1:
                        apollo.Add(company.Name, "http://www." + company.Domain, words.Apollo, Format.Whole(employees), random.Chance(.6) ? Format.Whole(company.AnnualRevenue) : string.Empty, company.City, company.Country, $"{random.Pick(Words.Technologies)}, {random.Pick(Words.Technologies)}", string.Create(CultureInfo.InvariantCulture, $"60f{apollo.Rows.Count * 7919L:x9}"), words.Apollo, string.Empty);
                        break;
                    default:
                        clearbit.Add(company.Domain, company.Name, words.Clearbit, Format.Whole(employees), Range(employees), company.AnnualRevenue < 10_000_000 ? "$1M-$10M" : company.AnnualRevenue < 100_000_000 ? "$10M-$100M" : "$100M+", company.City, company.Country, random.Pick(Words.Technologies), Format.Whole(random.Between(1955, 2023)));
                        break;
                }

                truth.Add([Names[provider], company.Domain, company.Entity, Format.Whole(employees), Format.Whole(company.Employees), isWrong ? "wrong" : "right"]);
                ledger.Add($"enrichment/{Names[provider]}/rows");
                if (isWrong) ledger.Add($"enrichment/{Names[provider]}/wrong");
            }
        }

        return (zoomInfo, apollo, clearbit, truth);
    }

    private static string Range(int employees) => employees switch
    {
        <= 50 => "1-50",
        <= 200 => "51-200",
        <= 1000 => "201-1000",
        _ => "1000+",
    };
}
