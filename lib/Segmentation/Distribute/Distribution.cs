using Segmentation.Assign;
using Segmentation.Load;

namespace Segmentation.Distribute;

/// <summary>Counts how the records of an assignment divide among the segments.</summary>
public static class Distribution
{
    /// <summary>Returns the records, shares and ARR of every segment of every dimension, of accounts and of contacts.</summary>
    /// <param name="assignment">The assignment. A side that it has not (no contacts, or no dimension of contacts) has no rows.</param>
    /// <param name="options">Which segments are "Other", and how many large accounts are added up. Default <see cref="DistributionOptions.Default"/>.</param>
    /// <remarks>Shares are of the records that no exclusion holds, Unassigned among them. ARR is added up over accounts only: a contact's ARR is that of its account,
    /// which would count once a contact. An amount below 0 is a mistake and is not added, an unknown one cannot be; both are counted in <see cref="DistributionResult.Totals"/>.</remarks>
    public static DistributionResult Of(AssignmentResult assignment, DistributionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        options ??= DistributionOptions.Default;
        RecordAssignment[] sides = [.. new[] { EntityKind.Accounts, EntityKind.Contacts }.Select(assignment.Find).OfType<RecordAssignment>()];
        var counted = sides.Select(side => (Side: side, Amounts: ArrAmounts.Of(side))).ToArray();
        return new DistributionResult(assignment)
        {
            Options = options,
            Totals = [.. counted.Select(c => DistributionTotals.Count(c.Side, c.Amounts, assignment.Framework))],
            Dimensions = [.. counted.SelectMany(c => c.Side.Dimensions.Select(d => DimensionCount.Of(d, c.Side.Records.Of, c.Amounts, assignment.Framework.Limits, options)))],
        };
    }
}
