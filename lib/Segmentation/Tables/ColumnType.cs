namespace Segmentation.Tables;

/// <summary>The type of the values in a <see cref="Column"/>.</summary>
public enum ColumnType
{
    /// <summary>Text, dictionary-encoded where values repeat.</summary>
    Text,

    /// <summary>Double-precision numbers.</summary>
    Number,

    /// <summary>Dates, or dates with a time of day.</summary>
    Date,

    /// <summary>True or false.</summary>
    Boolean,
}
