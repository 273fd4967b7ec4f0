using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Criteria;

/// <summary>A rule as a person reads it, <c>employees &gt;= 1000 or arr &gt;= 500_000</c>, parsed once to a tree.</summary>
/// <remarks>
/// <para>A condition compares a field with a value: <c>= != &lt; &lt;= &gt; &gt;=</c>, <c>in [a, b]</c>, <c>between a and b</c> (both ends included), <c>100 &lt;= employees &lt; 1000</c>,
/// <c>is blank</c>, <c>contains</c>; <c>not</c> stands before <c>in</c>, <c>between</c>, <c>contains</c> and <c>blank</c>, or before a whole condition. A yes/no field is a condition by itself.
/// <c>not</c> binds closer than <c>and</c>, and <c>and</c> closer than <c>or</c>. <c>otherwise</c>, alone, holds for every record. Case does not count in keywords and names.</para>
/// <para>A name with spaces stands in backquotes: <c>`Annual Revenue` &gt; 1M</c>. Numbers: <c>1000</c>, <c>500_000</c>, <c>-2.5</c>, <c>500K</c>, <c>1.5M</c>, <c>25%</c> (0.25); a field of whole numbers is
/// compared with whole numbers only. Text may have several words without quotes (<c>industry = Financial Services</c>) and stands in double quotes, a quote inside doubled, where it holds
/// <c>and</c>, <c>or</c> or special signs. Dates: <c>2026-06-30</c>, <c>as_of</c>, <c>as_of - 90 days</c>; a time of day does not count.</para>
/// <para>Text is equal where it is the same but for upper and lower case: accents, spaces at the ends and spelling count. Null policy: a comparison with a blank value is unknown;
/// <c>not</c> unknown is unknown, <c>and</c> is false where any part is, <c>or</c> true where any part is (S. C. Kleene's strong three-valued logic, as in SQL). <c>is blank</c> is never unknown.</para>
/// </remarks>
public sealed record Criterion
{
    internal Criterion(string text, Condition root)
    {
        Text = text;
        Root = root;
        Fields = [.. FieldsOf(root).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Gets the rule as it was written.</summary>
    public string Text { get; }

    /// <summary>Gets the tree.</summary>
    public Condition Root { get; }

    /// <summary>Gets the fields named, each once, in the order in which they appear.</summary>
    public ImmutableArray<string> Fields { get; }

    /// <summary>Returns a criterion.</summary>
    /// <param name="text">The rule.</param>
    /// <param name="fields">The fields that it may name.</param>
    /// <param name="options">How large a rule may be; <see cref="CriterionOptions.Default"/> where null.</param>
    /// <exception cref="CriterionException">The text is no rule, names an unknown field or a value outside its picklist, or compares a field with a value of another type; with the place.</exception>
    /// <exception cref="ArgumentException">Two fields share a name.</exception>
    public static Criterion Parse(string text, IReadOnlyCollection<FieldDefinition> fields, CriterionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fields);
        return new CriterionParser(text, fields, options ?? CriterionOptions.Default).Parse();
    }

    /// <summary>Returns the answer for every record.</summary>
    /// <param name="records">Columns under the fields' names, each of its field's type; a column without any value may be of any.</param>
    /// <param name="asOf">The date from which relative dates count.</param>
    /// <param name="blanked">Fields taken as blank whatever they hold; none where null.</param>
    /// <returns>Length of the records' rows.</returns>
    /// <exception cref="ArgumentException">A field has no column, or one of another type.</exception>
    public Truth[] Evaluate(Table records, DateTime asOf, IReadOnlySet<string>? blanked = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        return CriterionEvaluation.Of(Root, records, asOf, blanked);
    }

    /// <summary>Returns the answer for one record, with the answer of each condition and the value it saw.</summary>
    /// <param name="records">As for <see cref="Evaluate"/>.</param>
    /// <param name="row">Zero-based record.</param>
    /// <param name="asOf">The date from which relative dates count.</param>
    /// <param name="blanked">Fields taken as blank whatever they hold; none where null.</param>
    /// <exception cref="ArgumentException">A field has no column, or one of another type.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such record.</exception>
    public CriterionTrace Explain(Table records, int row, DateTime asOf, IReadOnlySet<string>? blanked = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, records.RowCount);
        return CriterionEvaluation.Explain(Root, records, row, asOf, blanked);
    }

    /// <summary>Returns where the rule cuts the axes of numbers and dates: fields in order of appearance, values ascending, each once.</summary>
    /// <param name="asOf">The date from which relative dates count.</param>
    public ImmutableArray<CriterionThreshold> Thresholds(DateTime asOf) => CriterionThresholds.Of(Root, Fields, asOf);

    /// <summary>Tells whether another rule is the same: the same tree, however it is spelt. The order of a list's values and the case of text do not count.</summary>
    /// <param name="other">The other rule.</param>
    public bool SameRule(Criterion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ConditionEquality.Changes(Root, other.Root) is { IsEmpty: true };
    }

    /// <summary>Tells whether another rule is the same but for its thresholds, the numbers and dates it compares with. Other texts or lists of values make another rule.</summary>
    /// <param name="other">The other rule.</param>
    public bool SameShape(Criterion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ConditionEquality.Changes(Root, other.Root) is { } changes && changes.All(c => c.IsThreshold);
    }

    /// <summary>Returns the values that differ in another rule that is the same otherwise; empty where nothing differs, or more than values.</summary>
    /// <param name="other">The rule after the change.</param>
    public ImmutableArray<LiteralChange> LiteralChanges(Criterion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ConditionEquality.Changes(Root, other.Root) ?? [];
    }

    /// <summary>Returns the rule with other numbers at some of its thresholds; the same rule where it has none of them.</summary>
    /// <param name="numbers">The new number of each threshold, as <see cref="Thresholds"/> gives it; a date is left as it is.</param>
    /// <param name="fields">The fields that the rule may name.</param>
    /// <exception cref="CriterionException">A number cannot stand there: a field of whole numbers is compared with whole numbers only.</exception>
    public Criterion WithThresholds(IReadOnlyDictionary<CriterionThreshold, double> numbers, IReadOnlyCollection<FieldDefinition> fields)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(fields);
        return Thresholds(default).Any(numbers.ContainsKey) ? Parse(CriterionThresholds.Replace(Root, numbers).ToText(), fields) : this;
    }

    /// <summary>Returns the rule in words, as <see cref="Condition.ToWords"/>.</summary>
    /// <param name="fields">The fields, for their units.</param>
    public string ToWords(IEnumerable<FieldDefinition> fields) => Root.ToWords(fields);

    /// <summary>Tells whether another criterion is written alike and is the same rule.</summary>
    /// <param name="other">The other criterion.</param>
    public bool Equals(Criterion? other) => other is not null && Text == other.Text && SameRule(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Returns the fields that a condition names, in order, repeated where it repeats them.</summary>
    internal static IEnumerable<string> FieldsOf(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(FieldsOf),
        AnyOf any => any.Parts.SelectMany(FieldsOf),
        NotOf not => FieldsOf(not.Inner),
        Compared compared => [compared.Field],
        Between between => [between.Field],
        OneOf one => [one.Field],
        IsBlank blank => [blank.Field],
        Contains contains => [contains.Field],
        _ => [],
    };
}
