namespace Segmentation.Samples;

/// <summary>Makes the accounts export: one row a company, its duplicates, and records that stand for no company.</summary>
internal static class AccountsExport
{
    private static readonly string[] TestNames =
        ["Test Account", "TEST - do not use", "Demo Company", "zzTest Corp", "Dummy Account", "Sample Account (delete me)", "QA Test Company", "test test", "Demo Account 2", "Test Company 123"];

    public static (Sheet Sheet, List<AccountRecord> Records) Make(SamplePlan plan, IReadOnlyList<Company> companies, Sheet users, Ledger ledger)
    {
        var revenue = new Pcg32(plan.Seed, 3);
        var random = new Pcg32(plan.Seed, 4);
        var drafts = new List<AccountRecord>();
        foreach (var company in companies)
            drafts.Add(new AccountRecord(string.Empty, company, "original", company.IsCustomer ? RevenuePath.Simulate(plan, company, revenue) : RevenuePath.None, company.Created, -1));

        AddDuplicates(plan, random, companies, drafts);
        for (var i = 0; i < plan.TestAccounts + plan.InternalAccounts; i++)
            drafts.Add(new AccountRecord(string.Empty, null, i < plan.TestAccounts ? "test" : "internal", RevenuePath.None, new DateOnly(2021, 3, 1).AddDays(random.Below(1500)), -1));

        drafts = [.. drafts.OrderBy(d => d.Created)];
        var sheet = new Sheet(AccountColumns.All);
        var records = new List<AccountRecord>(drafts.Count);
        var owners = Enumerable.Range(0, 30).Select(i => users[i, "Id"]).ToArray();
        var managers = Enumerable.Range(30, 12).Select(i => users[i, "Name"]).ToArray();
        // What only a website can join has one on both sides.
        var known = drafts.Where(d => d.Company is { } c && (c.Lookalike.Length > 0 || d.Kind == "duplicate-domain")).Select(d => d.Company!.Entity).ToHashSet(StringComparer.Ordinal);
        var (tests, insiders) = (0, 0);
        foreach (var draft in drafts)
        {
            var record = draft with { Id = SalesforceId.Of("001", 7_000 + (records.Count * 7)), Row = sheet.Add() };
            records.Add(record);
            ledger.Add("accounts/rows");
            sheet[record.Row, AccountColumns.Id] = record.Id;
            sheet[record.Row, AccountColumns.Owner] = random.Pick(owners);
            sheet[record.Row, AccountColumns.Created] = Format.Us(record.Created);
            sheet[record.Row, AccountColumns.Modified] = Format.Stamp(Between(random, record.Created, plan.AsOf), random.Below(86_400));
            if (record.Company is not null)
            {
                Fill(plan, random, sheet, record, managers, known.Contains(record.Company.Entity));
                if (record.Kind == "original") ledger.Add("accounts/entities");
                else ledger.Add($"accounts/duplicates/{record.Kind["duplicate-".Length..]}");
            }
            else
            {
                var isTest = record.Kind == "test";
                sheet[record.Row, AccountColumns.Name] = isTest ? TestNames[tests++ % TestNames.Length] : $"Fernloom {(insiders++ == 0 ? "(internal)" : $"Internal {insiders}")}";
                sheet[record.Row, AccountColumns.Website] = isTest ? "test.test" : "www." + Users.Domain;
                sheet[record.Row, AccountColumns.Type] = "Prospect";
                ledger.Add($"accounts/{record.Kind}");
            }
        }

        return (sheet, records);
    }

    private static void AddDuplicates(SamplePlan plan, Pcg32 random, IReadOnlyList<Company> companies, List<AccountRecord> drafts)
    {
        var byName = plan.DuplicateExact + plan.DuplicateSuffix;
        var wanted = byName + plan.DuplicateDomain + plan.DuplicateFuzzy;
        var candidates = companies.Where(c => c.Lookalike.Length == 0 && c.IsCustomer && c.Created < plan.AsOf.AddDays(-400));
        var chosen = random.Sample(candidates, wanted - plan.DuplicateTriples);
        for (var i = 0; i < wanted; i++)
        {
            // The last of those that share a name stand for companies that have a duplicate already, so that surplus records and records in clusters differ.
            var company = i < byName ? chosen[i % (byName - plan.DuplicateTriples)] : chosen[i - plan.DuplicateTriples];
            var kind = i < plan.DuplicateExact ? "duplicate-exact"
                : i < plan.DuplicateExact + plan.DuplicateSuffix ? "duplicate-suffix"
                : i < plan.DuplicateExact + plan.DuplicateSuffix + plan.DuplicateDomain ? "duplicate-domain"
                : "duplicate-fuzzy";
            drafts.Add(new AccountRecord(string.Empty, company, kind, RevenuePath.None, company.Created.AddDays(random.Between(20, 380)), -1));
        }
    }

