namespace Segmentation.Samples;

/// <summary>How picklist values get misspelt: what is written, what is meant, and what would find it.</summary>
internal static class Picklists
{
    /// <summary>Industry: <c>fingerprint</c> differs in case, punctuation or word order, <c>edit</c> by a typing error, <c>alias</c> is another word for it.</summary>
    public static readonly (string Written, string Meant, string Kind, int Count)[] Industry =
    [
        ("Tech", "Technology", "alias", 34),
        ("Tecnology", "Technology", "edit", 11),
        ("technology", "Technology", "fingerprint", 17),
        ("Technolgy", "Technology", "edit", 6),
        ("TECHNOLOGY", "Technology", "fingerprint", 5),
        ("Mfg", "Manufacturing", "alias", 12),
        ("manufacturing", "Manufacturing", "fingerprint", 9),
        ("Manufacturng", "Manufacturing", "edit", 7),
        ("Retial", "Retail", "edit", 6),
        ("retail", "Retail", "fingerprint", 8),
        ("Health Care", "Healthcare", "edit", 14),
        ("Helthcare", "Healthcare", "edit", 5),
        ("Financial services", "Financial Services", "fingerprint", 13),
        ("Services, Financial", "Financial Services", "fingerprint", 4),
        ("Finacial Services", "Financial Services", "edit", 5),
        ("FinServ", "Financial Services", "alias", 6),
        ("Logistic", "Logistics", "edit", 8),
        ("logistics", "Logistics", "fingerprint", 5),
        ("Profesional Services", "Professional Services", "edit", 7),
        ("Contruction", "Construction", "edit", 4),
        ("Eductaion", "Education", "edit", 3),
    ];

    public static readonly (string Written, string Meant, string Kind, int Count)[] Tier =
    [
        ("Mid Market", "Mid-Market", "fingerprint", 21),
        ("mid-market", "Mid-Market", "fingerprint", 6),
        ("Midmarket", "Mid-Market", "edit", 8),
        ("smb", "SMB", "fingerprint", 12),
        ("Enterprize", "Enterprise", "edit", 5),
        ("ENT", "Enterprise", "alias", 7),
    ];

    public static readonly (string Written, string Meant, string Kind, int Count)[] Country =
    [
        ("USA", "United States", "alias", 96),
        ("US", "United States", "alias", 31),
        ("united states", "United States", "fingerprint", 9),
        ("Untied States", "United States", "edit", 4),
        ("UK", "United Kingdom", "alias", 38),
        ("Deutschland", "Germany", "alias", 12),
    ];

    public static readonly (string Written, string Meant, string Kind, int Count)[] Department =
    [
        ("sales", "Sales", "fingerprint", 60),
        ("Marketting", "Marketing", "edit", 25),
        ("Mktg", "Marketing", "alias", 40),
        ("Opertions", "Operations", "edit", 18),
        ("Ops", "Operations", "alias", 45),
        ("Information Technology", "IT", "alias", 50),
        ("HR", "Human Resources", "alias", 55),
        ("human resources", "Human Resources", "fingerprint", 22),
    ];

    /// <summary>Tokens that stand for "no value" in the accounts export.</summary>
    public static readonly (string Column, string Token, int Count)[] AccountNulls =
    [
        (AccountColumns.Industry, "N/A", 24),
        (AccountColumns.Industry, "-", 11),
        (AccountColumns.Industry, "unknown", 16),
        (AccountColumns.Industry, "None", 7),
        (AccountColumns.Employees, "N/A", 19),
        (AccountColumns.Employees, "unknown", 9),
        (AccountColumns.Employees, "-", 6),
        (AccountColumns.Revenue, "#N/A", 13),
        (AccountColumns.Arr, "#N/A", 4),
        (AccountColumns.Website, "n/a", 12),
        (AccountColumns.Website, "none", 8),
        (AccountColumns.Phone, "-", 15),
        (AccountColumns.Phone, ".", 5),
        (AccountColumns.City, "Unknown", 6),
        (AccountColumns.Tier, "TBD", 17),
    ];

    public static readonly (string Column, string Token, int Count)[] ContactNulls =
    [
        (ContactColumns.Title, "N/A", 70),
        (ContactColumns.Title, "-", 40),
        (ContactColumns.Title, "unknown", 25),
        (ContactColumns.Phone, ".", 30),
        (ContactColumns.Phone, "n/a", 20),
        (ContactColumns.Department, "none", 35),
        (ContactColumns.Department, "#N/A", 12),
        (ContactColumns.Company, "null", 9),
    ];
}
