namespace Segmentation.Cuts;

/// <summary>What puts records into a bin.</summary>
public enum BinKind
{
    /// <summary>Values between two cuts.</summary>
    Band,

    /// <summary>One value that means something else than its size.</summary>
    Special,

    /// <summary>No value.</summary>
    Missing,
}
