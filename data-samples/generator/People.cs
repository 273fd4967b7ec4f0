using System.Globalization;

namespace Segmentation.Samples;

/// <summary>Makes the people at the companies.</summary>
internal static class People
{
    /// <summary>Returns persons at known companies first, then persons whose employer the vendor does not know.</summary>
    public static List<Person> Make(SamplePlan plan, IReadOnlyList<Company> companies, int strangers)
    {
        var random = new Pcg32(plan.Seed, 6);
        var persons = new List<Person>(plan.Persons);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (persons.Count < plan.Persons - strangers)
        {
            foreach (var company in companies)
            {
                var count = company.Tier.Name switch { "SMB" => random.Between(1, 5), "Mid-Market" => random.Between(3, 10), _ => random.Between(9, 19) };
                for (var i = 0; i < count && persons.Count < plan.Persons - strangers; i++) persons.Add(Draw(random, names, persons.Count, company, company.Name, company.Domain));
            }
        }

        for (var i = 0; i < strangers; i++)
        {
            // Two-word employers that the market does not use, so that no domain matches by accident.
            var name = $"{random.Pick(Words.LastNameStarts)} {random.Pick(Words.LastNameEnds)} Holdings {i + 1}";
            persons.Add(Draw(random, names, persons.Count, null, name, Person.Ascii(name).Replace(" ", "-", StringComparison.Ordinal) + ".example"));
        }

        return persons;
    }

    private static Person Draw(Pcg32 random, HashSet<string> names, int number, Company? employer, string employerName, string domain)
    {
        string first, last;
        do
        {
            first = random.Pick(Words.FirstNames);
            last = random.Pick(Words.LastNameStarts) + random.Pick(Words.LastNameEnds);
        }
        while (!names.Add($"{Person.Ascii(first)}.{Person.Ascii(last)}@{employerName}") | !names.Add($"{Person.Ascii(first)[0]}{Person.Ascii(last)}@{domain}"));
        return new Person(string.Create(CultureInfo.InvariantCulture, $"P{number + 1:00000}"), first, last, employer, employerName, domain);
    }
}
