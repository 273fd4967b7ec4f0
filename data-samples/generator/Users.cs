namespace Segmentation.Samples;

/// <summary>Makes the vendor's own people: owners of accounts and customer success managers.</summary>
internal static class Users
{
    public const string Domain = "fernloom.example";

    public static Sheet Make(SamplePlan plan, Ledger ledger)
    {
        var random = new Pcg32(plan.Seed, 2);
        var sheet = new Sheet("Id", "Username", "FirstName", "LastName", "Name", "Email", "Title", "Department", "IsActive", "CreatedDate", "LastLoginDate");
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 48; i++)
        {
            string first, last;
            do
            {
                first = random.Pick(Words.FirstNames);
                last = random.Pick(Words.LastNameStarts) + random.Pick(Words.LastNameEnds);
            }
            while (!names.Add(first + last));
            var (title, department) = i switch
            {
                < 24 => ("Account Executive", "Sales"),
                < 30 => ("Account Manager", "Sales"),
                < 42 => ("Customer Success Manager", "Customer Success"),
                < 46 => ("Revenue Operations Analyst", "Operations"),
                _ => ("Integration User", "IT"),
            };
            var isActive = i is not (3 or 11 or 17 or 22 or 26 or 33);
            var mail = $"{Person.Ascii(first)}.{Person.Ascii(last)}@{Domain}";
            var created = new DateOnly(2018, 6, 1).AddDays(random.Below(2200));
            sheet.Add(
                SalesforceId.Of("005", 400 + (i * 3)),
                mail + ".crm",
                first,
                last,
                $"{first} {last}",
                mail,
                title,
                department,
                isActive ? "TRUE" : "FALSE",
                Format.Stamp(created, random.Below(86_400)),
                Format.Stamp(isActive ? plan.AsOf.AddDays(-random.Between(1, 9)) : plan.AsOf.AddDays(-random.Between(200, 700)), random.Below(86_400)));
            ledger.Add("users/rows");
            if (!isActive) ledger.Add("users/inactive");
        }

        return sheet;
    }
}
