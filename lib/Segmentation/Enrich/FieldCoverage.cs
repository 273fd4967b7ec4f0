using Segmentation.Load;

namespace Segmentation.Enrich;

/// <summary>One step of the waterfall for one field: what the CRM held before, or what one provider added. Counts are of records.</summary>
public sealed record FieldCoverage
{
    /// <summary>Gets the field.</summary>
    public required Role Field { get; init; }

    /// <summary>Gets the CRM's column.</summary>
    public required string Column { get; init; }

    /// <summary>Gets the provider's name; <c>CRM</c> for step 0.</summary>
    public required string Provider { get; init; }

    /// <summary>Gets the step: 0 is what the CRM held, 1 the first provider.</summary>
    public required int Step { get; init; }

    /// <summary>Gets the records that were still blank and had a key, so that the provider was asked. At step 0 every record.</summary>
    public int Attempted { get; init; }

    /// <summary>Gets those of them that the provider knew.</summary>
    public int Matched { get; init; }

    /// <summary>Gets those of them that it filled.</summary>
    public int Filled { get; init; }

    /// <summary>Gets the blank records that no other provider could have filled: what would be lost without this one, whatever the order.</summary>
    public int Unique { get; init; }

    /// <summary>Gets the records that carry the field after the step.</summary>
    public required int Covered { get; init; }

    /// <summary>Gets <see cref="Covered"/> as a proportion of all records; null where there are none.</summary>
    public required double? Coverage { get; init; }

    /// <summary>Gets the share of ARR whose accounts carry the field after the step; null for contacts, or without ARR.</summary>
    public double? CoverageOfArr { get; init; }

    /// <summary>Gets the target, a proportion; at or above is met.</summary>
    public required double Target { get; init; }

    /// <summary>Gets whether the target is met after the step.</summary>
    public bool MeetsTarget => Coverage >= Target;

    /// <summary>Gets the filled records of the CRM that the provider says the same about.</summary>
    public int Confirmed { get; init; }

    /// <summary>Gets the filled records of the CRM that the provider contradicts.</summary>
    public int Conflicts { get; init; }

    /// <summary>Gets the records, blank at this step, for which the provider said something that is not certain enough to fill.</summary>
    public int Candidates { get; init; }

    /// <summary>Gets what the step costs if the provider is asked for this field alone; null where its price is not known. A credit usually brings all fields of a
    /// record, so that these do not add up to the provider's cost.</summary>
    public double? Cost { get; init; }

    /// <summary>Gets <see cref="Cost"/> by filled record; null where nothing was filled.</summary>
    public double? CostPerFilled => Filled == 0 ? null : Cost / Filled;
}
