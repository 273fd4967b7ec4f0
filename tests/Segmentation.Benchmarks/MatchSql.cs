using System.Globalization;
using System.Text;
using System.Text.Json;
using Segmentation.Match;

namespace Segmentation.Benchmarks;

/// <summary>The workload as SQL, from the same rules, comparisons and weights, so that no side is given other work.</summary>
public static class MatchSql
{
    /// <summary>Returns <c>{"fields", "candidates", "levels", "score", "lowest"}</c>, expressions over a table <c>contacts</c> of one column a field and the row <c>id</c>.</summary>
    public static string Json()
    {
        var settings = MatchWorkload.Settings;
        return JsonSerializer.Serialize(new
        {
            fields = string.Join(", ", MatchWorkload.Fields.Select(f => $"nullif({(f.Digits ? $"regexp_replace(\"{f.Column}\", '[^0-9]', '', 'g')" : $"lower(trim(\"{f.Column}\"))")}, '') as \"{f.Field}\"")),
            candidates = $"select *, {string.Join(", ", Graded(settings).Select(Similarity))} from ({string.Join(" union all ", settings.Blocking.Select((_, i) => Candidates(settings, i)))})",
            levels = string.Join(", ", settings.Comparisons.Select((c, i) => Case(c, level => level.ToString(CultureInfo.InvariantCulture)) + $" as c{i}")),
            score = string.Join(" + ", settings.Comparisons.Select((c, i) => Case(c, level => Number(MatchWorkload.Parameters.Weight(i, level)))).Prepend(Number(MatchWorkload.Parameters.PriorWeight))),
            lowest = MatchWorkload.LowestWeight,
        });
    }

    /// <summary>The pairs of a rule that no rule before it makes, with the values of both sides: one pass, no table of pairs.</summary>
    private static string Candidates(MatchSettings settings, int rule)
    {
        var columns = string.Join(", ", MatchWorkload.Fields.Select(f => $"l.\"{f.Field}\" as \"{f.Field}1\", r.\"{f.Field}\" as \"{f.Field}2\""));
        var earlier = string.Concat(settings.Blocking.Take(rule).Select(r => $" and not coalesce({Same(r)}, false)"));
        return $"select l.id as id1, r.id as id2, {columns} from contacts l join contacts r on {Same(settings.Blocking[rule])} where l.id < r.id{earlier}";
    }

    private static IEnumerable<string> Graded(MatchSettings settings) =>
        settings.Comparisons.SelectMany(c => c.Levels).SelectMany(l => l.Conditions).Where(c => c.Test == LevelTest.JaroWinkler).Select(c => c.Field).Distinct();

    // Computed once a pair, and not for equal values: asked again in every level it takes longer.
    private static string Similarity(string field) => $"case when \"{field}1\" = \"{field}2\" then 1 else jaro_winkler_similarity(\"{field}1\", \"{field}2\") end as \"{field}_alike\"";

    private static string Same(BlockingRule rule) => "(" + string.Join(" and ", rule.Fields.Select(f => $"l.\"{f}\" = r.\"{f}\"")) + ")";

    private static string Case(Comparison comparison, Func<int, string> of)
    {
        var text = new StringBuilder($"case when \"{comparison.Field}1\" is null or \"{comparison.Field}2\" is null then {of(0)}");
        for (var level = 0; level < comparison.Levels.Length; level++)
            text.Append(CultureInfo.InvariantCulture, $" when {string.Join(" and ", comparison.Levels[level].Conditions.Select(Condition))} then {of(level + 1)}");
        return text.Append(CultureInfo.InvariantCulture, $" else {of(comparison.Else)} end").ToString();
    }

    private static string Condition(LevelCondition condition) => condition.Test switch
    {
        LevelTest.Exact => $"\"{condition.Field}1\" = \"{condition.Field}2\"",
        LevelTest.JaroWinkler => $"\"{condition.Field}_alike\" >= {Number(condition.Threshold)}",
        _ => throw new NotSupportedException($"The workload asks for {condition.Test}, which has no word in SQL here."),
    };

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture) + "::double";
}
