using Segmentation.Notebooks.Tests.Session;

namespace Segmentation.Notebooks.Tests.Sql;

/// <summary>Under the mask no way through SQL shows a personal value.</summary>
public sealed class SqlMaskTests : IDisposable
{
    private readonly Probe probe = new(mask: true);

    public void Dispose() => probe.Dispose();

    [Theory]
    [InlineData("select name from people")]
    [InlineData("select name as industry from people")]
    [InlineData("select p.n from (select name as n from people) p")]
    [InlineData("with p as (select name from people) select * from p")]
    [InlineData("select upper(name) from people")]
    [InlineData("select group_concat(name, ';') from people")]
    [InlineData("select max(name) from people")]
    [InlineData("select name || '' from people union select city from people")]
    [InlineData("create view v as select name from people; select * from v")]
    [InlineData("create table t as select name from people; select * from t")]
    [InlineData("create table t as select name from people; create table u as select * from t; select max(name) from u")]
    [InlineData("select @who")]
    [InlineData("select min(phone) from people")]
    [InlineData("select phone + 0 from people")]
    public async Task A_personal_value_is_hidden(string sql)
    {
        await probe.RunAsync("""
            var people = new Table("people", Column.Of("name", ["Zoltan", "ZOLTAN"]).AsPersonal(), Column.Of("city", ["Bonn", "Bern"]), Column.Of("phone", [5551234567.0, 5551234567.0]).AsPersonal());
            var who = "Zoltan";
            """);
        var ran = await probe.RunAsync("#!sql\n" + sql);
        Assert.Null(ran.Error);
        Assert.DoesNotContain("zoltan", ran.Html + ran.Shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("5551234567", (ran.Html + ran.Shown).Replace(",", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("•••", ran.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_personal_stays()
    {
        await probe.RunAsync("""var people = new Table("people", Column.Of("name", ["Zoltan", "Zoe"]).AsPersonal(), Column.Of("city", ["Bonn", "Bonn"]));""");
        Assert.Contains("BONN", await probe.ShowsAsync("#!sql\nselect upper(city) c from people"), StringComparison.Ordinal);
        Assert.Contains("Bonn", await probe.ShowsAsync("#!sql\nselect city, count(distinct name) n from people group by 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_count_is_hidden()
    {
        await probe.RunAsync("""var people = new Table("people", Column.Of("city", Enumerable.Repeat("Bonn", 4).Concat(Enumerable.Repeat("Bern", 5))));""");
        var shown = await probe.ShowsAsync("#!sql\nselect city, count(*) n from people group by 1 order by 1");
        Assert.Contains("Bern    5", shown, StringComparison.Ordinal);
        Assert.Contains("Bonn  < 5", shown, StringComparison.Ordinal);
    }
}
