using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tables;

namespace Segmentation.Benchmarks;

/// <summary>Standardising 1,000,000 values of a picklist: the cost is that of the distinct values, and one pass over their codes.</summary>
[Config(typeof(InProcess))]
[MemoryDiagnoser]
public class PicklistBenchmarks
{
    private const int Rows = 1_000_000;
    private static readonly string[] Words = ["Software", "Foundry", "Grocers", "Clinics", "Leasing", "Freight", "Consulting", "Academy", "Builders", "Studios"];
    private Workspace workspace = null!;
    private TextColumn column = null!;
    private Dictionary<string, string> map = [];

    /// <summary>Gets or sets the distinct values among the rows.</summary>
    [Params(20, 1_000, 100_000)]
    public int Distinct { get; set; }

    /// <summary>Writes and opens an export in which half of the values are the other half in capitals.</summary>
    [GlobalSetup]
    public void Open()
    {
        var folder = Directory.CreateTempSubdirectory("segmentation-benchmarks-").FullName;
        using (var writer = new StreamWriter(Path.Combine(folder, Job.FileName)))
        {
            writer.WriteLine("Account ID,Account Name,Industry");
            for (var row = 0; row < Rows; row++) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A{row:0000000},Account {row % 1_000},{Value(row % Distinct)}"));
        }

        workspace = Workspace.Open(folder);
        Directory.Delete(folder, recursive: true);
        column = workspace.Accounts.Table.Text("Industry");
        map = column.Dictionary.ToArray().ToDictionary(v => v, v => v.ToUpperInvariant());
    }

    /// <summary>For scale: one look-up a row.</summary>
    [Benchmark(Baseline = true)]
    public int LookUpEveryRow()
    {
        var letters = 0;
        for (var row = 0; row < Rows; row++) letters += map[column[row]!].Length;
        return letters;
    }

    /// <summary>One look-up a distinct value, and the codes of the rows.</summary>
    [Benchmark]
    public TextColumn MapDistinctValues() => column.Map(v => map[v]);

    /// <summary>What standardising would do.</summary>
    [Benchmark]
    public PicklistProposals Propose() => PicklistStandardization.Propose(workspace);

    /// <summary>Standardising, with every changed cell recorded.</summary>
    [Benchmark]
    public PicklistResult Apply() => PicklistStandardization.Apply(workspace);

    private static string Value(int number)
    {
        var value = string.Create(CultureInfo.InvariantCulture, $"{Words[number / 2 % Words.Length]} {number / 20}");
        return number % 2 == 0 ? value : value.ToUpperInvariant();
    }

    // The generated project of the default toolchain would inherit the repository's analyzers and package rules.
    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(BenchmarkDotNet.Jobs.Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
