namespace Segmentation.Standardize;

/// <summary>One distinct title and what it is worth.</summary>
/// <param name="Classification">What the title says, and what decided.</param>
/// <param name="Contacts">Contacts that hold it.</param>
/// <param name="Accounts">Different accounts among them; null where the contacts name no accounts.</param>
/// <param name="WrittenDepartment">The department as the workspace's picklist spells it; null where the title names none or the picklist has none for it.</param>
public sealed record TitleCount(TitleClassification Classification, int Contacts, int? Accounts, string? WrittenDepartment);
