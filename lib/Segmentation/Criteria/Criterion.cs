using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Criteria;

/// <summary>A rule as a person reads it, <c>employees &gt;= 1000 or arr &gt;= 500_000</c>, parsed once to a tree.</summary>
/// <remarks>Null policy: a comparison with a blank value is unknown; <c>not</c> unknown is unknown, <c>and</c> is false where any part is, <c>or</c> true where
/// any part is (S. C. Kleene's strong three-valued logic, as in SQL). <c>is blank</c> is never unknown.</remarks>
public sealed record Criterion
{
    internal Criterion(string text, Condition root)
    {
        Text = text;
        Root = root;
    }

    /// <summary>Gets the rule as it was written.</summary>
    public string Text { get; }

    /// <summary>Gets the tree.</summary>
    public Condition Root { get; }

    /// <summary>Gets the fields named, each once, in the order in which they appear.</summary>
    public ImmutableArray<string> Fields => [.. FieldsOf(Root).Distinct(StringComparer.Ordinal)];

    /// <summary>Returns a criterion.</summary>
    /// <param name="text">The rule.</param>
    /// <param name="fields">The fields that it may name.</param>
    /// <exception cref="CriterionException">The text is no rule, names an unknown field, or compares a field with a value of another type; with the place.</exception>
    public static Criterion Parse(string text, IReadOnlyCollection<FieldDefinition> fields) => new CriterionParser(text, fields).Parse();

    /// <summary>Returns the answer for every record.</summary>
    /// <param name="records">Columns under the fields' names, each of its field's type.</param>
    /// <param name="asOf">The date from which relative dates count.</param>
    /// <param name="blanked">Fields taken as blank whatever they hold; none where null.</param>
    /// <returns>Length of the records' rows.</returns>
    public Truth[] Evaluate(Table records, DateTime asOf, IReadOnlySet<string>? blanked = null) => CriterionEvaluation.Of(Root, records, asOf, blanked);

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
