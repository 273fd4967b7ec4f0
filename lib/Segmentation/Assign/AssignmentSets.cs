using System.Collections.Immutable;

namespace Segmentation.Assign;

/// <summary>Small sets of numbers, each kept once under a code: records that share one share its code. Code 0 is the empty set; members keep the order in which they came.</summary>
internal sealed class AssignmentSets
{
    private readonly List<ImmutableArray<int>> sets = [[]];
    private readonly Dictionary<(int, int), int> unions = [];
    private readonly Dictionary<int, int> singles = [];

    public ImmutableArray<int> this[int code] => sets[code];

    public int Single(int member)
    {
        if (singles.TryGetValue(member, out var code)) return code;
        sets.Add([member]);
        return singles[member] = sets.Count - 1;
    }

    public int Union(int left, int right)
    {
        if (left == 0 || left == right) return right;
        if (right == 0) return left;
        if (unions.TryGetValue((left, right), out var known)) return known;
        ImmutableArray<int> both = [.. sets[left].Union(sets[right])];
        var code = sets.FindIndex(s => s.SequenceEqual(both));
        if (code < 0)
        {
            sets.Add(both);
            code = sets.Count - 1;
        }

        return unions[(left, right)] = code;
    }
}
