using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>One account that two definitions count differently.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; null where the exports hold none.</param>
/// <param name="Segment">Its segment at the start; null where no dimension was asked for.</param>
/// <param name="Start">What it paid at the start.</param>
/// <param name="End">What it pays at the end.</param>
/// <param name="From">What it counts for under the first definition: an amount, or for logo churn 1 or 0.</param>
/// <param name="To">What it counts for under the second.</param>
/// <param name="Why">What it did, in words.</param>
public sealed record RetentionReconciled(
    [property: Personal] string Id, [property: Personal] string? Name, string? Segment, [property: Personal] decimal Start, [property: Personal] decimal End, [property: Personal] decimal From, [property: Personal] decimal To, string Why)
{
    /// <summary>Gets what the second definition counts more.</summary>
    [Personal]
    public decimal Difference => To - From;
}
