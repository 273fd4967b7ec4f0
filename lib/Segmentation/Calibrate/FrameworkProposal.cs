using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>The next version of a framework as calibration proposes it: what changes, every change ASSUMED with its evidence, and how many accounts and how much ARR move.</summary>
public sealed record FrameworkProposal : Result
{
    private FrameworkProposal(FrameworkRecords records, string? folder) => (Records, Folder) = (records, folder);

    /// <inheritdoc/>
    public override string ResultName => "framework-proposal";

    /// <summary>Gets the framework that holds.</summary>
    public required SegmentationFramework Before { get; init; }

    /// <summary>Gets the framework proposed: the next version.</summary>
    public required SegmentationFramework Framework { get; init; }

    /// <summary>Gets what else is to be said, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Gets the accounts that move, from where to where, and the rule that moves them.</summary>
    public required WhatIfResult WhatIf { get; init; }

    /// <summary>Gets what changed, in words.</summary>
    public FrameworkDiff Diff => FrameworkDiff.Between(Before, Framework);

    /// <summary>Gets the folder of the exports, into which nothing is written; null where there is none.</summary>
    internal string? Folder { get; }

    /// <summary>Gets the accounts.</summary>
    internal FrameworkRecords Records { get; }

    /// <summary>Returns the next version of the framework that the data were taken with.</summary>
    /// <param name="data">The data.</param>
    /// <param name="results">What was calibrated. One that recommends no change changes nothing, and is said.</param>
    /// <param name="dimensions">The dimensions of accounts to keep, by name; all where null. Those of contacts stay.</param>
    public static FrameworkProposal Of(CalibrationData data, IEnumerable<CalibrationResult> results, IEnumerable<string>? dimensions = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(results);
        var (framework, notes) = (data.Framework, new List<string>());
        foreach (var result in results)
        {
            if (result.IsChange) framework = framework.With(result.ToDimension(framework));
            else notes.Add($"{result.Field}: {result.Why.FirstOrDefault() ?? "no change is recommended."}");
        }

        if (dimensions is not null) framework = Keep(framework, [.. dimensions], notes);
        var changed = FrameworkDiff.Between(data.Framework, framework).Changes;
        if (changed.IsEmpty) notes.Add($"Nothing changes: {data.Framework.Version} stays as it is.");
        else if (Next(framework.Version) is { } next) framework = framework.AsVersion(next);
        else notes.Add($"The version stays {framework.Version}: raise it by hand.");
        return new(data.Today, data.Folder) { Before = data.Framework, Framework = framework, Notes = [.. notes], WhatIf = Assign.WhatIf.Compare(data.Today, data.Framework, framework) };
    }

    /// <summary>Returns the same from results given one by one.</summary>
    /// <param name="data">The data.</param>
    /// <param name="results">What was calibrated.</param>
    public static FrameworkProposal Of(CalibrationData data, params ReadOnlySpan<CalibrationResult> results) => Of(data, results.ToArray(), null);

    /// <summary>Writes the proposed framework to a file, for people to correct.</summary>
    /// <param name="path">The file, outside the folder of the exports.</param>
    /// <param name="overwrite">Whether an existing file may be replaced. Default false: what a person wrote is never lost.</param>
    /// <returns>The file's full path.</returns>
    /// <exception cref="WorkspaceException">The file lies in the folder of the exports, or exists and <paramref name="overwrite"/> is false.</exception>
    public string Save(string path, bool overwrite = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        if (Folder is not null && full.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new WorkspaceException($"the proposed framework cannot be saved to '{path}'", "a place in the folder of the exports", "one outside",
                "Save it beside the other outputs, read it, and copy it over framework.yaml yourself once it is agreed.", Path.GetFileName(path));
        }

        if (Path.GetDirectoryName(full) is { Length: > 0 } directory) Directory.CreateDirectory(directory);
        Framework.Save(full, overwrite);
        return full;
    }

