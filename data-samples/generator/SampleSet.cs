namespace Segmentation.Samples;

/// <summary>
/// The sample exports of one invented B2B software company, with everything that is wrong with them planted and counted. Same code, same bytes.
/// </summary>
public static class SampleSet
{
    /// <summary>Writes the exports into a folder, and what is true about them into its sub-folder <c>truth</c>. Files that stand there are replaced.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    public static void Write(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var plan = SamplePlan.Default;
        var ledger = new Ledger();
        var truth = Directory.CreateDirectory(Path.Combine(folder, "truth")).FullName;
        var companies = Market.Make(plan);
        var users = Users.Make(plan, ledger);
        var (accounts, accountRecords) = AccountsExport.Make(plan, companies, users, ledger);
        var raggedAccounts = AccountDefects.Plant(plan, accounts, accountRecords, ledger);
        var (contacts, contactRecords) = ContactsExport.Make(plan, companies, accounts, accountRecords, ledger);
        var raggedContacts = ContactDefects.Plant(plan, contacts, ledger);
        var arr = ArrExport.Make(plan, accountRecords, ledger);
        var (engagement, raggedEngagement) = EngagementExport.Make(plan, accountRecords, ledger);
        var (zoomInfo, apollo, clearbit, providers) = EnrichmentFiles.Make(plan, companies, ledger);

        Dialect.Salesforce.Write(accounts, Path.Combine(folder, "accounts.csv"), raggedAccounts);
        Dialect.HubSpotInEurope.Write(contacts, Path.Combine(folder, "contacts.csv"), raggedContacts);
        Dialect.Billing.Write(arr, Path.Combine(folder, "arr_history.csv"));
        Dialect.Tabs.Write(engagement, Path.Combine(folder, "engagement.csv"), raggedEngagement);
        Dialect.Plain.Write(users, Path.Combine(folder, "users.csv"));
        Dialect.SpreadsheetUnicode.Write(zoomInfo, Path.Combine(folder, "enrichment_zoominfo.csv"));
        Dialect.Salesforce.Write(apollo, Path.Combine(folder, "enrichment_apollo.csv"));
        Dialect.Plain.Write(clearbit, Path.Combine(folder, "enrichment_clearbit.csv"));
        Dialect.Plain.Write(Truth.Accounts(plan, accountRecords), Path.Combine(truth, "accounts-entities.csv"));
        Dialect.Plain.Write(Truth.Contacts(contacts, contactRecords), Path.Combine(truth, "contacts-entities.csv"));
        Dialect.Plain.Write(Truth.Titles(contacts), Path.Combine(truth, "titles.csv"));
        Dialect.Plain.Write(Truth.Enrichment(providers), Path.Combine(truth, "enrichment-values.csv"));
        Dialect.Plain.Write(ledger.Variants, Path.Combine(truth, "variants.csv"));
        ledger.Write(plan, Path.Combine(truth, "planted.json"));
    }
}
