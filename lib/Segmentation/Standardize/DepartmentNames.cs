using System.Collections.Immutable;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>Departments as the rules name them, in the words of a picklist.</summary>
internal sealed class DepartmentNames
{
    /// <summary>Other names of one department; the first is the rules' own.</summary>
    private static readonly string[][] Families = [.. new[]
    {
        "Human Resources|HR|People|People Operations|People & Culture|Talent|Personnel", "IT|Information Technology|Information Systems|ICT|Information Services", "Customer Success|CS|Customer Service|Customer Support|Support|Client Services|Customer Experience",
        "Engineering|R&D|Research & Development|Development|Software Development|Technology|Product Development", "Finance|Accounting|Finance & Accounting", "Procurement|Purchasing|Sourcing|Supply Chain", "Operations|Ops", "Product|Product Management|Products",
        "Executive|C-Suite|C-Level|Executive Management|General Management|Management|Leadership|Board", "Administration|Admin|Office Management", "Marketing|Mktg|Marketing & Communications", "Sales|Business Development|Revenue", "Legal|Legal & Compliance",
    }.Select(line => line.Split('|'))];

    private readonly ImmutableArray<string> picklist;
    private readonly ImmutableSortedDictionary<string, string> decided;
    private readonly Dictionary<string, string?> known = new(StringComparer.OrdinalIgnoreCase);

    public DepartmentNames(ImmutableArray<string> picklist, ImmutableSortedDictionary<string, string> decided) => (this.picklist, this.decided) = (picklist, decided);

    /// <summary>Returns the value to write: a person's choice, else the picklist's value of the same name, else that of another name of the department; without a picklist
    /// the department itself. Null where the picklist has none.</summary>
    public string? Of(string department)
    {
        if (known.TryGetValue(department, out var value)) return value;
        return known[department] = decided.TryGetValue(department, out var choice) ? choice : picklist.IsDefaultOrEmpty ? department : InPicklist(department);
    }

    private string? InPicklist(string department)
    {
        var own = Fingerprint.Of(department);
        var family = Families.FirstOrDefault(f => Fingerprint.Of(f[0]) == own) ?? [department];
        return family.Select(name => picklist.FirstOrDefault(p => Fingerprint.Of(p) == Fingerprint.Of(name))).FirstOrDefault(p => p is not null);
    }
}
