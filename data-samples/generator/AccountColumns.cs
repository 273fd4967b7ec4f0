namespace Segmentation.Samples;

/// <summary>Headers of the accounts export: labels and API names side by side, as reports that were built over the years mix them.</summary>
internal static class AccountColumns
{
    public const string Id = "Account ID";
    public const string Name = "Account Name";
    public const string Type = "Type";
    public const string Industry = "Industry";
    public const string Employees = " Employees ";
    public const string Revenue = "Annual Revenue";
    public const string Arr = "ARR";
    public const string Currency = "Account Currency";
    public const string Website = "Website";
    public const string Phone = "Phone";
    public const string Street = "Billing Street";
    public const string City = "Billing City";
    public const string State = "Billing State/Province";
    public const string Postal = "Billing Zip/Postal Code";
    public const string Country = "Billing Country";
    public const string Tier = "Customer_Tier__c";
    public const string Owner = "Account Owner ID";
    public const string Csm = "CSM__c";
    public const string Health = "Health_Score__c";
    public const string Platform = "Primary_Platform__c";
    public const string Parent = "Parent Account ID";
    public const string ContractStart = "Contract_Start_Date__c";
    public const string ContractEnd = "Contract_End_Date__c";
    public const string Renewal = "Renewal_Date__c";
    public const string Qbr = "Last_QBR_Date__c";
    public const string Created = "Created Date";
    public const string Modified = "Last Modified Date";
    public const string Activity = "Last Activity";

    public static readonly string[] All =
    [
        Id, Name, Type, Industry, Employees, Revenue, Arr, Currency, Website, Phone, Street, City, State, Postal, Country, Tier, Owner, Csm, Health, Platform, Parent,
        ContractStart, ContractEnd, Renewal, Qbr, Created, Modified, Activity,
    ];
}
