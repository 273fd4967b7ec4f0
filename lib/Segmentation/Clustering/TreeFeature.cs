namespace Segmentation.Clustering;

/// <summary>A column that a tree may split records on.</summary>
/// <param name="Name">Its name in the rules.</param>
public abstract record TreeFeature(string Name)
{
    /// <summary>Gets the number of records n.</summary>
    public abstract int Count { get; }

    /// <summary>Returns whether a record has no value.</summary>
    /// <param name="row">Zero-based record.</param>
    public abstract bool IsBlank(int row);
}
