using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>Finds records that are unlike the rest of their own segment: a large account in SMB.</summary>
public static class Outliers
{
    // A contact is not unlike others because its account is.
    private const string OfAccount = "account.";

    /// <summary>Returns, for every dimension, the records whose value in a numeric field of its criteria, or whose ARR, is far from the median of their own segment.</summary>
    /// <param name="assignment">The assignment. Excluded and Unassigned records are in no segment and are not looked at; nor are ARR and other values of a contact's account, which
    /// are looked at with the accounts.</param>
    /// <param name="options">How far is far. Default <see cref="OutlierOptions.Default"/>.</param>
    /// <remarks>
    /// The distance is |x - median| in robust standard deviations (<see cref="OutlierOptions.Cutoff"/>). ARR is an amount and measured on a logarithmic scale, and so is a field
    /// with a lower quartile above 0 whose logarithms are more symmetric about their median than its values (quartile skewness, A. L. Bowley, "Elements of Statistics", 1920, 116);
    /// shares and lengths of time, by their unit, are measured as they are; what has no logarithm is counted and not judged. Of values that are normal on their scale, chance alone takes 0.64% for outliers in a segment of 20, 0.38% in one of 30, 0.13% in one of
    /// 100, and 0.05% in one of 1,000 at the default cutoff (simulated; the limit is 2Φ(-3.5)).
    /// </remarks>
    public static OutliersResult Find(AssignmentResult assignment, OutlierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        options ??= OutlierOptions.Default;
        var search = new OutlierSearch(options);
        foreach (var side in new[] { EntityKind.Accounts, EntityKind.Contacts }.Select(assignment.Find).OfType<RecordAssignment>())
        {
            var types = assignment.Framework.Fields.Where(f => f.Of == side.Records.Of).ToDictionary(f => f.Definition.Name, f => f.Definition.Type, StringComparer.Ordinal);
            foreach (var dimension in side.Dimensions)
            {
                var named = dimension.Dimension.Segments.SelectMany(s => s.Criteria.Fields).Distinct(StringComparer.Ordinal)
                    .Where(f => types.TryGetValue(f, out var type) && type is FieldType.Number or FieldType.Whole && f != OutlierSearch.Arr && !f.StartsWith(OfAccount, StringComparison.Ordinal));
                foreach (var field in named) search.Look(side, dimension, field, (NumberColumn)side.Records.Fields[field]);
                if (side.Records is { Of: EntityKind.Accounts, Arr: { } arr }) search.Look(side, dimension, OutlierSearch.Arr, arr);
            }
        }

        return search.Result();
    }
}
