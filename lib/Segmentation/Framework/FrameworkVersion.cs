namespace Segmentation.Framework;

/// <summary>One version of a framework and the file that holds it.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Framework">The framework.</param>
public sealed record FrameworkVersion(string File, SegmentationFramework Framework);
