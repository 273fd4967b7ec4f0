using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Segmentation.Notebooks.CSharp;

/// <summary>Reads which files of which packages a restore chose (<c>project.assets.json</c>).</summary>
internal static class PackageAssetsFile
{
    public static PackageAssets? Read(string path, string framework)
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            var folders = root.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToArray();
            var libraries = root.GetProperty("libraries");
            var (references, assemblies, natives) = (new List<string>(), new List<string>(), new List<string>());
            foreach (var package in root.GetProperty("targets").GetProperty(framework).EnumerateObject())
            {
                if (!libraries.GetProperty(package.Name).TryGetProperty("path", out var relative)) continue;
                var home = folders.Select(f => Path.Combine(f, relative.GetString()!)).FirstOrDefault(Directory.Exists) ?? string.Empty;
                references.AddRange(Files(package.Value, "compile").Select(f => Path.Combine(home, f)));
                var specific = ForThisMachine(package.Value).ToArray();
                var managed = specific.Where(f => !f.IsNative).Select(f => Path.Combine(home, f.File)).ToArray();
                var names = managed.Select(Path.GetFileName).ToHashSet(StringComparer.OrdinalIgnoreCase);
                assemblies.AddRange(managed);
                assemblies.AddRange(Files(package.Value, "runtime").Select(f => Path.Combine(home, f)).Where(f => !names.Contains(Path.GetFileName(f))));
                natives.AddRange(specific.Where(f => f.IsNative).Select(f => Path.Combine(home, f.File)));
            }

            return new PackageAssets([.. references], [.. assemblies], [.. natives]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or IOException)
        {
            // A file that a broken restore left: restore again.
            return null;
        }
    }

    private static IEnumerable<string> Files(JsonElement package, string section) =>
        package.TryGetProperty(section, out var files)
            ? files.EnumerateObject().Select(f => f.Name).Where(f => f.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            : [];

    // The most specific runtime that has files wins, as the host chooses.
    private static IEnumerable<(string File, bool IsNative)> ForThisMachine(JsonElement package)
    {
        if (!package.TryGetProperty("runtimeTargets", out var targets)) return [];
        var all = targets.EnumerateObject().Select(t => (
            File: t.Name,
            Rid: t.Value.GetProperty("rid").GetString(),
            IsNative: t.Value.GetProperty("assetType").GetString() == "native")).ToArray();
        return all.GroupBy(t => t.IsNative).SelectMany(kind => Rids()
            .Select(rid => kind.Where(t => t.Rid == rid).ToArray())
            .FirstOrDefault(found => found.Length > 0) ?? [])
            .Select(t => (t.File, t.IsNative));
    }

    private static ImmutableArray<string> Rids()
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return OperatingSystem.IsWindows() ? [$"win-{architecture}", "win", "any"]
            : OperatingSystem.IsMacOS() ? [$"osx-{architecture}", "osx", $"unix-{architecture}", "unix", "any"]
            : [$"linux-{architecture}", "linux", $"unix-{architecture}", "unix", "any"];
    }
}
