using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>A field of the accounts that is divided into bands.</summary>
/// <param name="Role">Its role; <see cref="Role.Arr"/> is the workspace's ARR of each account, wherever it comes from.</param>
/// <param name="Column">Name of the column that the bands are written to.</param>
/// <param name="Bands">The bands.</param>
public sealed record BandSource(Role Role, string Column, Bands Bands);
