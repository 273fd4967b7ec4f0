using System.Collections.Immutable;

namespace Segmentation.Notebooks.CSharp;

/// <summary>The files that packages bring, as full paths.</summary>
/// <param name="References">Assemblies to compile against.</param>
/// <param name="Assemblies">Assemblies to load.</param>
/// <param name="Natives">Native libraries for this machine.</param>
internal sealed record PackageAssets(ImmutableArray<string> References, ImmutableArray<string> Assemblies, ImmutableArray<string> Natives);
