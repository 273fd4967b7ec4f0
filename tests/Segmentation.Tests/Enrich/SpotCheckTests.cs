using Segmentation.Enrich;
using Segmentation.Load;

namespace Segmentation.Tests.Enrich;

public sealed class SpotCheckTests : IDisposable
{
    private static readonly EnrichmentResult Filled = AccountEnrichment.Run(
        EnrichFolder.Open(
            ("accounts.csv", "Account ID,Account Name,Website,Industry,Employees,Billing City,ARR\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"A{i},=Company {i},company{i}.example,Retail,,,1\n"))),
            ("zoominfo.csv", "ZoomInfo Company ID,Company Name,Website,Employees,Company City\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},Company {i},company{i}.example,{i},\"City, {i}\"\n")))),
        EnrichmentDecisions.Parse("fields: {accounts: [employees, city]}"));

    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("spot-check").FullName, "sheet.csv");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    private SpotCheckResult Answered(params IEnumerable<string> answers)
    {
        var lines = SpotCheck.Draw(Filled).Sheet.ToCsv().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        File.WriteAllLines(file, lines.Select((line, i) => i == 0 ? line : line + answers.ElementAtOrDefault(i - 1)));
        return SpotCheck.Read(file);
    }

    [Fact]
    public void Twenty_records_are_drawn_one_value_each_the_same_for_the_same_seed()
    {
        var check = SpotCheck.Draw(Filled);
        Assert.Equal((20, 60), (check.Values.Select(v => v.Record).Distinct().Count(), check.Population));
        Assert.Equal(check.Sheet.ToCsv(), SpotCheck.Draw(Filled).Sheet.ToCsv());
        Assert.NotEqual(check.Sheet.ToCsv(), SpotCheck.Draw(Filled, seed: 7).Sheet.ToCsv());
        Assert.Equal(2, check.Values.Select(v => v.Field).Distinct().Count());
        Assert.All(SpotCheck.Draw(Filled, field: Role.City).Values, v => Assert.Equal(Role.City, v.Field));
    }

    [Fact]
    public void Three_wrong_of_twenty_are_fifteen_percent_and_a_flag_with_their_interval()
    {
        // 3 of 20: .052-.360 (reference table of Wilson intervals); the playbook flags more than 10%.
        var result = Answered([.. Enumerable.Repeat("wrong", 3), .. Enumerable.Repeat("right", 17)]);
        Assert.Equal((17, 3, 0, 0), (result.Right, result.Wrong, result.Unclear, result.Open));
        Assert.Equal(.15, result.WrongShare!.Value, 12);
        Assert.Equal(.052, result.Interval.Low, 3);
        Assert.Equal(.360, result.Interval.High, 3);
        Assert.True(result.IsFlagged);
        Assert.Equal("3 of 20 are wrong: 15.0%, interval 5.2% to 36.0%, above the limit of 10%; the interval holds the limit, so that this many cannot tell on which side of it all the filled values are.", result.Verdict());
        Assert.Equal(3, result.WrongRows.RowCount);
    }

    [Fact]
    public void Exactly_the_limit_is_no_flag() => Assert.False(Answered([.. Enumerable.Repeat("no", 2), .. Enumerable.Repeat("Yes", 18)]).IsFlagged);

    [Fact]
    public void Unclear_and_open_answers_are_counted_apart()
    {
        var result = Answered("right", "?", "unclear", "wrong");
        Assert.Equal((1, 1, 2, 16), (result.Right, result.Wrong, result.Unclear, result.Open));
        Assert.Equal(.5, result.WrongShare);
        Assert.Equal("Nothing was checked.", Answered().Verdict());
    }

    [Fact]
    public void An_answer_that_is_not_known_is_refused_with_its_line()
    {
        var error = Assert.Throws<WorkspaceException>(() => Answered("right", "perhaps"));
        Assert.Equal(("sheet.csv", 3), (error.File, error.Line));
        Assert.Contains("found 'perhaps', expected right, wrong or unclear", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_without_its_columns_is_refused()
    {
        File.WriteAllText(file, "record,field\nA1,employees\n");
        Assert.Contains("the sheet has no column 'provider'", Assert.Throws<WorkspaceException>(() => SpotCheck.Read(file)).Message, StringComparison.Ordinal);
    }
}
