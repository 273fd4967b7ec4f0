using Segmentation.Criteria;
using Segmentation.Framework;

namespace Segmentation.Assign;

/// <summary>Says in words what a record's values do to a rule.</summary>
internal sealed class ExplanationWords(SegmentationFramework framework, FrameworkRecords records)
{
    private readonly FieldDefinition[] fields = [.. framework.Fields.Where(f => f.Of == records.Of).Select(f => f.Definition)];

    /// <summary>Returns the values that decide a rule's answer: <c>employees 450, ARR 620,000</c>.</summary>
    public static string Seen(CriterionTrace trace) => string.Join(", ", Deciding(trace).DistinctBy(t => t.Field).Select(t => $"{ConditionWords.Name(t.Field!)} {t.Value ?? "blank"}"));

    /// <summary>Returns why a rule's answer is what it is: <c>ARR 620,000 is at least 500,000 and industry is Media</c>; empty where it rests on no value.</summary>
    public string Because(CriterionTrace trace) => string.Join(" and ", Deciding(trace).Select(Of).Distinct(StringComparer.Ordinal));

    /// <summary>Tells whether a value that decides points at a person or customer.</summary>
    public static bool IsPersonal(CriterionTrace trace) => Deciding(trace).Any(t => t.IsPersonal);

    /// <summary>Returns what a field is called in words.</summary>
    public static string Field(FrameworkRecords records, int column) => ConditionWords.Name(records.Fields.Columns[column].Name);

    /// <summary>Returns names with commas and a last "or".</summary>
    public static string Or(IEnumerable<string> names) => Join([.. names], "or");

    /// <summary>Returns names with commas and a last "and".</summary>
    public static string And(IEnumerable<string> names) => Join([.. names], "and");

    private static string Join(string[] names, string joint) => names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} {joint} {names[^1]}";

    private static IEnumerable<CriterionTrace> Deciding(CriterionTrace trace) => trace.Deciding.Where(t => t.Field is not null);

    private string Of(CriterionTrace trace)
    {
        var name = ConditionWords.Name(trace.Field!);
        if (trace.Value is not { } value) return $"{name} is blank";
        var holds = trace.Answer == Truth.True;
        if (trace.Condition is IsBlank) return $"{name} is {value}";
        var rest = trace.Condition.ToWords(fields)[name.Length..].Trim();
        return trace.Condition switch
        {
            Compared { Value: FlagOperand } => $"{name} is {value}",
            OneOf or Compared { Value: TextOperand } => holds && !rest.StartsWith("is not", StringComparison.Ordinal) ? $"{name} is {value}"
                : holds ? $"{name} {value} {rest}"
                : rest.StartsWith("is not", StringComparison.Ordinal) ? $"{name} is {value}"
                : $"{name} {value} is not{rest["is".Length..]}",
            Contains contains => $"{name} {value} {(holds ? "contains" : "does not contain")} \"{contains.Part}\"",
            _ => $"{name} {value} is {(holds ? string.Empty : "not ")}{rest}",
        };
    }
}
