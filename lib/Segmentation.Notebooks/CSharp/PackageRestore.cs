using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.CSharp;

/// <summary>
/// Restores the packages of a cell, all in one restore of a project made for them. The project's folder is named after the
/// sorted list, so that the same list is restored once a machine.
/// </summary>
internal sealed class PackageRestore(string cache)
{
    private const string Framework = "net10.0";

    /// <summary>Returns the files that the packages and what they depend on bring.</summary>
    /// <exception cref="CellFailure">The packages do not restore; the message is NuGet's.</exception>
    public async Task<PackageAssets> RestoreAsync(IReadOnlyCollection<PackageName> packages, int line, CancellationToken cancellation)
    {
        var list = string.Join('\n', packages.Select(p => p.ToString()).Prepend(Framework));
        var folder = Path.Combine(cache, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)))[..16]);
        var assets = Path.Combine(folder, "obj", "project.assets.json");
        // NuGet writes its file also where it fails.
        var done = Path.Combine(folder, "restored");
        if (File.Exists(done) && Read(assets) is { } restored) return restored;
        Directory.CreateDirectory(folder);
        // A project of its own: nothing of a folder above it may reach in.
        foreach (var props in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            await File.WriteAllTextAsync(Path.Combine(folder, props), "<Project />\n", cancellation).ConfigureAwait(false);
        var project = Path.Combine(folder, "packages.csproj");
        await File.WriteAllTextAsync(project, Project(packages), cancellation).ConfigureAwait(false);
        var (exit, output) = await DotnetAsync(folder, line, cancellation).ConfigureAwait(false);
        if (exit == 0 && Read(assets) is { } fresh)
        {
            await File.WriteAllTextAsync(done, list + "\n", cancellation).ConfigureAwait(false);
            return fresh;
        }

        var reasons = output.Split('\n').Select(l => l.Trim()).Where(l => l.Contains("error", StringComparison.OrdinalIgnoreCase))
            .Select(l => l.Replace(project, "packages", StringComparison.Ordinal)).Distinct().Take(5).ToArray();
        throw new CellFailure(
            "Package",
            $"The packages do not restore: {string.Join(", ", packages)}.\n{string.Join('\n', reasons.Length > 0 ? reasons : [output.Trim()])}\nCheck the names and versions, and that a package source can be reached ('dotnet nuget list source').",
            line);
    }

    private static PackageAssets? Read(string assets) => PackageAssetsFile.Read(assets, Framework) is { } found
        && found.References.Concat(found.Assemblies).Concat(found.Natives).All(File.Exists) ? found : null;

    private static string Project(IEnumerable<PackageName> packages) => new XElement(
        "Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement("PropertyGroup", new XElement("TargetFramework", Framework), new XElement("TreatWarningsAsErrors", "false"), new XElement("NuGetAudit", "false")),
        new XElement("ItemGroup", packages.Select(p => new XElement("PackageReference", new XAttribute("Include", p.Id), new XAttribute("Version", $"[{p.Version}]"))))) + "\n";

    private static async Task<(int Exit, string Output)> DotnetAsync(string folder, int line, CancellationToken cancellation)
    {
        try
        {
            return await DotnetCommand.RunAsync(folder, ["restore", "packages.csproj", "--nologo", "-v", "quiet", "-nodeReuse:false"], cancellation).ConfigureAwait(false);
        }
        catch (Win32Exception e)
        {
            throw new CellFailure("Package", $"'dotnet' cannot be started to restore packages: {e.Message} Install the .NET SDK, or put it on the PATH.", line);
        }
    }
}
