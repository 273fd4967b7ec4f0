using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Segmentation.Load;
using Segmentation.Samples;
using Segmentation.Tables;

namespace Segmentation.Benchmarks;

/// <summary>Reading and profiling apart, warm, with allocations. Whole processes are compared by <see cref="AuditComparison"/>.</summary>
[Config(typeof(InProcess))]
[MemoryDiagnoser]
public class ProfileBenchmarks
{
    private string file = string.Empty;
    private Table table = new("accounts");

    /// <summary>Gets or sets the data rows.</summary>
    [Params(10_000, 100_000)]
    public int Rows { get; set; }

    /// <summary>Writes the file, and reads it once for the benchmarks that start from a table.</summary>
    [GlobalSetup]
    public void Write()
    {
        file = Path.Combine(Directory.CreateTempSubdirectory("segmentation-benchmarks-").FullName, Job.FileName);
        LargeAccounts.Write(file, Rows);
        table = CsvFile.Read(file).Table;
    }

    /// <summary>Removes the file.</summary>
    [GlobalCleanup]
    public void Remove() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    /// <summary>Reads the file into typed columns.</summary>
    [Benchmark]
    public LoadedTable Read() => CsvFile.Read(file);

    /// <summary>Summarises every column exactly.</summary>
    [Benchmark]
    public int Summarise() => ColumnSummary.OfColumns(table).Length;

    /// <summary>Groups by a picklist and a country.</summary>
    [Benchmark]
    public Grouping Group() => table.GroupBy("Industry", "Billing Country");

    // The generated project of the default toolchain would inherit the repository's analyzers and package rules.
    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(BenchmarkDotNet.Jobs.Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
