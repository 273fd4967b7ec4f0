using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>The rules as SQL, from the same list, so that no side is given other work.</summary>
public static class AssignSql
{
    /// <summary>Returns <c>{"load", "assign"}</c>: the typed columns of the file, and one CASE a dimension.</summary>
    public static string Json() => JsonSerializer.Serialize(new
    {
        load = """
            "Account ID" as id, "Type" as account_type, try_cast(replace("Employees", ',', '') as double) as employees, try_cast(replace(replace(trim("ARR"), '$', ''), ',', '') as double) as arr,
            "Industry" as industry, "Billing Country" as country, try_cast("Health_Score__c" as double) as health_score, try_cast("Created Date" as date) as created,
            try_strptime("Last Activity", '%m/%d/%Y')::date as last_activity
            """,
        assign = $"select id, {string.Join(", ", AssignWorkload.Dimensions.Select(d => $"{Case(d.Segments)} as \"{d.Dimension}\""))} from accounts",
    });

    /// <summary>A rule that a blank keeps open before the first that holds leaves the account Unassigned: CASE has to ask for it, as null is not true.</summary>
    private static string Case(IEnumerable<(string Name, string Rule, string Sql)> segments) =>
        $"case when {AssignWorkload.Excluded.Sql} then 'Excluded' {string.Join(' ', segments.Select(s => $"when {s.Sql} then '{s.Name}' when ({s.Sql}) is null then 'Unassigned'"))} else 'Unassigned' end";
}
