using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Samples;

/// <summary>What the reader finds in the samples is what was planted. Authority: <c>truth/planted.json</c> and the codebook.</summary>
public sealed class LoadRecoveryTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    [Theory]
    [InlineData("accounts.csv", EntityKind.Accounts, "Salesforce", ',')]
    [InlineData("contacts.csv", EntityKind.Contacts, "HubSpot", ';')]
    [InlineData("arr_history.csv", EntityKind.ArrHistory, null, '|')]
    [InlineData("engagement.csv", EntityKind.Engagement, null, '\t')]
    [InlineData("users.csv", EntityKind.Users, "Salesforce", ',')]
    [InlineData("enrichment_zoominfo.csv", EntityKind.Enrichment, "ZoomInfo", '\t')]
    [InlineData("enrichment_apollo.csv", EntityKind.Enrichment, "Apollo", ',')]
    [InlineData("enrichment_clearbit.csv", EntityKind.Enrichment, "Clearbit", ',')]
    public void Every_file_is_recognised_from_its_headers(string file, EntityKind kind, string? system, char delimiter)
    {
        var export = samples.Export(file);
        Assert.Equal((kind, system, delimiter), (export.Kind, export.System, export.Load.Delimiter));
    }

    [Theory]
    [InlineData("accounts.csv", "utf-8")]
    [InlineData("contacts.csv", "windows-1252")]
    [InlineData("enrichment_zoominfo.csv", "utf-16le")]
    public void Encodings_are_found(string file, string encoding) => Assert.Equal(encoding, samples.Export(file).Load.Encoding);

    [Fact]
    public void As_of_launch_and_currency_are_known()
    {
        Assert.Equal(SampleFiles.Truth().GetProperty("asOf").GetDateTime(), samples.Workspace.AsOf);
        Assert.Equal(SampleFiles.Truth().GetProperty("launch").GetDateTime(), samples.Workspace.Launch);
        Assert.Equal("USD", samples.Workspace.Currency);
    }

    [Theory]
    [InlineData("accounts.csv", "accounts")]
    [InlineData("contacts.csv", "contacts")]
    [InlineData("engagement.csv", "engagement")]
    public void Ragged_rows_are_kept_aside(string file, string name)
    {
        var load = samples.Export(file).Load;
        Assert.Equal((SampleFiles.Planted($"{name}/rows"), SampleFiles.Planted($"{name}/ragged-rows")), (load.Rows, load.RowsAside.RowCount));
    }

    [Theory]
    [InlineData("accounts.csv", "accounts")]
    [InlineData("contacts.csv", "contacts")]
    public void Disguised_nulls_are_counted_by_token(string file, string name)
    {
        var found = samples.Export(file).Load.Columns.SelectMany(c => c.DisguisedNulls.Select(d => ($"{c.Column}/{d.Key}", (long)d.Value)));
        Assert.Equal(SampleFiles.PlantedBelow($"{name}/disguised-nulls").Select(p => (p.Key, p.Value)).Order(), found.Order());
    }

    [Theory]
    [InlineData("accounts.csv", "Account ID", ColumnType.Text)]
    [InlineData("accounts.csv", "Employees", ColumnType.Number)]
    [InlineData("accounts.csv", "ARR", ColumnType.Number)]
    [InlineData("accounts.csv", "Billing Zip/Postal Code", ColumnType.Text)]
    [InlineData("accounts.csv", "Contract_Start_Date__c", ColumnType.Date)]
    [InlineData("accounts.csv", "Last Modified Date", ColumnType.Date)]
    [InlineData("contacts.csv", "Contact Score", ColumnType.Number)]
    [InlineData("contacts.csv", "Unsubscribed from all email", ColumnType.Boolean)]
    [InlineData("contacts.csv", "Create Date", ColumnType.Date)]
    [InlineData("engagement.csv", "Feature Adoption", ColumnType.Number)]
    public void Types_are_found(string file, string column, ColumnType type) => Assert.Equal(type, samples.Decision(file, column).Type);

    [Theory]
    [InlineData("accounts.csv", "Last_QBR_Date__c", true)]
    [InlineData("accounts.csv", "Created Date", false)]
    [InlineData("accounts.csv", "Contract_End_Date__c", false)]
    [InlineData("contacts.csv", "Create Date", false)]
    [InlineData("contacts.csv", "Last Activity Date", false)]
    public void A_date_order_is_undecidable_only_where_no_day_is_above_12(string file, string column, bool undecidable) => Assert.Equal(undecidable, samples.Decision(file, column).Undecidable);

    [Fact]
    public void Values_that_are_no_number_are_kept_aside() => Assert.Equal(SampleFiles.Planted("accounts/unreadable-employees"), samples.Decision("accounts.csv", "Employees").Unreadable);

    [Fact]
    public void Contract_starts_in_the_other_date_order_are_read_by_their_day()
    {
        // 27/03/2019 in a month-first column: the day is above 12, so only one reading is left. The raw file says which rows.
        var table = samples.Export("accounts.csv").Table;
        var raw = SampleFiles.Read("accounts.csv").Rows;
        var rows = Enumerable.Range(0, raw.Count).Where(r => raw[r]["Contract_Start_Date__c"] is { Length: > 0 } text && int.Parse(text.Split('/')[0], System.Globalization.CultureInfo.InvariantCulture) > 12).ToList();
        Assert.Equal(SampleFiles.Planted("accounts/mixed-order-dates"), rows.Count);
        Assert.All(rows, r => Assert.Equal(raw[r]["Contract_Start_Date__c"], table.Date("Contract_Start_Date__c")[r]?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Currency_text_adds_up_to_the_cent()
    {
        // The raw sum is made here from the text, dollars sign, comma and trailing space removed.
        var raw = SampleFiles.Read("accounts.csv").Rows.Select(r => r["ARR"]).Where(a => a.Contains('$', StringComparison.Ordinal))
            .Sum(a => decimal.Parse(a.Replace("$", string.Empty, StringComparison.Ordinal), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture));
        var arr = samples.Export("accounts.csv").Table.Number("ARR");
        Assert.Equal(raw, Enumerable.Range(0, arr.Length).Where(r => !arr.IsNull(r)).Sum(r => (decimal)arr.Values[r]));
    }

    [Fact]
    public void Leading_zeros_and_line_breaks_survive()
    {
        var table = samples.Export("accounts.csv").Table;
        Assert.Equal(
            SampleFiles.Read("accounts.csv").Rows.Select(r => (r["Billing Zip/Postal Code"], r["Billing Street"])),
            Enumerable.Range(0, table.RowCount).Select(r => (table["Billing Zip/Postal Code"].Raw(r), table["Billing Street"].Raw(r))));
    }
}
