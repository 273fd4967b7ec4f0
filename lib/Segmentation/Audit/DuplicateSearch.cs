using Segmentation.Load;

namespace Segmentation.Audit;

/// <summary>The search for duplicates in one export: which records were joined by which rules, and what was noticed and not joined.</summary>
internal sealed class DuplicateSearch(Export export, int genericKeyRecords, params string[] rules)
{
    private readonly bool[] keyed = new bool[export.Table.RowCount];

    public Export Export { get; } = export;

    /// <summary>Gets the rules' names, by number.</summary>
    public string[] Rules { get; } = rules;

    public DuplicateEntities Entities { get; } = new(export.Table.RowCount);

    /// <summary>Gets the keys too common to say anything: they join nothing.</summary>
    public List<(string Rule, string Key, int[] Rows)> Generic { get; } = [];

    /// <summary>Gets the groups that may be one entity, with the reason.</summary>
    public List<(string Why, string Key, int[] Rows)> Possible { get; } = [];

    /// <summary>Gets the number of records that no rule could compare.</summary>
    public int WithoutKey => keyed.Count(k => !k);

    /// <summary>Joins the records that share a key.</summary>
    public void Join(int rule, Func<int, string?> keyOf)
    {
        foreach (var (_, rows) in Groups(rule, keyOf)) Entities.Join(rows, rule);
    }

    /// <summary>Returns the groups of records that share a key; generic keys are put aside.</summary>
    public IEnumerable<(string Key, int[] Rows)> Groups(int rule, Func<int, string?> keyOf)
    {
        foreach (var group in DuplicateGroups.Of(keyed.Length, keyOf, keyed))
        {
            if (group.Rows.Length > genericKeyRecords) Generic.Add((Rules[rule], group.Key, group.Rows));
            else yield return group;
        }
    }
}
