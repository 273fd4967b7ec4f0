using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>How well the rules of one label find its records.</summary>
/// <param name="Label">The label.</param>
/// <param name="Records">Records with the label.</param>
/// <param name="Found">Records that its rules find, whatever their label.</param>
/// <param name="Correct">Those of them with the label.</param>
/// <param name="Rules">Its rules, any of which finds a record; none where no leaf is mostly of this label.</param>
public sealed record TreeLabel(int Label, int Records, int Found, int Correct, ImmutableArray<TreeRule> Rules)
{
    /// <summary>Gets the share of the records found that have the label; a proportion, NaN where none is found.</summary>
    public double Precision => (double)Correct / Found;

    /// <summary>Gets the share of the label's records that are found; a proportion.</summary>
    public double Recall => (double)Correct / Records;
}
