namespace Segmentation.Distribute;

/// <summary>One view as it was written.</summary>
/// <param name="View">The view's name.</param>
/// <param name="File">File name in the folder.</param>
/// <param name="Rows">Rows written.</param>
/// <param name="Unknown">Records that a blank leaves open, not in the file.</param>
public sealed record SavedViewFile(string View, string File, int Rows, int Unknown);
