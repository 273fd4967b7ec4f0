namespace Segmentation.Samples;

/// <summary>Headers of the contacts export, as HubSpot writes them.</summary>
internal static class ContactColumns
{
    public const string Id = "Record ID - Contact";
    public const string First = "First Name";
    public const string Last = "Last Name";
    public const string Email = "Email";
    public const string Title = "Job Title";
    public const string Phone = "Phone Number";
    public const string Department = "Department";
    public const string Company = "Company Name";
    public const string Account = "Salesforce Account ID";
    public const string Stage = "Lifecycle Stage";
    public const string Source = "Original Source";
    public const string Score = "Contact Score";
    public const string OptOut = "Unsubscribed from all email";
    public const string Bounce = "Email hard bounce reason";
    public const string Created = "Create Date";
    public const string Activity = "Last Activity Date";

    public static readonly string[] All = [Id, First, Last, Email, Title, Phone, Department, Company, Account, Stage, Source, Score, OptOut, Bounce, Created, Activity];
}