    /// <summary>Returns one row a segment of accounts that is new or has another rule: criteria, accounts and ARR before and as proposed, evidence, question.</summary>
    public override Table ToTable()
    {
        var all = Framework.DimensionsOf(EntityKind.Accounts).SelectMany(d => d.Segments.Select(s => (Dimension: d, Segment: s, Before: Before.Dimensions.FirstOrDefault(b => b.Name == d.Name)?.Segments.FirstOrDefault(b => b.Name == s.Name))))
            .Where(s => s.Before is null || !s.Before.Criteria.SameRule(s.Segment.Criteria)).ToArray();
        var (was, now) = (Assignment.Run(Before, Records), Assignment.Run(Framework, Records));
        return new(
            $"{Before.Version} → {Framework.Version}",
            Column.Of("dimension", all.Select(s => s.Dimension.Name)),
            Column.Of("segment", all.Select(s => s.Segment.Name)),
            Column.Of("criteria before", all.Select(s => s.Before?.Criteria.Text)),
            Column.Of("criteria proposed", all.Select(s => s.Segment.Criteria.Text)),
            Column.Of("accounts before", all.Select(s => s.Before is null ? (double?)null : Members(was, s.Dimension.Name, s.Segment.Name).Count), NumberFormat.Count),
            Column.Of("accounts proposed", all.Select(s => Members(now, s.Dimension.Name, s.Segment.Name).Count)),
            Column.Of("ARR before", all.Select(s => s.Before is null ? null : Members(was, s.Dimension.Name, s.Segment.Name).Arr), NumberFormat.Money),
            Column.Of("ARR proposed", all.Select(s => Members(now, s.Dimension.Name, s.Segment.Name).Arr), NumberFormat.Money),
            Column.Of("evidence", all.Select(s => s.Segment.Standing.Evidence)),
            Column.Of("question", all.Select(s => s.Segment.Standing.Question)));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var matrix in WhatIf.Matrices.Where(m => m.Changed > 0))
        {
            var arr = matrix is { Arr: > 0 and var all, ArrChanged: { } moved } ? $" and {CalibrationWords.Money(moved)} of {CalibrationWords.Money(all)} ARR ({CalibrationWords.Share(moved / all)})" : string.Empty;
            yield return string.Create(CultureInfo.InvariantCulture, $"{matrix.Dimension}: {options.Count(matrix.Changed)} of {options.Count(matrix.Records)} accounts ({CalibrationWords.Share(matrix.ChangedShare ?? 0)}){arr} move.");
        }

        foreach (var note in Notes) yield return note;
    }

    private static (int Count, double? Arr) Members(RecordAssignment assignment, string dimension, string segment)
    {
        var found = assignment.Dimensions.First(d => d.Dimension.Name == dimension);
        var (count, sum) = (0, 0.0);
        for (var row = 0; row < assignment.Records.Count; row++)
        {
            if (found.NameOf(row) != segment) continue;
            count++;
            if (assignment.Records.Arr?[row] is > 0 and var arr) sum += arr;
        }

        return (count, assignment.Records.Arr is null ? null : sum);
    }

    private static SegmentationFramework Keep(SegmentationFramework framework, string[] names, List<string> notes)
    {
        foreach (var name in names.Where(n => !framework.Dimensions.Any(d => d.Name.Equals(n, StringComparison.OrdinalIgnoreCase)))) notes.Add($"There is no dimension '{name}' to keep.");
        var gone = framework.Dimensions.Where(d => d.Of == EntityKind.Accounts && !names.Contains(d.Name, StringComparer.OrdinalIgnoreCase)).Select(d => d.Name).ToArray();
        if (gone.Length == 0) return framework;
        notes.Add($"Left out: {CalibrationWords.List(gone, "and")}, with the overrides and views that name {(gone.Length == 1 ? "it" : "them")}.");
        return framework with
        {
            Dimensions = [.. framework.Dimensions.Where(d => !gone.Contains(d.Name))],
            Overrides = [.. framework.Overrides.Where(o => !gone.Contains(o.Dimension))],
            Views = [.. framework.Views.Where(v => !v.Segments.Any(s => gone.Contains(s.Key)))],
        };
    }

    private static string? Next(string version) => VersionNumber.Of(version) is { } number and < int.MaxValue - 1 ? string.Create(CultureInfo.InvariantCulture, $"v{number + 1}") : null;
}
