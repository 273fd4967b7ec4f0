namespace Segmentation.Load;

/// <summary>What reading a cell as its column's type came to.</summary>
internal enum CellState
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>Nothing there, or a token for "no value".</summary>
    Empty,

    /// <summary>Something that does not read as the type.</summary>
    Unreadable,
}
