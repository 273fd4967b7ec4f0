namespace Segmentation.Match;

/// <summary>The fields of <see cref="MatchRecords.Fields"/>.</summary>
internal static class MatchField
{
    // Of every record.
    public const string Domain = "domain";
    public const string Phone = "phone";

    // Of accounts.
    public const string Name = "name";
    public const string NameLetters = "name letters";
    public const string NameInitial = "name initial";
    public const string NameStart = "name start";
    public const string NameEnd = "name end";
    public const string Country = "country";
    public const string City = "city";
    public const string Postcode = "postcode";
    public const string Industry = "industry";
    public const string Employees = "employees";

    // Of contacts.
    public const string First = "first name";
    public const string FirstRoot = "first name in full";
    public const string Last = "last name";
    public const string Initials = "initials";
    public const string Email = "email";
    public const string Mailbox = "mailbox";
    public const string Account = "account";
    public const string Company = "company";
    public const string Employer = "employer";
}
