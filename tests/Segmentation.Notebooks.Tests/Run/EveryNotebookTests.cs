using System.Text.Json.Nodes;
using Segmentation.Notebooks.Documents;
using Segmentation.Notebooks.Run;
using Spectre.Console;

namespace Segmentation.Notebooks.Tests.Run;

/// <summary>The notebooks of this repository run on its sample data, and hold no stored outputs.</summary>
[Collection(OneRunAtATime.Name)]
public sealed class EveryNotebookTests
{
    public static TheoryData<string> Notebooks => [.. Directory.GetFiles(Folder(), "*.ipynb").Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task A_notebook_runs_on_the_sample_data(string name) => Assert.NotEmpty(await ResultsAsync(name));

    [Theory]
    [InlineData("accounts.csv", "Id,Name,Industry,NumberOfEmployees\n001A,<b>x</b>,Tech,10\n")]
    [InlineData("contacts.csv", "ContactId,FirstName,LastName,Email\n003A,Ada,Testwood,ada@testwood.example\n")]
    [InlineData("weather.csv", "date,temperature\n2024-01-01,12.5\n")]
    [InlineData("accounts.csv", "Id,Name,Industry,NumberOfEmployees\n")]
    [InlineData("accounts.csv", "")]
    public async Task Every_notebook_answers_for_a_folder_that_holds_next_to_nothing(string file, string csv)
    {
        var exports = Directory.CreateTempSubdirectory("next-to-nothing");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(exports.FullName, file), csv);
            foreach (var name in Directory.GetFiles(Folder(), "*.ipynb").Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal))
                Assert.NotEmpty(await ResultsAsync(name, "--data", exports.FullName));
        }
        finally
        {
            exports.Delete(recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_notebook_holds_no_stored_outputs(string name) =>
        Assert.DoesNotContain(Notebook.Read(Path.Combine(Folder(), name + ".ipynb")).Cells, c => c.HasStoredOutputs);

    private static async Task<JsonArray> ResultsAsync(string name, params string[] more)
    {
        var target = Directory.CreateTempSubdirectory("every-notebook");
        var said = new StringWriter();
        try
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(said) });
            var exit = await CommandLine.RunAsync(["run", Path.Combine(Folder(), name + ".ipynb"), "--out", target.FullName, .. more], console);
            Assert.True(exit == 0, said.ToString());
            return JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(target.FullName, name + ".json")))!["results"]!.AsArray();
        }
        finally
        {
            target.Delete(recursive: true);
        }
    }

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Analysis.sln"))) return Path.Combine(at.FullName, "notebooks");
        }

        throw new DirectoryNotFoundException("No Analysis.sln above the tests: they run inside the repository.");
    }
}
