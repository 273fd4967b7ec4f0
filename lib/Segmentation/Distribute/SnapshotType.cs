namespace Segmentation.Distribute;

/// <summary>How a column of a view comes to C#.</summary>
internal enum SnapshotType
{
    Text,

    /// <summary>Text that points at a person or customer.</summary>
    Personal,

    /// <summary>An id: personal where one of a snapshot is.</summary>
    Id,

    /// <summary>A field's value as text: personal where one field of a snapshot is.</summary>
    Value,
    Number,
    Count,
    Money,
    Date,
}
