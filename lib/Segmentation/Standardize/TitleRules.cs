using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>The ordered rules from job titles to levels and departments: a person's own first, then the built-in ones. The first that applies decides; level and department are decided apart.</summary>
public sealed record TitleRules : Result
{
    private readonly Lazy<TitleMatcher> matcher;

    /// <summary>Returns rules: the built-in ones until set otherwise.</summary>
    public TitleRules() => matcher = new(() => new TitleMatcher(Rules, ManagersOfWork));

    private TitleRules(TitleRules other)
        : base(other)
    {
        (Own, ManagersOfWork, Departments) = (other.Own, other.ManagersOfWork, other.Departments);
        matcher = new(() => new TitleMatcher(Rules, ManagersOfWork));
    }

    /// <summary>Gets the built-in rules.</summary>
    public static TitleRules Default { get; } = new();

    /// <inheritdoc/>
    public override string ResultName => "title-rules";

    /// <summary>Gets a person's own rules, in the order in which they decide. Default: none.</summary>
    public ImmutableArray<TitleRule> Own { get; init; } = [];

    /// <summary>Gets the level of whoever manages accounts, products or projects rather than people: Account Executive, Account Manager, Product Manager, Project Manager,
    /// Customer Success Manager and the like. Default: <see cref="TitleLevel.IndividualContributor"/>.</summary>
    public TitleLevel ManagersOfWork { get; init; } = TitleLevel.IndividualContributor;

    /// <summary>Gets, by department as the rules name it, the value written in its place; an entry here wins over the picklist. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Departments { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets all rules in the order in which they decide; a built-in rule of a name that a person uses is left out.</summary>
    public ImmutableArray<TitleRule> Rules => [.. Own, .. TitleRuleBook.Rules.Where(r => Own.All(o => !o.Name.Equals(r.Name, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>Returns the rules of a decisions file before the built-in ones; the built-in ones alone where there is no such file.</summary>
    /// <param name="path">The file, usually <c>decisions/titles.yaml</c>.</param>
    /// <exception cref="WorkspaceException">The file says something that cannot be; the message names line and column.</exception>
    public static TitleRules Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path) ? TitleRulesYaml.Read(File.ReadAllText(path), Path.GetFileName(path)) : Default;
    }

    /// <summary>Returns what a title says. A title longer than 200 characters, or one that begins as a formula, is not read.</summary>
    /// <param name="title">The title.</param>
    public TitleClassification Classify(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return matcher.Value.Classify(title);
    }

    /// <summary>Returns the person's own part as YAML text that loads back to the same rules.</summary>
    public string Write() => TitleRulesYaml.Write(this);

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var all = Rules;
        return new(
            "title rules",
            Column.Of("rule", all.Select(r => r.Name)),
            Column.Of("by", all.Select((_, i) => i < Own.Length ? "a person" : "built in")),
            Column.Of("level", all.Select(r => r.IsManagerOfWork ? TitleLevelName.Of(ManagersOfWork) : r.Level is { } level ? TitleLevelName.Of(level) : null)),
            Column.Of("department", all.Select(r => r.Department)),
            Column.Of("confidence", all.Select(r => r.Confidence)),
            Column.Of("phrases", all.Select(r => string.Join("; ", r.Phrases))),
            Column.Of("unless", all.Select(r => r.Unless.Length == 0 ? null : string.Join("; ", r.Unless))),
            Column.Of("why", all.Select(r => r.Why)));
    }

    /// <summary>Tells whether two sets of rules decide alike: rule by rule, in order.</summary>
    /// <param name="other">The other rules.</param>
    public bool Equals(TitleRules? other) => other is not null && ManagersOfWork == other.ManagersOfWork && Departments.SequenceEqual(other.Departments)
        && Own.Length == other.Own.Length && Own.Zip(other.Own).All(p => p.First with { Phrases = default, Unless = default } == p.Second with { Phrases = default, Unless = default }
            && p.First.Phrases.SequenceEqual(p.Second.Phrases) && p.First.Unless.SequenceEqual(p.Second.Unless));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Own.Length, ManagersOfWork, Departments.Count);
}
