using System.Diagnostics;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Benchmarks;

/// <summary>Our side of the comparison, done once in this process.</summary>
public static class Job
{
    /// <summary>Load one file and summarise every column exactly.</summary>
    public const string Profile = "profile";

    /// <summary>Open the folder as a workspace and run the whole audit.</summary>
    public const string Audit = "audit";

    /// <summary>Name of the file in the folder.</summary>
    public const string FileName = "accounts.csv";

    /// <summary>Does a job and measures it from inside.</summary>
    /// <param name="job"><see cref="Profile"/> or <see cref="Audit"/>.</param>
    /// <param name="folder">Folder that holds <see cref="FileName"/>.</param>
    public static Measurement Run(string job, string folder)
    {
        var start = Stopwatch.GetTimestamp();
        if (job == Profile)
        {
            var loaded = CsvFile.Read(Path.Combine(folder, FileName));
            var summaries = ColumnSummary.OfColumns(loaded.Table);
            return new Measurement(Stopwatch.GetElapsedTime(start).TotalSeconds, loaded.Table.RowCount, [.. summaries.Select(s => s.Distinct)], Measurement.PeakOfThisProcess());
        }

        if (job != Audit) throw new ArgumentException($"Expected job '{Profile}' or '{Audit}', found '{job}'.", nameof(job));
        var workspace = Workspace.Open(folder);
        GC.KeepAlive(DatabaseAudit.Run(workspace));
        return new Measurement(Stopwatch.GetElapsedTime(start).TotalSeconds, workspace.Accounts.Table.RowCount, [], Measurement.PeakOfThisProcess());
    }
}
