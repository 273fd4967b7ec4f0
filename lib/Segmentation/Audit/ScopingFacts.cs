namespace Segmentation.Audit;

/// <summary>What the scoping verdict is made from.</summary>
/// <param name="HasUsageData">Whether an export holds product usage, as a customer success platform does.</param>
/// <param name="UsageSource">Where it is, or what was looked for.</param>
/// <param name="Completeness">Completeness of the weakest key field of accounts, a proportion; null without accounts.</param>
/// <param name="WeakestField">That field.</param>
/// <param name="Dimensions">Dimensions needed.</param>
/// <param name="DimensionsSource">Which they are, or who said so.</param>
/// <param name="ActiveAccounts">Accounts that are customers today.</param>
/// <param name="ActiveRule">The rule that says so.</param>
/// <param name="FieldsToEnrich">Fields that a provider would have to fill.</param>
/// <param name="CrmSystems">CRM systems that the exports come from.</param>
internal sealed record ScopingFacts(
    bool HasUsageData,
    string UsageSource,
    double? Completeness,
    string? WeakestField,
    int Dimensions,
    string DimensionsSource,
    int ActiveAccounts,
    string ActiveRule,
    int FieldsToEnrich,
    IReadOnlyList<string> CrmSystems);
