using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tests.Audit;

namespace Segmentation.Tests.Standardize;

public sealed class TitlePrecisionTests
{
    [Fact]
    public void Precision_counts_contacts_and_carries_the_Wilson_interval()
    {
        // Wilson 95% for 15 of 148: .0623864-.1604872 (published value, see ProportionIntervalTests).
        var sample = new TitleSample { Titles = [new("CEO", 15, TitleLevel.CLevel, "Executive"), new("Owner", 133, TitleLevel.Manager, null), new("Thing", 4, TitleLevel.Unknown, "Sales"), new("VP", 2, null, null)] };
        var precision = TitlePrecision.Measure(sample);
        var officers = precision.Rows.Single(r => r.Answer == "C-Level");
        Assert.Equal((148, 15, "Owner: Manager"), (officers.Labelled, officers.Correct, officers.Mistaken));
        Assert.Equal(.0623864, officers.Interval.Low, 7);
        Assert.Equal(.1604872, officers.Interval.High, 7);
        Assert.Equal((1.0, 4), (precision.Rows.Single(r => r.Answer == "Unknown").Precision, precision.DepartmentsNotFound));
        Assert.Equal((2, 135), (precision.WithoutLevel, precision.WithoutDepartment));
        var director = precision.Rows.Single(r => r.Answer == "Director");
        Assert.Equal((0, 0.0, 1.0), (director.Labelled, director.Interval.Low, director.Interval.High));
        Assert.Null(director.Precision);
    }

    [Fact]
    public void A_sample_is_drawn_by_level_and_the_same_for_the_same_seed()
    {
        var titles = Enumerable.Repeat("CEO", 30).Concat(Enumerable.Repeat("Analyst", 5)).Concat(["VP Sales", "VP"]).ToArray();
        var result = TitleStandardization.Apply(RecordsWorkspace.Of(RecordsWorkspace.Contacts(RecordsWorkspace.Texts(Role.Title, titles))));
        var sample = TitleSample.Draw(result, 20, 7);
        Assert.Equal([("Analyst", 5), ("CEO", 20), ("VP", 1), ("VP Sales", 1)], sample.Titles.Select(t => (t.Title, t.Contacts)));
        Assert.Equal(sample.Titles.AsEnumerable(), TitleSample.Draw(result, 20, 7).Titles);
        Assert.Single(TitleSample.Draw(result, 1, 1).Titles, t => t.Title.StartsWith("VP", StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => TitleSample.Draw(result, 0));
    }

    [Fact]
    public void A_sheet_reads_back_as_it_was_labelled()
    {
        var sample = new TitleSample
        {
            Titles = [new("=1+2\";\n<b>", 1, TitleLevel.Unknown, null), new("CEO, and \"so\" on", 3, TitleLevel.CLevel, "Executive"), new("'quoted", 1, null, null), new("N/A", 2, TitleLevel.IndividualContributor, "None")],
        };
        using var folder = new TemporaryFolder();
        sample.Write(folder["sheet.csv"]);
        Assert.Equal(sample.Titles.AsEnumerable(), TitleSample.Read(folder["sheet.csv"]).Titles);
    }

    [Theory]
    [InlineData("title,contacts,true_level\nCEO,1,Boss\n", "sheet.csv, line 2, column 1: a label is no level; found 'Boss', expected one of C-Level, VP, Director, Manager, IC, Unknown. Write one of them, or leave the cell empty.")]
    [InlineData("title,contacts,true_level\nCEO,0,VP\n", "sheet.csv, line 2, column 1: a number of contacts is none; found '0', expected a whole number of 1 or more. Leave the column as the sample wrote it.")]
    [InlineData("titel,contacts,true_level\nCEO,1,VP\n", "sheet.csv: the labelled sample has no column 'title'; found the columns 'titel', 'contacts', 'true_level', expected 'title', 'contacts', 'true_level', 'true_department'. Draw and write a sample again, and fill its last two columns.")]
    public void A_sheet_that_cannot_be_is_refused(string text, string message)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["sheet.csv"], text);
        Assert.Equal(message, Assert.Throws<WorkspaceException>(() => TitleSample.Read(folder["sheet.csv"])).Message);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("title-sample-");

        public string this[string file] => Path.Combine(folder.FullName, file);

        public void Dispose() => folder.Delete(recursive: true);
    }
}
