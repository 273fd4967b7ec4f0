using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>Every version of a framework that a folder keeps: <c>framework.yaml</c>, which is in force, and the versions before it, <c>framework-v0.yaml</c> and on.</summary>
public sealed record FrameworkVersions : Result
{
    /// <summary>The name of the file that is in force.</summary>
    public const string CurrentFile = "framework.yaml";

    private const string Prefix = "framework-";
    private const string Ending = ".yaml";

    /// <inheritdoc/>
    public override string ResultName => "framework-versions";

    /// <summary>Gets the versions, v0 before v1 before v10 before vFinal; a copy of the one in force is left out.</summary>
    public required ImmutableArray<FrameworkVersion> All { get; init; }

    /// <summary>Gets the framework in force: <c>framework.yaml</c>, or where there is none the last version.</summary>
    public required SegmentationFramework Current { get; init; }

    /// <summary>Gets the version before <see cref="Current"/>; null where there is none.</summary>
    public SegmentationFramework? Previous => All.LastOrDefault(v => VersionNumber.Of(v.Framework.Version) < VersionNumber.Of(Current.Version))?.Framework;

    /// <summary>Gets what changed from <see cref="Previous"/> to <see cref="Current"/>; null where nothing came before.</summary>
    public FrameworkDiff? SincePrevious => Previous is { } previous ? FrameworkDiff.Between(previous, Current) : null;

    /// <summary>Reads every version in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="WorkspaceException">There is no framework file, one cannot be read, a file's name says another version than its text, or two files say one version and differ.</exception>
    public static FrameworkVersions Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var versions = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Select(Path.GetFileName).OfType<string>().Where(IsVersion)
                .Where(n => VersionNumber.Of(VersionOf(n)) is not null).Select(n => new FrameworkVersion(n, SegmentationFramework.Load(Path.Combine(folder, n)))).ToList()
            : [];
        foreach (var version in versions.Where(v => v.Framework.Version != VersionOf(v.File)))
        {
            throw new WorkspaceException("the file's name says another version than its text", $"'version: {version.Framework.Version}'", $"'version: {VersionOf(version.File)}'",
                $"Correct the version, or rename the file to {Prefix}{version.Framework.Version}{Ending}.", version.File);
        }

        var path = Path.Combine(folder, CurrentFile);
        if (File.Exists(path) || versions.Count == 0)
        {
            var current = SegmentationFramework.Load(path);
            if (versions.Find(v => v.Framework.Version == current.Version) is { } copy && FrameworkDiff.Between(copy.Framework, current).Changes is { IsEmpty: false } changes)
            {
                throw new WorkspaceException($"{CurrentFile} and {copy.File} say one version and differ", $"'version: {current.Version}' in both, and {changes[0].Item}: {changes[0].Change}", "another version in force than the one kept",
                    $"Raise the version in {CurrentFile}, or save it over {copy.File}.", CurrentFile);
            }

            versions.RemoveAll(v => v.Framework.Version == current.Version);
            versions.Add(new(CurrentFile, current));
        }

        ImmutableArray<FrameworkVersion> all = [.. versions.OrderBy(v => VersionNumber.Of(v.Framework.Version))];
        return new() { All = all, Current = (all.FirstOrDefault(v => v.File == CurrentFile) ?? all[^1]).Framework };
    }

    /// <summary>Reads every version in a folder; where it keeps none, the only version is one proposed from the workspace. Writes nothing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="workspace">The workspace to propose from.</param>
    /// <exception cref="WorkspaceException">A file is there and says something that cannot be, as <see cref="Load"/> has it.</exception>
    public static FrameworkVersions LoadOrPropose(string folder, Workspace workspace)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(workspace);
        if (Directory.Exists(folder) && Directory.EnumerateFiles(folder).Select(Path.GetFileName).OfType<string>().Any(n => n == CurrentFile || (IsVersion(n) && VersionNumber.Of(VersionOf(n)) is not null))) return Load(folder);
        var proposed = StarterFramework.Propose(workspace);
        return new() { All = [new("proposed from the exports", proposed)], Current = proposed };
    }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var status = All.Select(v => FrameworkStatus.Of(v.Framework)).ToArray();
        return new(
            "versions",
            Column.Of("version", All.Select(v => v.Framework.Version)),
            Column.Of("file", All.Select(v => v.File)),
            Column.Of("dimensions", All.Select(v => v.Framework.Dimensions.Length)),
            Column.Of("segments", All.Select(v => v.Framework.Dimensions.Sum(d => d.Segments.Length))),
            Column.Of("assumed", status.Select(s => s.Assumed)),
            Column.Of("confirmed", status.Select(s => s.Confirmed)),
            Column.Of("corrected", status.Select(s => s.Corrected)),
            Column.Of("open questions", status.Select(s => s.Questions)),
            Column.Of("in force", All.Select(v => (bool?)ReferenceEquals(v.Framework, Current))));
    }

    private static bool IsVersion(string file) => file.StartsWith(Prefix, StringComparison.Ordinal) && file.EndsWith(Ending, StringComparison.Ordinal);

    private static string VersionOf(string file) => file[Prefix.Length..^Ending.Length];
}
