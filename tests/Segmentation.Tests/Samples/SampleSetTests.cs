using System.Globalization;
using Segmentation.Samples;

namespace Segmentation.Tests.Samples;

/// <summary>Authority for every count: what the generator says it planted, in <c>data-samples/truth/planted.json</c>.</summary>
public sealed class SampleSetTests
{
    [Fact]
    public void Generator_makes_the_committed_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("samples-").FullName;
        try
        {
            SampleSet.Write(folder);
            var made = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(14, made.Count);
            foreach (var file in made)
                Assert.True(File.ReadAllBytes(Path.Combine(folder, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(SampleFiles.Folder, file))), $"{file} differs from data-samples/{file}; run the generator and commit both.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Committed_files_stay_small() =>
        Assert.InRange(Directory.EnumerateFiles(SampleFiles.Folder, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".csv", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal)).Where(f => !f.Contains("generator", StringComparison.Ordinal)).Sum(f => new FileInfo(f).Length), 1, 12_000_000);

    [Theory]
    [InlineData("accounts.csv", "accounts")]
    [InlineData("contacts.csv", "contacts")]
    [InlineData("engagement.csv", "engagement")]
    public void Readable_and_ragged_rows_are_as_planted(string file, string name)
    {
        var (rows, ragged) = SampleFiles.Read(file);
        Assert.Equal(SampleFiles.Planted($"{name}/rows"), rows.Count);
        Assert.Equal(SampleFiles.Planted($"{name}/ragged-rows"), ragged);
    }

    [Theory]
    [InlineData("arr_history.csv", "arr/rows")]
    [InlineData("users.csv", "users/rows")]
    [InlineData("enrichment_zoominfo.csv", "enrichment/zoominfo/rows")]
    [InlineData("enrichment_apollo.csv", "enrichment/apollo/rows")]
    [InlineData("enrichment_clearbit.csv", "enrichment/clearbit/rows")]
    public void Rows_are_as_planted(string file, string path) => Assert.Equal((SampleFiles.Planted(path), 0), (SampleFiles.Read(file).Rows.Count, SampleFiles.Read(file).Ragged));

    [Theory]
    [InlineData("accounts.csv", "accounts")]
    [InlineData("contacts.csv", "contacts")]
    public void Disguised_nulls_and_variants_are_as_planted(string file, string name)
    {
        var rows = SampleFiles.Read(file).Rows;
        var headers = rows[0].Keys.ToDictionary(h => h.Trim(), StringComparer.Ordinal);
        foreach (var (path, count) in SampleFiles.PlantedBelow($"{name}/disguised-nulls"))
        {
            var column = headers.Keys.Single(h => path.StartsWith(h + "/", StringComparison.Ordinal));
            Assert.Equal((path, count), (path, rows.Count(r => r[headers[column]] == path[(column.Length + 1)..])));
        }

        foreach (var variant in SampleFiles.Read("truth/variants.csv").Rows.Where(v => v["file"] == file))
            Assert.Equal((variant["written"], variant["records"]), (variant["written"], rows.Count(r => r[variant["column"]] == variant["written"]).ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Hostile_text_is_as_planted()
    {
        var accounts = SampleFiles.Read("accounts.csv").Rows;
        var contacts = SampleFiles.Read("contacts.csv").Rows;
        Assert.Equal(SampleFiles.Planted("accounts/formula-like"), accounts.Count(r => r["Account Name"][0] is '=' or '@' or '+' or '-'));
        Assert.Equal(SampleFiles.Planted("contacts/formula-like"), contacts.Count(r => r["Job Title"].Length > 1 && r["Job Title"][0] is '=' or '@' or '+' or '-' && r["Job Title"] != "-"));
        Assert.Equal(SampleFiles.Planted("accounts/markup"), accounts.Count(r => r["Account Name"].Contains('<', StringComparison.Ordinal)));
        Assert.Equal(SampleFiles.Planted("contacts/markup"), contacts.Count(r => r["Job Title"].Contains('<', StringComparison.Ordinal)));
        Assert.Contains(accounts, r => r["Account Name"] == "<script>alert(1)</script>");
    }

    [Fact]
    public void Impossible_values_are_as_planted()
    {
        var asOf = DateOnly.Parse(SampleFiles.Truth().GetProperty("asOf").GetString()!, CultureInfo.InvariantCulture);
        var accounts = SampleFiles.Read("accounts.csv").Rows;
        Assert.Equal(SampleFiles.Planted("accounts/negative-arr"), accounts.Count(r => r["ARR"].StartsWith("-$", StringComparison.Ordinal)));
        Assert.Equal(SampleFiles.Planted("accounts/negative-employees"), accounts.Count(r => r[" Employees "].Length > 1 && r[" Employees "][0] == '-'));
        Assert.Equal(SampleFiles.Planted("accounts/zero-employees"), accounts.Count(r => r[" Employees "] == "0"));
        Assert.Equal(SampleFiles.Planted("accounts/future-created"), accounts.Count(r => Us(r["Created Date"]) > asOf));
        Assert.Equal(SampleFiles.Planted("accounts/future-activity"), accounts.Count(r => Us(r["Last Activity"]) > asOf));
        Assert.Equal(SampleFiles.Planted("accounts/end-before-start"), accounts.Count(r => Us(r["Contract_End_Date__c"]) < Us(r["Contract_Start_Date__c"])));
        Assert.Equal(SampleFiles.Planted("accounts/mixed-order-dates"), accounts.Count(r => r["Contract_Start_Date__c"].Length > 0 && Us(r["Contract_Start_Date__c"]) is null));
        Assert.Equal(SampleFiles.Planted("arr/negative-rows"), SampleFiles.Read("arr_history.csv").Rows.Count(r => r["arr"][0] == '-'));
        Assert.Equal(SampleFiles.Planted("contacts/bounced"), SampleFiles.Read("contacts.csv").Rows.Count(r => r["Email hard bounce reason"].Length > 0));
    }

    [Fact]
    public void No_value_of_the_review_date_tells_day_from_month() =>
        Assert.All(SampleFiles.Read("accounts.csv").Rows.Where(r => r["Last_QBR_Date__c"].Length > 0), r => Assert.True(int.Parse(r["Last_QBR_Date__c"][..2], CultureInfo.InvariantCulture) <= 12));

    [Fact]
    public void Every_record_has_its_truth_and_entities_add_up()
    {
        var accounts = SampleFiles.Read("truth/accounts-entities.csv").Rows;
        Assert.Equal(SampleFiles.Read("accounts.csv").Rows.Select(r => r["Account ID"]), accounts.Select(r => r["account_id"]));
        Assert.Equal(SampleFiles.Planted("accounts/entities"), accounts.Where(r => r["entity_id"].Length > 0).DistinctBy(r => r["entity_id"]).Count());
        Assert.Equal(SampleFiles.Planted("accounts/rows"), SampleFiles.Planted("accounts/entities") + SampleFiles.PlantedBelow("accounts/duplicates").Values.Sum() + SampleFiles.Planted("accounts/test") + SampleFiles.Planted("accounts/internal"));
        var contacts = SampleFiles.Read("truth/contacts-entities.csv").Rows;
        Assert.Equal(SampleFiles.Read("contacts.csv").Rows.Select(r => r["Record ID - Contact"]), contacts.Select(r => r["contact_id"]));
        Assert.Equal(SampleFiles.Planted("contacts/entities") + SampleFiles.Planted("contacts/namesakes"), contacts.Where(r => r["entity_id"].Length > 0).DistinctBy(r => r["entity_id"]).Count());
        Assert.Equal(SampleFiles.PlantedBelow("contacts/orphans").Values.Sum(), contacts.Count(r => r["orphan"].Length > 0));
    }

    [Fact]
    public void Orphans_are_the_contacts_whose_account_is_missing_or_does_not_exist()
    {
        var ids = SampleFiles.Read("accounts.csv").Rows.Select(r => r["Account ID"]).ToHashSet(StringComparer.Ordinal);
        var orphans = SampleFiles.Read("contacts.csv").Rows.Where(r => !ids.Contains(r["Salesforce Account ID"])).Select(r => r["Record ID - Contact"]);
        Assert.Equal(SampleFiles.Read("truth/contacts-entities.csv").Rows.Where(r => r["orphan"].Length > 0).Select(r => r["contact_id"]), orphans);
        var unknown = SampleFiles.Read("arr_history.csv").Rows.Where(r => !ids.Contains(r["account_id"])).ToList();
        Assert.Equal((SampleFiles.Planted("arr/unknown-account-rows"), SampleFiles.Planted("arr/unknown-accounts")), (unknown.Count, unknown.DistinctBy(r => r["account_id"]).Count()));
    }

    [Theory]
    [InlineData("SMB")]
    [InlineData("Mid-Market")]
    [InlineData("Enterprise")]
    public void Churn_before_the_launch_is_within_four_standard_errors_of_the_planted_hazard(string tier)
    {
        // A month at risk is a month that was paid, up to the first churn; industries with a factor are left out. Var = h (1 - h) / n.
        var truth = SampleFiles.Truth();
        var launch = truth.GetProperty("launch").GetString()!;
        var planted = truth.GetProperty("tiers").EnumerateArray().Single(t => t.GetProperty("name").GetString() == tier).GetProperty("monthlyHazard").GetDouble();
        var months = SampleFiles.Read("arr_history.csv").Rows.Where(r => string.CompareOrdinal(r["month"], launch) < 0).ToLookup(r => r["account_id"], StringComparer.Ordinal);
        var (atRisk, churned) = (0, 0);
        foreach (var account in SampleFiles.Read("truth/accounts-entities.csv").Rows.Where(r => r["true_tier"] == tier && r["true_industry"] is not ("Retail" or "Healthcare") && r["monthly_hazard"].Length > 0))
        {
            var churn = account["churn_month"];
            var paid = months[account["account_id"]].Count(r => churn.Length == 0 || string.CompareOrdinal(r["month"], churn) < 0);
            var isChurned = churn.Length > 0 && string.CompareOrdinal(churn, launch) < 0;
            if (paid == 0) continue;
            atRisk += paid - 1 + (isChurned ? 1 : 0);
            churned += isChurned ? 1 : 0;
        }

        var error = Math.Sqrt(planted * (1 - planted) / atRisk);
        Assert.InRange((double)churned / atRisk, planted - (4 * error), planted + (4 * error));
    }

    [Fact]
    public void Providers_know_a_third_each_and_four_in_five_together()
    {
        var rows = SampleFiles.Read("truth/enrichment-values.csv").Rows;
        var companies = (double)SampleFiles.Planted("accounts/entities");
        Assert.InRange(rows.DistinctBy(r => r["entity_id"]).Count() / companies, .78, .83);
        Assert.InRange(rows.Count(r => r["provider"] == "zoominfo") / companies, .28, .33);
        Assert.Equal(SampleFiles.PlantedBelow("enrichment").Where(c => c.Key.EndsWith("/wrong", StringComparison.Ordinal)).Sum(c => c.Value), rows.Count(r => r["employees"] == "wrong"));
    }

    [Theory]
    [InlineData("accounts.csv")]
    [InlineData("contacts.csv")]
    [InlineData("arr_history.csv")]
    [InlineData("engagement.csv")]
    [InlineData("users.csv")]
    public void Codebook_names_every_column(string file)
    {
        var codebook = File.ReadAllText(Path.Combine(SampleFiles.Folder, "README.md"));
        Assert.All(SampleFiles.Read(file).Rows[0].Keys, header => Assert.Contains(header, codebook, StringComparison.Ordinal));
    }

    private static DateOnly? Us(string value) => DateOnly.TryParseExact(value, "M/d/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
