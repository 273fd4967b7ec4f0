using System.Globalization;

namespace Segmentation.Samples;

/// <summary>Makes the contacts export: one row a person, their duplicates, and records that stand for nobody.</summary>
internal sealed class ContactsExport
{
    private static readonly string[] Sources = ["Organic Search", "Paid Search", "Referrals", "Offline Sources", "Direct Traffic", "Email Marketing"];
    private readonly SamplePlan plan;
    private readonly Ledger ledger;
    private readonly Pcg32 random;
    private readonly double lifeYears;

    private ContactsExport(SamplePlan plan, Ledger ledger)
    {
        this.plan = plan;
        this.ledger = ledger;
        random = new Pcg32(plan.Seed, 7);
        // Whoever goes quiet with probability d in a year does so at the rate -ln(1 - d).
        lifeYears = -1 / StableMath.Log(1 - plan.ContactDecay);
    }

    private Sheet Sheet { get; } = new(ContactColumns.All);

    private List<ContactRecord> Records { get; } = [];

    public static (Sheet Sheet, List<ContactRecord> Records) Make(SamplePlan plan, IReadOnlyList<Company> companies, Sheet accounts, IReadOnlyList<AccountRecord> accountRecords, Ledger ledger)
    {
        var export = new ContactsExport(plan, ledger);
        var drafts = export.Drafts(companies, accounts, accountRecords);
        export.random.Shuffle(drafts);
        foreach (var draft in drafts) export.Write(draft);
        return (export.Sheet, export.Records);
    }

    /// <summary>Decides which persons are orphans and which are written twice.</summary>
    private List<ContactRecord> Drafts(IReadOnlyList<Company> companies, Sheet accounts, IReadOnlyList<AccountRecord> accountRecords)
    {
        var strangers = plan.OrphansStranger + plan.OrphansNoEmail + plan.DanglingStranger;
        var persons = People.Make(plan, companies, strangers);
        var byEntity = accountRecords.Where(r => r.Company is not null).ToLookup(r => r.Company!.Entity, StringComparer.Ordinal);
        var listed = accountRecords.Where(r => r.Company is not null && accounts[r.Row, AccountColumns.Website].Contains(".example", StringComparison.OrdinalIgnoreCase)).ToLookup(r => r.Company!.Domain, StringComparer.Ordinal);
        var employed = persons.Where(p => p.Employer is not null).ToList();
        random.Shuffle(employed);
        var orphans = new Dictionary<string, string>(StringComparer.Ordinal);
        Mark("rescuable", plan.OrphansRescuable, p => listed[p.EmployerDomain].Count() == 1 && byEntity[p.Employer!.Entity].Count() == 1);
        Mark("dangling-rescuable", plan.DanglingRescuable, p => listed[p.EmployerDomain].Count() == 1 && byEntity[p.Employer!.Entity].Count() == 1);
        Mark("ambiguous", plan.OrphansAmbiguous, p => listed[p.EmployerDomain].Count() > 1 && p.Employer!.Lookalike.Length > 0);
        Mark("free-mail", plan.OrphansFreeMail, p => p.Employer!.Lookalike.Length == 0);
        var unknown = persons.Where(p => p.Employer is null).ToList();
        for (var i = 0; i < unknown.Count; i++)
        {
            orphans[unknown[i].Entity] = i < plan.OrphansStranger ? "stranger" : i < plan.OrphansStranger + plan.OrphansNoEmail ? "no-email" : "dangling-stranger";
        }

        var drafts = new List<ContactRecord>();
        foreach (var person in persons)
        {
            var accountsOfEmployer = person.Employer is null ? [] : byEntity[person.Employer.Entity].ToList();
            var account = accountsOfEmployer.Count == 0 ? string.Empty : accountsOfEmployer.Count == 1 || random.Chance(.7) ? accountsOfEmployer[0].Id : accountsOfEmployer[^1].Id;
            drafts.Add(new ContactRecord(person, "original", orphans.GetValueOrDefault(person.Entity, string.Empty), account, -1));
        }

        foreach (var (kind, count) in new[] { ("duplicate-exact-email", plan.ContactExactEmail), ("duplicate-email-case", plan.ContactEmailCase), ("duplicate-name-account", plan.ContactNameAccount), ("duplicate-fuzzy", plan.ContactFuzzy), ("namesake", plan.Namesakes) })
        {
            foreach (var draft in random.Sample(drafts.Where(d => d.Kind == "original" && d.Orphan.Length == 0), count))
            {
                // An original is duplicated once at most: it gets a kind of its own, and its twin the kind of duplicate.
                drafts[drafts.IndexOf(draft)] = draft with { Kind = "original-of-" + kind };
                drafts.Add(draft with { Kind = kind, Person = kind == "namesake" ? draft.Person with { Entity = draft.Person.Entity + "N" } : draft.Person });
            }
        }

        for (var i = 0; i < plan.TestContacts + plan.InternalContacts; i++)
        {
            var isTest = i < plan.TestContacts;
            var number = i.ToString(CultureInfo.InvariantCulture);
            var person = isTest ? new Person(string.Empty, "Test", "Test" + number, null, "Test", "test.test") : new Person(string.Empty, random.Pick(Words.FirstNames), random.Pick(Words.LastNameStarts) + "staff" + number, null, "Fernloom", Users.Domain);
            drafts.Add(new ContactRecord(person, isTest ? "test" : "internal", string.Empty, accountRecords.First(r => r.Kind == (isTest ? "test" : "internal")).Id, -1));
        }

        return drafts;

        void Mark(string kind, int count, Func<Person, bool> qualifies)
        {
            var left = count;
            foreach (var person in employed)
            {
                if (left == 0) return;
                if (qualifies(person) && orphans.TryAdd(person.Entity, kind)) left--;
            }

            if (left > 0) throw new InvalidOperationException($"{left} of {count} orphans '{kind}' are left without a person who qualifies; lower the count in SamplePlan.");
        }
    }