    private static void Fill(SamplePlan plan, Pcg32 random, Sheet sheet, AccountRecord record, string[] managers, bool hasWebsite)
    {
        var company = record.Company!;
        var isOriginal = record.Kind == "original";
        var row = record.Row;
        // Larger customers are looked after better, so completeness by count and by ARR differ.
        var care = company.Tier.Name switch { "SMB" => -.07, "Enterprise" => .08, _ => 0 };
        sheet[row, AccountColumns.Name] = NameFor(random, record);
        Put(AccountColumns.Industry, .88, company.Industry);
        Put(AccountColumns.Employees, .80, random.Chance(.3) ? Format.Thousands(company.Employees) : Format.Whole(company.Employees));
        Put(AccountColumns.Revenue, .55, "$" + Format.Thousands(company.AnnualRevenue));
        sheet[row, AccountColumns.Currency] = random.Chance(.97) ? "USD" : string.Empty;
        var website = record.Kind is "duplicate-suffix" or "duplicate-fuzzy" ? 0 : hasWebsite ? 2 : .86;
        Put(AccountColumns.Website, website, Website(random, company.Domain));
        Put(AccountColumns.Phone, .70, Phones.Draw(random, company.Country));
        Put(AccountColumns.Street, .62, $"{random.Between(1, 240)} {random.Pick(Words.Streets)}{(random.Chance(.15) ? "\nFloor " + Format.Whole(random.Between(1, 19)) : string.Empty)}");
        Put(AccountColumns.City, .90, company.City);
        Put(AccountColumns.State, .92, company.State);
        Put(AccountColumns.Postal, .80, company.PostalCode);
        Put(AccountColumns.Country, .95, company.Country);
        Put(AccountColumns.Tier, .50, Band(random, company.Employees));
        Put(AccountColumns.Csm, company.Tier.Name == "SMB" ? .1 : .9, random.Pick(managers));
        Put(AccountColumns.Platform, .22, random.Pick(Words.Technologies));
        if (isOriginal && record.Path.IsActive) Put(AccountColumns.Health, .66, Format.Whole((int)Math.Round(100 * company.Usage)));
        sheet[row, AccountColumns.Type] = !company.IsCustomer ? random.Pick(["Prospect", "Prospect", "Prospect", "Partner", "Competitor"])
            : !isOriginal ? "Customer" : record.Path.IsActive ? "Customer" : "Former Customer";
        if (isOriginal && company.IsCustomer)
        {
            sheet[row, AccountColumns.Arr] = record.Path.IsActive ? Format.Currency(record.Path.Cents[^1]!.Value) : random.Chance(.5) ? Format.Currency(0) : string.Empty;
            Contract(plan, random, sheet, record);
        }

        var silent = random.Chance(.14) && record.Created < plan.AsOf.AddMonths(-13);
        var activity = silent ? Between(random, record.Created, plan.AsOf.AddMonths(-12).AddDays(-1)) : plan.AsOf.AddDays(-random.Below(Math.Min(200, plan.AsOf.DayNumber - record.Created.DayNumber + 1)));
        if (random.Chance(.94)) sheet[row, AccountColumns.Activity] = Format.Us(activity);

        void Put(string header, double share, string value)
        {
            if (share > 0 && random.Chance(share + care)) sheet[row, header] = value;
        }
    }

    private static void Contract(SamplePlan plan, Pcg32 random, Sheet sheet, AccountRecord record)
    {
        var start = record.Company!.Start;
        var last = record.Path.IsActive ? plan.AsOf : plan.FirstMonth.AddMonths(record.Path.ChurnMonth ?? 0);
        var term = random.Pick([12, 12, 24, 36]);
        var end = start;
        while (end <= last) end = end.AddMonths(term);
        sheet[record.Row, AccountColumns.ContractStart] = Format.Us(start);
        sheet[record.Row, AccountColumns.ContractEnd] = Format.Us(end.AddDays(-1));
        if (random.Chance(.85)) sheet[record.Row, AccountColumns.Renewal] = Format.Iso(end);
        // Reviews fall on the first days of a month, so no value of this column tells day from month.
        if (random.Chance(.4)) sheet[record.Row, AccountColumns.Qbr] = Format.European(new DateOnly(2025, 1 + random.Below(12), 1 + random.Below(12)));
    }

    private static string NameFor(Pcg32 random, AccountRecord record)
    {
        var company = record.Company!;
        var suffixes = Words.Countries.First(c => c.Country == company.Country).Suffixes;
        return record.Kind switch
        {
            "duplicate-exact" => company.LegalName,
            "duplicate-suffix" => random.Below(3) switch
            {
                0 when company.LegalName != company.Name => company.Name,
                1 => company.Name.ToUpperInvariant() + " " + suffixes[0],
                _ => company.Name + ", " + suffixes[^1],
            },
            "duplicate-domain" => company.Name.Split(' ')[0] + " Group",
            "duplicate-fuzzy" => Misspell(random, company.Name),
            _ => company.LegalName,
        };
    }

    /// <summary>Swaps two neighbouring letters in the middle of a name.</summary>
    internal static string Misspell(Pcg32 random, string name)
    {
        var at = random.Between(1, Math.Min(name.Length - 3, 5));
        while (at < name.Length - 2 && (name[at] == name[at + 1] || name[at] == ' ' || name[at + 1] == ' ')) at++;
        return string.Concat(name.AsSpan(0, at), name.AsSpan(at + 1, 1), name.AsSpan(at, 1), name.AsSpan(at + 2));
    }

    private static string Website(Pcg32 random, string domain) => random.Below(6) switch
    {
        0 => domain,
        1 => "https://" + domain,
        2 => $"https://www.{domain}/",
        3 => $"http://www.{domain}/about-us",
        4 => "WWW." + domain.ToUpperInvariant(),
        _ => "www." + domain,
    };

    /// <summary>Returns the tier as the playbook's bands give it, and now and then as somebody felt.</summary>
    private static string Band(Pcg32 random, int employees) =>
        random.Chance(.08) ? random.Pick(["SMB", "Mid-Market", "Enterprise"]) : employees switch { < 100 => "SMB", < 1000 => "Mid-Market", _ => "Enterprise" };

    private static DateOnly Between(Pcg32 random, DateOnly from, DateOnly to) => from.AddDays(random.Below(Math.Max(1, to.DayNumber - from.DayNumber + 1)));
}
