namespace Segmentation.Framework;

/// <summary>A space that is too large to be looked at whole. Caught where a dimension is analysed, and reported as its finding.</summary>
internal sealed class CellLimitException(string found, string remedy) : Exception(found)
{
    public string Remedy { get; } = remedy;
}
