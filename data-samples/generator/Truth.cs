namespace Segmentation.Samples;

/// <summary>Writes what each record truly is, for tests to recover. Not exports: they lie in a folder that is not read as one.</summary>
internal static class Truth
{
    public static Sheet Accounts(SamplePlan plan, IReadOnlyList<AccountRecord> records)
    {
        var sheet = new Sheet(
            "account_id", "entity_id", "kind", "lookalike", "lookalike_of", "true_industry", "true_employees", "true_tier", "true_country", "monthly_hazard", "monthly_hazard_after_launch", "churn_month", "return_month", "usage");
        foreach (var record in records)
        {
            var company = record.Company;
            var pays = record.Kind == "original" && company!.IsCustomer;
            sheet.Add(
                record.Id,
                company?.Entity ?? string.Empty,
                record.Kind,
                company?.Lookalike ?? string.Empty,
                company?.LookalikeOf ?? string.Empty,
                company?.Industry ?? string.Empty,
                company is null ? string.Empty : Format.Whole(company.Employees),
                company?.Tier.Name ?? string.Empty,
                company?.Country ?? string.Empty,
                pays ? Rate(RevenuePath.Hazard(plan, company!, 0)) : string.Empty,
                pays ? Rate(RevenuePath.Hazard(plan, company!, plan.Months - 1)) : string.Empty,
                record.Path.ChurnMonth is { } churn ? Format.Iso(plan.FirstMonth.AddMonths(churn)) : string.Empty,
                record.Path.ReturnMonth is { } back ? Format.Iso(plan.FirstMonth.AddMonths(back)) : string.Empty,
                pays ? Rate(company!.Usage) : string.Empty);
        }

        return sheet;
    }

    public static Sheet Contacts(Sheet contacts, IReadOnlyList<ContactRecord> records)
    {
        var sheet = new Sheet("contact_id", "entity_id", "kind", "orphan", "true_account_id");
        foreach (var record in records)
            sheet.Add(contacts[record.Row, ContactColumns.Id], record.Person.Entity, record.Kind.StartsWith("original", StringComparison.Ordinal) ? "original" : record.Kind, record.Orphan, record.TrueAccount);
        return sheet;
    }

    /// <summary>Returns the true level of every title written, and its department where the title names one; titles that were spoilt are not listed.</summary>
    public static Sheet Titles(Sheet contacts)
    {
        var sheet = new Sheet("title", "true_level", "true_department", "contacts");
        var written = contacts.Rows.Select((_, row) => contacts[row, ContactColumns.Title]).CountBy(title => title).ToDictionary(StringComparer.Ordinal);
        foreach (var (level, _, titles) in Words.Titles)
        {
            foreach (var title in titles)
            {
                foreach (var department in title.Contains("{0}", StringComparison.Ordinal) ? Words.Departments : [string.Empty])
                {
                    var spelt = title.Replace("{0}", department, StringComparison.Ordinal);
                    if (written.TryGetValue(spelt, out var count)) sheet.Add(spelt, level, department, Format.Whole(count));
                }
            }
        }

        return sheet;
    }

    public static Sheet Enrichment(IEnumerable<string[]> rows)
    {
        var sheet = new Sheet("provider", "domain", "entity_id", "employees_said", "true_employees", "employees");
        foreach (var row in rows) sheet.Add(row);
        return sheet;
    }

    private static string Rate(double rate) => rate.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture);
}
