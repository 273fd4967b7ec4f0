using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Text;

namespace Segmentation.Standardize;

/// <summary>
/// Finds what becomes of each distinct value of one field. Targets are the allowed values; where there is no list, each value in turn, most frequent
/// first, becomes the target of those that follow, unless it is another spelling itself. What a value becomes is never mapped on, so that
/// applying the outcomes twice changes nothing more.
/// </summary>
internal sealed class PicklistSolver
{
    private readonly PicklistOptions options;
    private readonly PicklistMatcher matcher;
    private readonly Role role;
    private readonly bool isControlled;
    private readonly double frequent;
    private readonly Dictionary<string, PicklistMapping> approved;
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);
    private readonly ILookup<string, PicklistNever> never;
    private readonly List<VariantValue> targets = [];
    private readonly Dictionary<string, VariantValue> targetOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<VariantValue>> byFingerprint = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<VariantValue>> byNGram = new(StringComparer.Ordinal);
    private readonly List<PicklistOutcome> outcomes = [];

    private PicklistSolver(Role role, PicklistList list, PicklistRules rules, PicklistOptions options, VariantValue[] values)
    {
        (this.role, this.options, isControlled) = (role, options, !list.Values.IsEmpty);
        frequent = values.Sum(v => (double)v.Records) * options.FrequentValueShare;
        matcher = new PicklistMatcher(options);
        approved = rules.Approved.ToDictionary(m => m.Written, StringComparer.Ordinal);
        never = rules.Never.SelectMany(p => new[] { (Key: p.Value, Pair: p), (Key: p.Other, Pair: p) }).ToLookup(p => p.Key, p => p.Pair, StringComparer.Ordinal);
        foreach (var target in list.Values.Where(v => !approved.ContainsKey(v)).Concat(rules.Approved.Concat(rules.Aliases).Select(m => m.Target)).Distinct())
            AddTarget(new VariantValue(target, 0, isControlled));

        // Other writings of what a person approved go with it, unless they are writings of a target too.
        foreach (var mapping in rules.Approved.Where(_ => options.Automatic.Contains(PicklistMethod.Fingerprint)))
        {
            if (Fingerprint.Of(mapping.Written) is { Length: > 0 } key && !byFingerprint.ContainsKey(key)) aliases.TryAdd(key, mapping.Target);
        }

        foreach (var mapping in rules.Aliases) aliases[Fingerprint.Of(mapping.Written)] = mapping.Target;

        // A common name must not speak against the list or a decision, and counts only where what it stands for is there.
        var known = isControlled ? [] : values.Select(v => v.Fingerprint).ToHashSet(StringComparer.Ordinal);
        foreach (var mapping in options.CommonAliases.GetValueOrDefault(role, []))
        {
            var (written, target) = (Fingerprint.Of(mapping.Written), Fingerprint.Of(mapping.Target));
            if ((byFingerprint.ContainsKey(target) || known.Contains(target)) && !byFingerprint.ContainsKey(written)) aliases.TryAdd(written, mapping.Target);
        }
    }

    /// <summary>Returns the outcome of each value, in the order given; a value whose proposal was rejected has one outcome more for it.</summary>
    /// <param name="role">The role.</param>
    /// <param name="list">The allowed values.</param>
    /// <param name="rules">What was decided; checked.</param>
    /// <param name="values">Distinct values with their records.</param>
    /// <param name="options">Limits.</param>
    public static List<PicklistOutcome> Solve(Role role, PicklistList list, PicklistRules rules, (string Text, int Records)[] values, PicklistOptions options)
    {
        VariantValue[] all = [.. values.Select(v => new VariantValue(v.Text, v.Records, false))];
        var solver = new PicklistSolver(role, list, rules, options, all);

        // Spellings that differ in writing only are counted together, so that their order is the same once they are merged. Other
        // names come last, when what they stand for is there.
        var together = all.GroupBy(v => v.Fingerprint, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(v => (long)v.Records), StringComparer.Ordinal);
        var order = all.OrderBy(v => solver.aliases.ContainsKey(v.Fingerprint)).ThenByDescending(v => together[v.Fingerprint]).ThenBy(v => v.Fingerprint, StringComparer.Ordinal)
            .ThenByDescending(v => v.Records).ThenBy(v => v.Text, StringComparer.Ordinal);
        foreach (var (value, rank) in order.Select((v, i) => (v, i))) solver.Add(value, rank);
        var place = values.Select((v, i) => (v.Text, i)).ToDictionary(v => v.Text, v => v.i, StringComparer.Ordinal);
        return [.. solver.outcomes.OrderBy(o => place[o.Value])];
    }

    private void Add(VariantValue value, int rank)
    {
        if (approved.TryGetValue(value.Text, out var decided))
        {
            outcomes.Add(new(value.Text, decided.Target, PicklistMethod.Approved, null, PicklistStatus.Applied));
            return;
        }

        if (targetOf.ContainsKey(value.Text))
        {
            outcomes.Add(new(value.Text, value.Text, PicklistMethod.Exact, 1, PicklistStatus.Canonical));
            return;
        }

        // Letters are compared only where that can end: not for the long tail of a free-text field, nor for a novel in a cell.
        var keysOnly = rank >= options.ComparedValues || value.Text.Length > options.LongestCompared;
        var matches = Matches(value, keysOnly);
        if (matches.Find(m => IsNever(value, m.Target)) is { Target: not null } rejected)
            outcomes.Add(new(value.Text, rejected.Target.Text, rejected.Method, rejected.Score, PicklistStatus.Rejected));
        matches.RemoveAll(m => IsNever(value, m.Target));
        if (matches.Count > 0 && !IsAmbiguous(matches))
        {
            var (target, method, score) = matches[0];
            var isApplied = options.Automatic.Contains(method);
            outcomes.Add(new(value.Text, target.Text, method, score, isApplied ? PicklistStatus.Applied : PicklistStatus.Waiting));
            // Other writings of a value that waits go with it, not past it.
            if (!isApplied && !isControlled && options.Automatic.Contains(PicklistMethod.Fingerprint)) AddKey(byFingerprint, value.Fingerprint, value);
        }
        else if (matches.Count > 0 || isControlled)
        {
            outcomes.Add(new(value.Text, null, null, null, PicklistStatus.Unmapped, keysOnly ? [] : Nearest(value)));
        }
        else
        {
            AddTarget(value);
            outcomes.Add(new(value.Text, value.Text, PicklistMethod.Exact, 1, PicklistStatus.Canonical));
        }
    }

    private void AddTarget(VariantValue value)
    {
        targets.Add(value);
        targetOf[value.Text] = value;
        AddKey(byFingerprint, value.Fingerprint, value);
        AddKey(byNGram, value.NGram, value);
    }

    private static void AddKey(Dictionary<string, List<VariantValue>> index, string key, VariantValue value)
    {
        if (key.Length == 0) return;
        if (!index.TryGetValue(key, out var same)) index[key] = same = [];
        same.Add(value);
    }

    /// <summary>Tells whether the decisions keep a value from a target: directly, or because what it must never meet leads there too. Of such two the approved one
    /// goes, else the first named in the pair; that hangs on no count, so the next export has the same answer.</summary>
    private bool IsNever(VariantValue value, VariantValue target)
    {
        foreach (var pair in never[value.Text])
        {
            var isFirst = pair.Value == value.Text;
            var other = isFirst ? pair.Other : pair.Value;
            if (other == target.Text) return true;
            if (approved.TryGetValue(other, out var decided) ? decided.Target == target.Text : !isFirst && LeadsTo(new VariantValue(other, 0, false), target)) return true;
        }

        return false;
    }

    private bool LeadsTo(VariantValue value, VariantValue target) => !targetOf.ContainsKey(value.Text)
        && ((aliases.TryGetValue(value.Fingerprint, out var named) && Fingerprint.Of(named) == target.Fingerprint) || matcher.Compare(value, target, keysOnly: false) is not null);

    /// <summary>Returns the targets that a value leads to, surest method first, then the best score, then the earliest.</summary>
    private List<(VariantValue Target, PicklistMethod Method, double Score)> Matches(VariantValue value, bool keysOnly)
    {
        var found = new List<(VariantValue Target, PicklistMethod Method, double Score)>();
        if (aliases.TryGetValue(value.Fingerprint, out var named))
        {
            if (targetOf.TryGetValue(named, out var exact)) found.Add((exact, PicklistMethod.Alias, 1));
            else found.AddRange(byFingerprint.GetValueOrDefault(Fingerprint.Of(named), []).Take(1).Select(t => (t, PicklistMethod.Alias, 1.0)));
        }

        var sameKey = byFingerprint.GetValueOrDefault(value.Fingerprint, []).Concat(byNGram.GetValueOrDefault(value.NGram, []));
        foreach (var target in sameKey.Concat(keysOnly ? [] : targets).Distinct())
        {
            if (found.Exists(f => ReferenceEquals(f.Target, target))) continue;
            if (matcher.Compare(value, target, keysOnly || target.Text.Length > options.LongestCompared) is not { } match) continue;
            // Names of one country are an alias only where the field holds countries: "IN" is Indiana elsewhere.
            if (match.Method == PicklistMethod.Alias && role != Role.Country) continue;
            if (match.Method > PicklistMethod.NGram && !isControlled && value.Records >= frequent && target.Records >= frequent) continue;
            found.Add((target, match.Method, match.Score));
        }

        return [.. found.OrderBy(m => m.Method).ThenByDescending(m => m.Score)];
    }

    /// <summary>Tells whether a second target is as good as the first: by the same method and as near; an abbreviation of two values is neither's. Without a
    /// list, of two targets with the same key the more frequent is meant.</summary>
    private bool IsAmbiguous(List<(VariantValue Target, PicklistMethod Method, double Score)> matches) => matches.Count > 1 && matches[1].Method == matches[0].Method
        && (isControlled || matches[0].Method > PicklistMethod.NGram)
        && (matches[0].Method == PicklistMethod.Abbreviation || matches[1].Score >= matches[0].Score);

    private ImmutableArray<PicklistCandidate> Nearest(VariantValue value) =>
    [
        .. targets.Where(t => t.Text.Length <= options.LongestCompared && !IsNever(value, t)).Select(t => new PicklistCandidate(t.Text, PicklistMatcher.Similarity(value, t)))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Value, StringComparer.Ordinal).Take(options.Candidates),
    ];
}
