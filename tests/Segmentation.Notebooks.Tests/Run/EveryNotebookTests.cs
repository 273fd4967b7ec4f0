using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Notebooks.Documents;
using Segmentation.Notebooks.Run;
using Segmentation.Tables;
using Spectre.Console;

namespace Segmentation.Notebooks.Tests.Run;

/// <summary>The notebooks of this repository run on its sample data, and hold no stored outputs.</summary>
[Collection(OneRunAtATime.Name)]
public sealed class EveryNotebookTests
{
    // Letters outside ASCII as they are, so that a name is found as it is written.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Notebooks => [.. Directory.GetFiles(Path.Combine(Repository.Folder, "notebooks"), "*.ipynb").Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)];

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
            foreach (var name in Directory.GetFiles(Path.Combine(Repository.Folder, "notebooks"), "*.ipynb").Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal))
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
        Assert.DoesNotContain(Notebook.Read(Path.Combine(Path.Combine(Repository.Folder, "notebooks"), name + ".ipynb")).Cells, c => c.HasStoredOutputs);

    [Fact]
    public async Task The_evidence_of_the_sample_framework_names_results_that_notebooks_show()
    {
        var evidence = new[] { "framework.yaml", "framework-v0.yaml" }.SelectMany(f => FrameworkStatus.Of(SegmentationFramework.Load(Path.Combine(Path.Combine(Repository.Folder, "notebooks"), "..", "data-samples", f))).Items)
            .Select(i => i.Standing.Evidence).OfType<string>().Distinct().Select(e => e.Split(": ")).ToLookup(e => e[0], e => e[1]);
        Assert.NotEmpty(evidence);
        foreach (var notebook in evidence)
        {
            var shown = (await ResultsAsync(notebook.Key)).Select(r => (string)r!["name"]!).ToHashSet(StringComparer.Ordinal);
            Assert.All(notebook, name => Assert.Contains(name, shown));
        }
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task A_masked_run_names_no_person_and_no_customer(string name)
    {
        var target = Directory.CreateTempSubdirectory("masked-notebook");
        try
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(TextWriter.Null) });
            Assert.Equal(0, await CommandLine.RunAsync(["run", Path.Combine(Path.Combine(Repository.Folder, "notebooks"), name + ".ipynb"), "--out", target.FullName, "--mask"], console));
            var results = await File.ReadAllTextAsync(Path.Combine(target.FullName, name + ".json"));
            var outputs = string.Concat(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(target.FullName, name + ".ipynb")))!["cells"]!.AsArray().Select(c => c!["outputs"]?.ToJsonString(Readable)));
            Assert.DoesNotContain(Personal(), n => outputs.Contains(n, StringComparison.Ordinal) || results.Contains(n, StringComparison.Ordinal));
        }
        finally
        {
            target.Delete(recursive: true);
        }
    }

    /// <summary>Names of the samples' customers, of their users, and of a twentieth of the contacts, all long enough to stand for nothing else.</summary>
    private static HashSet<string> Personal()
    {
        const int Long = 8;
        const int Every = 20;
        var exports = Workspace.Open(Path.Combine(Path.Combine(Repository.Folder, "notebooks"), "..", "data-samples"));
        var contacts = exports.Contacts;
        var (first, last) = ((TextColumn)contacts.Require(Role.FirstName), (TextColumn)contacts.Require(Role.LastName));
        var users = (TextColumn)exports.Require(EntityKind.Users).Require(Role.FullName);
        var accounts = (TextColumn)exports.Accounts.Require(Role.AccountName);
        return
        [
            .. Enumerable.Range(0, accounts.Length).Select(r => accounts[r]).Concat(Enumerable.Range(0, users.Length).Select(r => users[r]))
                .Concat(Enumerable.Range(0, first.Length / Every).Select(r => $"{first[r * Every]} {last[r * Every]}")).OfType<string>().Where(n => n.Length >= Long),
        ];
    }

    private static async Task<JsonArray> ResultsAsync(string name, params string[] more)
    {
        var target = Directory.CreateTempSubdirectory("every-notebook");
        var said = new StringWriter();
        try
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(said) });
            var exit = await CommandLine.RunAsync(["run", Path.Combine(Path.Combine(Repository.Folder, "notebooks"), name + ".ipynb"), "--out", target.FullName, .. more], console);
            Assert.True(exit == 0, said.ToString());
            return JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(target.FullName, name + ".json")))!["results"]!.AsArray();
        }
        finally
        {
            target.Delete(recursive: true);
        }
    }
}
