using Segmentation.Assign;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Statistics;
using Segmentation.Tests.Clean;
using Segmentation.Tests.Distribute;

namespace Segmentation.Tests.Outcome;

public sealed class AccuracyAuditTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static RecordAssignment Book => SmallAssignment.Accounts.Dimension("Tier", ["A", "B", "C"], SmallAssignment.Repeat(("A", 600), ("B", 300), ("C", 3), (null, 20))).Run().Accounts!;

    private string Sheet => Path.Combine(folder["audit"], "sheet.csv");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Fifty_accounts_are_drawn_in_proportion_and_a_small_segment_is_taken_whole()
    {
        var audit = AccuracyAudit.Draw(Book, "tier");

        // By hand: C is taken whole; 47 are shared 600 : 300.
        Assert.Equal([new("A", 600, 31), new("B", 300, 16), new AccuracyAuditStratum("C", 3, 3)], audit.Strata.ToArray());
        Assert.Equal(50, audit.Rows.Select(r => r.Id).Distinct().Count());
        Assert.Equal(20, audit.LeftOut);
        Assert.Equal(audit.Rows.ToArray(), AccuracyAudit.Draw(Book, "Tier").Rows.ToArray());
        Assert.NotEqual(audit.Rows.ToArray(), AccuracyAudit.Draw(Book, "Tier", AccuracyAuditOptions.Default with { Seed = 1 }).Rows.ToArray());
    }

    [Fact]
    public void Twenty_contacts_are_drawn_of_each_segment()
    {
        var contacts = SmallAssignment.Contacts.Dimension("Level", ["A", "B"], SmallAssignment.Repeat(("A", 600), ("B", 12))).Run().Contacts!;

        Assert.Equal([20, 12], AccuracyAudit.Draw(contacts).Strata.Select(s => s.Drawn));
    }

    [Fact]
    public void A_sheet_that_nobody_has_filled_in_is_written_anew_and_a_filled_one_is_left()
    {
        var audit = AccuracyAudit.Draw(Book, "Tier");
        Assert.Contains("50 rows to check", audit.Save(Sheet), StringComparison.Ordinal);
        var empty = File.ReadAllText(Sheet);
        audit.Save(Sheet);
        Assert.Equal(empty, File.ReadAllText(Sheet));

        Fill((_, _) => "A", rows: 1);
        var filled = File.ReadAllText(Sheet);

        Assert.Contains("is left as it is: a person has filled in 1 row of it", audit.Save(Sheet), StringComparison.Ordinal);
        Assert.Equal(filled, File.ReadAllText(Sheet));
    }

    [Fact]
    public void A_file_that_is_no_sheet_is_never_written_over()
    {
        Directory.CreateDirectory(folder["audit"]);
        File.WriteAllText(Sheet, "a,b\n1,2\n");

        Assert.Throws<WorkspaceException>(() => AccuracyAudit.Draw(Book, "Tier").Save(Sheet));
        Assert.Equal("a,b\n1,2\n", File.ReadAllText(Sheet));
    }

    [Fact]
    public void Formulas_are_neutralised_and_read_back()
    {
        string?[] values = SmallAssignment.Repeat(("=cmd", 6), ("-B", 6));
        var assigned = SmallAssignment.Accounts.Dimension("Tier", ["=cmd", "-B"], values).Run().Accounts!;
        var audit = AccuracyAudit.Draw(assigned);
        audit.Save(Sheet);

        Assert.DoesNotContain(",=cmd", File.ReadAllText(Sheet), StringComparison.Ordinal);
        Fill((_, assignedAs) => assignedAs);
        var result = AccuracyAudit.Read(Sheet, assigned);
        Assert.Empty(result.Faults);
        Assert.Equal((12, 12), (result.Segments[0].Checked, result.Segments[0].Right));
    }

    /// <summary>By hand: 3 of 31 of A are B, all of B and C are right: (600 · 28/31 + 300 + 3)/903.</summary>
    [Fact]
    public void Accuracy_is_weighted_by_the_segments_sizes()
    {
        AccuracyAudit.Draw(Book, "Tier").Save(Sheet);
        var wrong = 0;
        Fill((_, assigned) => assigned == "A" && wrong++ < 3 ? " b " : assigned.ToLowerInvariant());

        var result = AccuracyAudit.Read(Sheet, Book);

        Assert.Empty(result.Faults);
        Assert.Equal(0, result.Open);
        Assert.Equal(((600 * 28d / 31) + 303) / 903, result.Segments[0].Accuracy!.Value, 12);
        Assert.Equal([("A", 31, 28), ("B", 16, 16), ("C", 3, 3)], result.Segments.Skip(1).Select(s => (s.Segment!, s.Checked, s.Right)));
        Assert.Equal(ProportionInterval.WilsonOfPopulation(28, 31, 600).Low, result.Segments[1].Interval.Low, 12);
        Assert.Equal(new Interval(1, 1), result.Segments[3].Interval);
        Assert.Equal(new AccuracyAuditConfusion("Tier", "A", "B", 3), Assert.Single(result.Confusions));
        Assert.False(result.IsFlagged(result.Segments[1]));
    }

    /// <summary>The playbook flags more than 10%: exactly 10% is none.</summary>
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void More_than_a_tenth_wrong_is_a_flag(int wrong, bool flag)
    {
        var contacts = SmallAssignment.Contacts.Dimension("Level", ["A", "B"], SmallAssignment.Repeat(("A", 600), ("B", 600))).Run().Contacts!;
        AccuracyAudit.Draw(contacts).Save(Sheet);
        var seen = 0;
        Fill((_, assigned) => assigned == "A" && seen++ < wrong ? "Unassigned" : assigned);

        var result = AccuracyAudit.Read(Sheet, contacts);

        Assert.Equal(flag, result.IsFlagged(result.Segments.Single(s => s.Segment == "A")));
    }

    [Fact]
    public void What_cannot_be_used_is_a_finding_with_its_line_and_the_rest_counts()
    {
        AccuracyAudit.Draw(Book, "Tier").Save(Sheet);
        Fill((line, assigned) => line == 3 ? "Gold" : line == 4 ? string.Empty : assigned);
        var lines = File.ReadAllLines(Sheet).ToList();
        lines.Add(lines[1]);
        lines.Add("nobody,Nobody,Tier,A,,A,");
        lines.Add(lines[5].Replace(",A,", ",B,", StringComparison.Ordinal));
        lines[^1] = lines[^1].Replace(",Tier,B", ",Tier,C", StringComparison.Ordinal);
        lines.Add(lines[6].Replace(",Tier,", ",Tears,", StringComparison.Ordinal));
        File.WriteAllLines(Sheet, lines);

        var result = AccuracyAudit.Read(Sheet, Book);

        Assert.Equal(1, result.Open);
        Assert.Equal([3, 52, 53, 54, 55], result.Faults.Select(f => f.Line));
        Assert.Contains("'Gold' is not one of 'A', 'B', 'C', 'Unassigned', 'Excluded'", result.Faults[0].What, StringComparison.Ordinal);
        Assert.Contains("stands in a row before", result.Faults[1].What, StringComparison.Ordinal);
        Assert.Contains("'nobody' is no record", result.Faults[2].What, StringComparison.Ordinal);
        Assert.Contains("stands in a row before", result.Faults[3].What, StringComparison.Ordinal);
        Assert.Contains("'Tears' is not one of 'Tier'", result.Faults[4].What, StringComparison.Ordinal);
        Assert.Equal(48, result.Segments[0].Checked);
    }

    [Fact]
    public void A_record_that_is_in_another_segment_now_is_a_finding()
    {
        AccuracyAudit.Draw(Book, "Tier").Save(Sheet);
        Fill((_, assigned) => assigned);
        var other = SmallAssignment.Accounts.Dimension("Tier", ["A", "B", "C"], SmallAssignment.Repeat(("B", 600), ("A", 300), ("C", 3), (null, 20))).Run().Accounts!;

        var result = AccuracyAudit.Read(Sheet, other);

        Assert.Equal(47, result.Faults.Length);
        Assert.Contains("draw a new one", result.Faults[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_without_answers_says_so()
    {
        AccuracyAudit.Draw(Book).Save(Sheet);

        var result = AccuracyAudit.Read(Sheet, Book);

        Assert.Equal(50, result.Open);
        Assert.Contains("nothing was checked", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_sheet_and_a_missing_column_say_what_to_do()
    {
        Assert.Contains("Draw one with AccuracyAudit.Draw", Assert.Throws<WorkspaceException>(() => AccuracyAudit.Read(Sheet, Book)).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(folder["audit"]);
        File.WriteAllText(Sheet, "id,dimension,assigned segment,note\nR001,Tier,A,\n");
        var error = Assert.Throws<WorkspaceException>(() => AccuracyAudit.Read(Sheet, Book));
        Assert.Contains("has no column 'correct segment'", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Line);
    }

    [Fact]
    public void Several_dimensions_are_checked_on_the_same_records()
    {
        var assigned = SmallAssignment.Accounts.Dimension("Tier", ["A", "B"], SmallAssignment.Repeat(("A", 100), ("B", 100))).Dimension("Region", ["X", "Y"], SmallAssignment.Repeat(("X", 50), ("Y", 150))).Run().Accounts!;
        var audit = AccuracyAudit.Draw(assigned);
        audit.Save(Sheet);
        Fill((_, correct) => correct);

        var result = AccuracyAudit.Read(Sheet, assigned);

        Assert.Equal(100, audit.Rows.Length);
        Assert.Equal([("Tier", 50), ("Region", 50)], result.Segments.Where(s => s.Segment is null).Select(s => (s.Dimension, s.Checked)));
    }

    [Fact]
    public void A_dimension_that_is_not_there_is_refused() => Assert.Throws<ArgumentException>(() => AccuracyAudit.Draw(Book, "Size"));

    /// <summary>Writes answers into the sheet, by its line and the assigned segment.</summary>
    private void Fill(Func<int, string, string> answer, int rows = int.MaxValue)
    {
        var lines = File.ReadAllLines(Sheet);
        for (var i = 1; i < lines.Length && i <= rows; i++)
        {
            var cells = lines[i].Split(',');
            cells[^2] = answer(i + 1, cells[^4]);
            lines[i] = string.Join(',', cells);
        }

        File.WriteAllLines(Sheet, lines);
    }
}