    private void Write(ContactRecord draft)
    {
        var row = Sheet.Add();
        var person = draft.Person;
        var record = draft with { Row = row };
        Records.Add(record);
        ledger.Add("contacts/rows");
        Sheet[row, ContactColumns.Id] = SalesforceId.HubSpot(row);
        Sheet[row, ContactColumns.First] = draft.Kind == "duplicate-fuzzy" && random.Chance(.4) ? person.First[..1] + "." : person.First;
        Sheet[row, ContactColumns.Last] = draft.Kind switch
        {
            "duplicate-fuzzy" => AccountsExport.Misspell(random, person.Last),
            "duplicate-name-account" when random.Chance(.4) => person.Last.ToUpperInvariant(),
            _ => person.Last,
        };
        Sheet[row, ContactColumns.Email] = Email(draft);
        var department = random.Pick(Words.Departments);
        var level = Words.Titles[random.Weighted([.. Words.Titles.Select(t => t.Weight)])];
        Put(ContactColumns.Title, .80, random.Pick(level.Titles).Replace("{0}", department, StringComparison.Ordinal));
        Put(ContactColumns.Phone, .58, Phones.Draw(random, person.Employer?.Country ?? "United States"));
        Put(ContactColumns.Department, .55, department);
        Put(ContactColumns.Company, draft.Orphan.Length > 0 ? .5 : .88, person.Employer is not null && random.Chance(.6) ? person.Employer.LegalName : person.EmployerName);
        Sheet[row, ContactColumns.Account] = draft.Orphan switch
        {
            "" => draft.TrueAccount,
            "dangling-rescuable" or "dangling-stranger" => SalesforceId.Of("001", 910_000 + random.Below(4000)),
            _ => string.Empty,
        };
        Put(ContactColumns.Stage, .93, random.Pick(Words.LifecycleStages));
        Put(ContactColumns.Source, .70, random.Pick(Sources));
        Put(ContactColumns.Score, .65, Format.CommaTenths(random.Below(1001)));
        Sheet[row, ContactColumns.OptOut] = random.Chance(.09) ? "TRUE" : "FALSE";
        Dates(row);
        if (draft.Kind is "test" or "internal") ledger.Add($"contacts/{draft.Kind}");
        else if (draft.Kind.StartsWith("duplicate-", StringComparison.Ordinal)) ledger.Add($"contacts/duplicates/{draft.Kind["duplicate-".Length..]}");
        else if (draft.Kind == "namesake") ledger.Add("contacts/namesakes");
        else ledger.Add("contacts/entities");
        if (draft.Orphan.Length > 0) ledger.Add($"contacts/orphans/{draft.Orphan}");
        if (draft.Kind != "original" || draft.Orphan.Length > 0)
        {
            Sheet.Protect(row, ContactColumns.Email);
            Sheet.Protect(row, ContactColumns.Account);
        }
    }

    private string Email(ContactRecord draft) => draft.Kind switch
    {
        "test" => draft.Person.Last.ToLowerInvariant() + "@test.test",
        "duplicate-exact-email" or "original-of-duplicate-exact-email" or "original-of-duplicate-email-case" => draft.Person.WorkEmail,
        "duplicate-email-case" => random.Chance(.5) ? draft.Person.WorkEmail.ToUpperInvariant() : " " + draft.Person.WorkEmail + " ",
        "duplicate-name-account" or "duplicate-fuzzy" => draft.Person.ShortEmail,
        "namesake" => draft.Person.ShortEmail.Replace("@", "2@", StringComparison.Ordinal),
        _ => draft.Orphan switch
        {
            // Neither provider lets an address contain a hyphen, so none of these can belong to anybody.
            "free-mail" => $"{Person.Ascii(draft.Person.First)}-{Person.Ascii(draft.Person.Last)}-{draft.Person.Entity.ToLowerInvariant()}@{random.Pick(FreeMail)}",
            "no-email" => string.Empty,
            "" when draft.Kind == "original" && random.Chance(.05) => string.Empty,
            _ => draft.Person.WorkEmail,
        },
    };

    internal static readonly string[] FreeMail = ["gmail.com", "gmail.com", "yahoo.com"];

    private void Dates(int row)
    {
        var window = plan.AsOf.DayNumber - new DateOnly(2020, 7, 1).DayNumber;
        var created = plan.AsOf.AddDays(-random.Below(window));
        Sheet[row, ContactColumns.Created] = Format.European(created);
        var quietFrom = created.AddDays((int)Math.Min(100_000, random.Exponential(lifeYears * 365.25)));
        var recent = plan.AsOf.AddDays(-(int)Math.Min(180, random.Exponential(25)));
        var last = quietFrom < plan.AsOf ? quietFrom : recent < created ? created : recent;
        if (random.Chance(.96)) Sheet[row, ContactColumns.Activity] = Format.German(last);
    }

    private void Put(string header, double share, string value)
    {
        if (random.Chance(share)) Sheet[Sheet.Rows.Count - 1, header] = value;
    }
}
