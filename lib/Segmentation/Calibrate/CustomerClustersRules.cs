using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Clustering;
using Segmentation.Criteria;

namespace Segmentation.Calibrate;

/// <summary>Writes the leaves of a tree as criteria of a framework, their cuts rounded.</summary>
internal sealed class CustomerClustersRules
{
    // A double has no more.
    private const int MostDigits = 15;

    private readonly IReadOnlyCollection<FieldDefinition> definitions;
    private readonly ImmutableArray<FeatureCodingField> coded;
    private readonly Dictionary<(string Field, double Cut), double> rounded = [];

    /// <summary>Returns a writer for a tree: every cut of it is rounded once, so that what lies below a cut and what lies above still meet there.</summary>
    public CustomerClustersRules(DecisionTreeResult tree, IReadOnlyCollection<FieldDefinition> definitions, ImmutableArray<FeatureCodingField> coded, int digits)
    {
        (this.definitions, this.coded) = (definitions, coded);
        foreach (var field in tree.Labels.SelectMany(l => l.Rules).SelectMany(r => r.Conditions).GroupBy(c => c.Feature, StringComparer.Ordinal))
        {
            // Cuts that fall together become one, unless a band lies between them: then there are as many digits as tell its ends apart.
            var isWhole = Definition(field.Key).Type == FieldType.Whole;
            var enough = Enumerable.Range(digits, MostDigits).FirstOrDefault(d => field.All(c => c is not { From: { } from, Below: { } below } || Round(from, d, isWhole) < Round(below, d, isWhole)), digits + MostDigits);
            foreach (var cut in field.SelectMany(c => new[] { c.From, c.Below }).OfType<double>().Distinct()) rounded[(field.Key, cut)] = Round(cut, enough, isWhole);
        }
    }

    /// <summary>Returns the rule of a label: any of its leaves; null where it has none or they hold for every record.</summary>
    public Criterion? Of(TreeLabel label)
    {
        if (label.Rules.IsEmpty || label.Rules.Any(r => r.Conditions.IsEmpty)) return null;
        Condition[] leaves = [.. label.Rules.Select(r => Joined([.. r.Conditions.SelectMany(Conditions)]))];
        var rule = leaves is [var only] ? only : new AnyOf([.. leaves]);
        return Criterion.Parse(rule.ToText(), definitions);
    }

    /// <summary>Returns where a cut was put.</summary>
    public double Rounded(string field, double cut) => rounded[(field, cut)];

    private static Condition Joined(ImmutableArray<Condition> parts) => parts is [var only] ? only : new AllOf(parts);

    private IEnumerable<Condition> Conditions(TreeCondition condition)
    {
        var definition = Definition(condition.Feature);
        if (condition.From is { } from) yield return new Compared(definition.Name, ComparisonOperator.GreaterOrEqual, new NumberOperand(Rounded(condition.Feature, from)));
        if (condition.Below is { } below) yield return new Compared(definition.Name, ComparisonOperator.Less, new NumberOperand(Rounded(condition.Feature, below)));
        if (condition.Categories.IsEmpty) yield break;
        if (definition.Type == FieldType.Flag)
        {
            if (condition.Categories is [var answer]) yield return answer == "yes" ? new Compared(definition.Name, ComparisonOperator.Equal, new FlagOperand(true)) : new NotOf(new Compared(definition.Name, ComparisonOperator.Equal, new FlagOperand(true)));
            yield break;
        }

        // Other is whatever is not named: said by the values that are.
        var isPooled = coded.First(f => f.Name == condition.Feature).Values is [.., FeatureCoding.Other];
        if (isPooled && condition.Categories.Contains(FeatureCoding.Other)) yield return new NotOf(Named(definition.Name, [.. coded.First(f => f.Name == condition.Feature).Values.SkipLast(1).Except(condition.Categories)]));
        else yield return Named(definition.Name, condition.Categories);
    }

    private static Condition Named(string field, ImmutableArray<string> values) => values is [var only] ? new Compared(field, ComparisonOperator.Equal, new TextOperand(only)) : new OneOf(field, [.. values.Select(v => new TextOperand(v))]);

    private FieldDefinition Definition(string name) => definitions.First(d => d.Name == name);

    private static double Round(double cut, int digits, bool isWhole)
    {
        var round = double.Parse(cut.ToString(string.Create(CultureInfo.InvariantCulture, $"E{digits - 1}"), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return isWhole ? Math.Round(round, MidpointRounding.AwayFromZero) : round;
    }
}
