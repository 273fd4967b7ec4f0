using System.Collections.Immutable;

namespace Segmentation.Standardize;

/// <summary>Applies ordered rules to titles.</summary>
internal sealed class TitleMatcher
{
    // A title is a few words; what is longer is a paragraph that fell into the field.
    private const int LongestTitle = 200;

    private static readonly TitleDecision NoRule = new("no rule", string.Empty, TitleConfidence.None, "no word of the title is in a rule");

    private static readonly (TitlePhrase Phrase, bool ToTheEnd)[] References = [.. TitleRuleBook.References.Split(';', StringSplitOptions.TrimEntries)
        .Select(r => (new TitlePhrase(r.TrimEnd('.', ' ')), r.EndsWith("...", StringComparison.Ordinal)))];

    private static readonly TitlePhrase[] Earlier = [.. TitleRuleBook.Earlier.Split(';', StringSplitOptions.TrimEntries).Select(e => new TitlePhrase(e))];

    private readonly Entry[] levels;
    private readonly Entry[] departments;
    private readonly TitleLevel managersOfWork;
    private readonly Dictionary<string, List<(int Rule, TitlePhrase Phrase)>> levelsByWord;
    private readonly Dictionary<string, List<(int Rule, TitlePhrase Phrase)>> departmentsByWord;

    public TitleMatcher(ImmutableArray<TitleRule> rules, TitleLevel managersOfWork)
    {
        this.managersOfWork = managersOfWork;
        levels = [.. rules.Where(r => r.Level is not null || r.IsManagerOfWork).Select(r => new Entry(r, [.. r.Unless.Select(p => new TitlePhrase(p))]))];
        departments = [.. rules.Where(r => r.Department is not null).Select(r => new Entry(r, [.. r.Unless.Select(p => new TitlePhrase(p))]))];
        levelsByWord = Index(levels);
        departmentsByWord = Index(departments);
    }

    public TitleClassification Classify(string title)
    {
        var trimmed = title.AsSpan().Trim();
        if (trimmed.Length > LongestTitle) return Undecided(title, "too long", $"longer than {LongestTitle} characters: text that is no title");
        if (trimmed.Length > 0 && trimmed[0] is '=' or '@') return Undecided(title, "formula", "begins as a spreadsheet formula: text that is no title");
        var words = TitleWords.Of(title);
        var own = WithoutReferences(words);
        if (words.Length > 0 && own.Length == 0) return Undecided(title, "office of an executive", "names whose office it is, not the position held there", words);
        var (levelRule, levelBy) = Decide(levels, levelsByWord, own);
        var (departmentRule, departmentBy) = Decide(departments, departmentsByWord, words);
        return new TitleClassification
        {
            Title = title,
            Level = levelRule is null ? TitleLevel.Unknown : levelRule.IsManagerOfWork ? managersOfWork : levelRule.Level!.Value,
            LevelBy = levelBy,
            Department = departmentRule?.Department,
            DepartmentBy = departmentBy,
        };
    }

    /// <summary>Leaves out what names somebody else ("to the CEO", "office of the CFO") and what follows the present position ("CTO, former VP").</summary>
    private static string[] WithoutReferences(string[] words)
    {
        foreach (var (phrase, toTheEnd) in References)
        {
            while (phrase.Find(words) is var (start, length)) words = toTheEnd ? words[..start] : [.. words[..start], .. words[(start + length)..]];
        }

        foreach (var phrase in Earlier)
        {
            // At the beginning or the end it is the position itself that is over: "ex-CTO", "CEO, retired".
            if (phrase.Find(words) is var (start, length) && start > 0 && start + length < words.Length) words = words[..start];
        }

        return words;
    }

    /// <summary>Returns the first rule that applies. Only phrases whose first word the title holds are looked for, and those that begin with a star.</summary>
    private static (TitleRule? Rule, TitleDecision By) Decide(Entry[] entries, Dictionary<string, List<(int Rule, TitlePhrase Phrase)>> byWord, string[] words)
    {
        var (best, at) = (entries.Length, (Start: 0, Length: 0));
        Look(byWord[string.Empty]);
        foreach (var word in words)
        {
            if (byWord.TryGetValue(word, out var phrases)) Look(phrases);
        }

        if (best == entries.Length) return (null, words.Length == 0 ? NoRule with { Why = "no letters or digits" } : NoRule);
        var rule = entries[best].Rule;
        return (rule, new(rule.Name, string.Join(' ', words.AsSpan(at.Start, at.Length).ToArray()), rule.Confidence, rule.Why ?? "decided by a person"));

        void Look(List<(int Rule, TitlePhrase Phrase)> phrases)
        {
            foreach (var (candidate, phrase) in phrases)
            {
                // Phrases stand in the order of their rules.
                if (candidate >= best) return;
                if (phrase.Find(words) is not { } found || Array.Exists(entries[candidate].Unless, u => u.Find(words) is not null)) continue;
                (best, at) = (candidate, found);
                return;
            }
        }
    }

    private TitleClassification Undecided(string title, string rule, string why, string[]? words = null)
    {
        var (department, by) = words is null ? (null, new TitleDecision(rule, string.Empty, TitleConfidence.None, why)) : Decide(departments, departmentsByWord, words);
        return new() { Title = title, Level = TitleLevel.Unknown, LevelBy = new(rule, words is null ? string.Empty : string.Join(' ', words), TitleConfidence.None, why), Department = department?.Department, DepartmentBy = by };
    }

    /// <summary>Returns the phrases by their first word, in the order of their rules; under the empty word those whose first word is not a plain one.</summary>
    private static Dictionary<string, List<(int Rule, TitlePhrase Phrase)>> Index(Entry[] entries)
    {
        var index = new Dictionary<string, List<(int Rule, TitlePhrase Phrase)>>(StringComparer.Ordinal) { [string.Empty] = [] };
        for (var i = 0; i < entries.Length; i++)
        {
            foreach (var phrase in entries[i].Rule.Phrases.Select(p => new TitlePhrase(p)))
            {
                if (index.TryGetValue(phrase.First ?? string.Empty, out var phrases)) phrases.Add((i, phrase));
                else index[phrase.First!] = [(i, phrase)];
            }
        }

        return index;
    }

    private sealed record Entry(TitleRule Rule, TitlePhrase[] Unless);
}
