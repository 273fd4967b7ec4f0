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

    private readonly Entry[] levels;
    private readonly Entry[] departments;
    private readonly TitleLevel managersOfWork;
    private readonly Dictionary<string, List<int>> levelsByWord;
    private readonly Dictionary<string, List<int>> departmentsByWord;

    public TitleMatcher(ImmutableArray<TitleRule> rules, TitleLevel managersOfWork)
    {
        this.managersOfWork = managersOfWork;
        levels = [.. rules.Where(r => r.Level is not null || r.IsManagerOfWork).Select(r => new Entry(r))];
        departments = [.. rules.Where(r => r.Department is not null).Select(r => new Entry(r))];
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

    /// <summary>Leaves out what names somebody else: "to the CEO", "office of the CFO".</summary>
    private static string[] WithoutReferences(string[] words)
    {
        foreach (var (phrase, toTheEnd) in References)
        {
            while (phrase.Find(words) is var (start, length)) words = toTheEnd ? words[..start] : [.. words[..start], .. words[(start + length)..]];
        }

        return words;
    }

    private static (TitleRule? Rule, TitleDecision By) Decide(Entry[] entries, Dictionary<string, List<int>> byWord, string[] words)
    {
        var candidates = new SortedSet<int>(byWord[string.Empty]);
        foreach (var word in words)
        {
            if (byWord.TryGetValue(word, out var rules)) candidates.UnionWith(rules);
        }

        foreach (var candidate in candidates)
        {
            var (rule, phrases, unless) = entries[candidate];
            foreach (var phrase in phrases)
            {
                if (phrase.Find(words) is not var (start, length)) continue;
                if (Array.Exists(unless, u => u.Find(words) is not null)) break;
                return (rule, new(rule.Name, string.Join(' ', words.AsSpan(start, length).ToArray()), rule.Confidence, rule.Why ?? "decided by a person"));
            }
        }

        return (null, words.Length == 0 ? NoRule with { Why = "no letters or digits" } : NoRule);
    }

    private TitleClassification Undecided(string title, string rule, string why, string[]? words = null)
    {
        var (department, by) = words is null ? (null, new TitleDecision(rule, string.Empty, TitleConfidence.None, why)) : Decide(departments, departmentsByWord, words);
        return new() { Title = title, Level = TitleLevel.Unknown, LevelBy = new(rule, words is null ? string.Empty : string.Join(' ', words), TitleConfidence.None, why), Department = department?.Department, DepartmentBy = by };
    }

    /// <summary>Returns the rules to look at by a word of the title; under the empty word those to look at always.</summary>
    private static Dictionary<string, List<int>> Index(Entry[] entries)
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal) { [string.Empty] = [] };
        for (var i = 0; i < entries.Length; i++)
        {
            foreach (var first in entries[i].Phrases.Select(p => p.First ?? string.Empty).Distinct())
            {
                if (index.TryGetValue(first, out var rules)) rules.Add(i);
                else index[first] = [i];
            }
        }

        return index;
    }

    private sealed record Entry(TitleRule Rule, TitlePhrase[] Phrases, TitlePhrase[] Unless)
    {
        public Entry(TitleRule rule)
            : this(rule, [.. rule.Phrases.Select(p => new TitlePhrase(p))], [.. rule.Unless.Select(p => new TitlePhrase(p))])
        {
        }
    }
}
