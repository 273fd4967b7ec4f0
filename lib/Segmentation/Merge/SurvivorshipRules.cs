using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Merge;

/// <summary>Which record of a group of duplicates stays, and whose value each of its fields takes: what <c>decisions/survivorship.yaml</c> says.</summary>
public sealed record SurvivorshipRules
{
    /// <summary>Gets the rules where nobody decided otherwise: the most recent activity wins (marketing database playbook).</summary>
    public static SurvivorshipRules Default { get; } = new();

    /// <summary>Gets the rules that choose the master, in order until one decides. Default: active ARR, recent activity, most complete, oldest, smallest id.</summary>
    public ImmutableArray<MasterRule> Master { get; init; } = [MasterRule.ActiveArr, MasterRule.RecentActivity, MasterRule.MostComplete, MasterRule.Oldest, MasterRule.SmallestId];

    /// <summary>Gets the rule of a field that neither <see cref="Columns"/> nor <see cref="Roles"/> name. Default: most recent.</summary>
    public FieldRule Otherwise { get; init; } = FieldRule.Of(Survivorship.MostRecent);

    /// <summary>Gets the rules by role. Default: amounts that an account pays are added up, so that their total stays the same; a person who opted out or
    /// bounced on one record has on all; the earliest creation; a record's further ids are protected. The id of the record itself is always protected.</summary>
    public ImmutableSortedDictionary<Role, FieldRule> Roles { get; init; } = ImmutableSortedDictionary.CreateRange(new Dictionary<Role, FieldRule>
    {
        [Role.Arr] = FieldRule.Of(Survivorship.Sum),
        [Role.Mrr] = FieldRule.Of(Survivorship.Sum),
        [Role.CreatedDate] = FieldRule.Of(Survivorship.Oldest),
        [Role.RecordId] = FieldRule.Of(Survivorship.Never),
        [Role.Bounced] = FieldRule.Of(Survivorship.AnyTrue),
        [Role.OptOut] = FieldRule.Of(Survivorship.AnyTrue),
    });

    /// <summary>Gets the rules by column name, without regard to case; they come before the role's. Default none.</summary>
    public ImmutableSortedDictionary<string, FieldRule> Columns { get; init; } = ImmutableSortedDictionary.Create<string, FieldRule>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets what <see cref="Survivorship.Union"/> puts between values, and splits them at. Default <c>"; "</c>, as Salesforce and HubSpot write lists.</summary>
    public string Separator { get; init; } = "; ";

    /// <summary>Gets the most records that one call of a system merges, the master included. Default: Salesforce 3 (<c>merge()</c>: the master and at most two
    /// more), HubSpot 2 (a primary record and one more).</summary>
    public ImmutableSortedDictionary<string, int> RecordsPerCall { get; init; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.OrdinalIgnoreCase, new Dictionary<string, int> { ["HubSpot"] = 2, ["Salesforce"] = 3 });

    /// <summary>Gets the most records a call for a system that <see cref="RecordsPerCall"/> does not name. Default 2, which every system that merges can do.</summary>
    public int RecordsPerCallElsewhere { get; init; } = 2;

    /// <summary>Returns the rules in a file; <see cref="Default"/> where there is no such file.</summary>
    /// <param name="path">The file: <c>decisions/survivorship.yaml</c>.</param>
    /// <exception cref="WorkspaceException">The text is not YAML, or says something that is not known; the message has the place and the remedy.</exception>
    public static SurvivorshipRules Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path) ? SurvivorshipYaml.Read(File.ReadAllText(path), Path.GetFileName(path)) : Default;
    }

    /// <summary>Returns the rules as the text of a <c>survivorship.yaml</c> that loads back to the same rules.</summary>
    public string Write() => SurvivorshipYaml.Write(this);

    /// <summary>Returns the most records that one call of a system merges, the master included.</summary>
    /// <param name="system">The system; null where none is recognised.</param>
    public int RecordsPerCallOf(string? system) => system is not null && RecordsPerCall.TryGetValue(system, out var most) ? most : RecordsPerCallElsewhere;

    /// <summary>Returns the rule of a column: protected for the record's own id, else by the column's name, else by its role, else <see cref="Otherwise"/>.</summary>
    /// <param name="export">The accounts or contacts.</param>
    /// <param name="column">Name of one of its columns.</param>
    public FieldRule RuleOf(Export export, string column)
    {
        ArgumentNullException.ThrowIfNull(export);
        Role? role = export.Roles.FirstOrDefault(r => r.Column.Equals(column, StringComparison.OrdinalIgnoreCase))?.Role;
        if (role == KeyOf(export.Kind)) return FieldRule.Of(Survivorship.Never);
        return Columns.TryGetValue(column, out var own) ? own : role is { } played && Roles.TryGetValue(played, out var byRole) ? byRole : Otherwise;
    }

    /// <summary>Returns the role of a record's own id.</summary>
    internal static Role KeyOf(EntityKind kind) => kind == EntityKind.Contacts ? Role.ContactId : Role.AccountId;
}
