using System.Collections.Immutable;
using Segmentation.Criteria;

namespace Segmentation.Framework;

/// <content>What an architect does to a framework in a refinement meeting. Every change returns a new framework; write it with <see cref="Save"/>.</content>
public sealed partial record SegmentationFramework
{
    /// <summary>Returns the framework with an item agreed as it stands; its open question is answered.</summary>
    /// <param name="item">The item's name, <c>Customer Tier/Enterprise</c>; where several are called so, with what it is in front: <c>terms/Enterprise</c>.</param>
    /// <param name="date">The day.</param>
    /// <param name="evidence">The notebook result that it rests on; the evidence written before stays where null.</param>
    /// <exception cref="ArgumentException">No item is called so, or several are.</exception>
    public SegmentationFramework Confirm(string item, DateTime date, string? evidence = null) => Settle(item, ItemStatus.Confirmed, null, date, evidence);

    /// <summary>Returns the framework with an item agreed after a change made before with <c>With</c>; its open question is answered.</summary>
    /// <param name="item">The item's name, as for <see cref="Confirm"/>.</param>
    /// <param name="date">The day.</param>
    /// <param name="evidence">The notebook result that it rests on; the evidence written before stays where null.</param>
    /// <exception cref="ArgumentException">No item is called so, or several are.</exception>
    public SegmentationFramework Correct(string item, DateTime date, string? evidence = null) => Settle(item, ItemStatus.Corrected, null, date, evidence);

    /// <summary>Returns the framework with other criteria for a segment, an exclusion or a view, agreed so; its open question is answered.</summary>
    /// <param name="item">The item's name, as for <see cref="Confirm"/>.</param>
    /// <param name="criteria">The rule as agreed.</param>
    /// <param name="date">The day.</param>
    /// <param name="evidence">The notebook result that it rests on; the evidence written before stays where null.</param>
    /// <exception cref="ArgumentException">No item is called so, several are, or the item has no criteria.</exception>
    /// <exception cref="CriterionException">The criteria cannot be used.</exception>
    public SegmentationFramework Correct(string item, string criteria, DateTime date, string? evidence = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(criteria);
        return Settle(item, ItemStatus.Corrected, criteria, date, evidence);
    }

    /// <summary>Returns the framework with a question put to an item. The status stays: an agreed item that is asked about is still agreed.</summary>
    /// <param name="item">The item's name, as for <see cref="Confirm"/>.</param>
    /// <param name="question">The question.</param>
    /// <exception cref="ArgumentException">No item is called so, or several are.</exception>
    public SegmentationFramework Ask(string item, string question)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(item);
        ArgumentException.ThrowIfNullOrWhiteSpace(question);
        return FrameworkItems.Change(this, item, s => s with { Question = question.Trim() });
    }

    /// <summary>Returns the framework with a dimension in the place of the one of that name, or added at the end.</summary>
    /// <param name="dimension">The dimension; its criteria may use the framework's fields.</param>
    /// <exception cref="ArgumentException">The dimension cannot be in this framework: a field is not declared, a name is given twice, an override or view names a segment that is gone.</exception>
    public SegmentationFramework With(Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return Checked(this with { Dimensions = Put(Dimensions, dimension, d => d.Name == dimension.Name) }, nameof(dimension));
    }

    /// <summary>Returns the framework with an exclusion in the place of the one of that name, or added at the end.</summary>
    /// <param name="exclusion">The exclusion; its criteria may use the framework's fields.</param>
    /// <exception cref="ArgumentException">A field of its criteria is not declared.</exception>
    public SegmentationFramework With(Exclusion exclusion)
    {
        ArgumentNullException.ThrowIfNull(exclusion);
        return Checked(this with { Exclusions = Put(Exclusions, exclusion, e => e.Name == exclusion.Name) }, nameof(exclusion));
    }

    /// <summary>Returns the framework with a field in the place of the one of that name, or added at the end of its side.</summary>
    /// <param name="field">The field.</param>
    /// <exception cref="ArgumentException">Another field has its name but for upper and lower case.</exception>
    public SegmentationFramework With(FrameworkField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var fields = Put(Fields, field, f => f.Of == field.Of && f.Definition.Name == field.Definition.Name);
        return Checked(this with { Fields = [.. fields.OrderBy(f => f.Of)] }, nameof(field));
    }

    /// <summary>Returns the framework with an override in the place of the one of that record and dimension, or added at the end.</summary>
    /// <param name="made">The override.</param>
    /// <exception cref="ArgumentException">The dimension or segment is not there.</exception>
    public SegmentationFramework With(Override made)
    {
        ArgumentNullException.ThrowIfNull(made);
        return Checked(this with { Overrides = Put(Overrides, made, o => o.RecordId == made.RecordId && o.Dimension == made.Dimension) }, nameof(made));
    }

    /// <summary>Returns the framework as another version.</summary>
    /// <param name="version">The version: <c>v2</c>, <c>vFinal</c>.</param>
    /// <exception cref="ArgumentException">The text is no version.</exception>
    public SegmentationFramework AsVersion(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        return Checked(this with { Version = version }, nameof(version));
    }

    private SegmentationFramework Settle(string item, ItemStatus status, string? criteria, DateTime date, string? evidence)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(item);
        return FrameworkItems.Change(this, item, s => s with { Status = status, Date = date.Date, Evidence = evidence ?? s.Evidence, Question = null }, criteria);
    }

    private static ImmutableArray<T> Put<T>(ImmutableArray<T> items, T item, Func<T, bool> isSame)
    {
        var place = items.Select((old, i) => (old, i)).Where(p => isSame(p.old)).Select(p => p.i).DefaultIfEmpty(-1).First();
        return place < 0 ? items.Add(item) : items.SetItem(place, item);
    }

    private static SegmentationFramework Checked(SegmentationFramework framework, string parameter)
    {
        foreach (var (subject, of, criteria) in framework.Exclusions.Select(e => ($"exclusion '{e.Name}'", e.Of, e.Criteria))
            .Concat(framework.Dimensions.SelectMany(d => d.Segments.Select(s => ($"'{d.Name}{FrameworkItems.Between}{s.Name}'", d.Of, s.Criteria)))))
        {
            var declared = framework.DefinitionsOf(of).Select(f => f.Name).ToArray();
            if (criteria.Fields.FirstOrDefault(f => !declared.Contains(f)) is { } missing)
                throw new ArgumentException($"The criteria of {subject} name a field that the framework does not declare: found '{missing}', expected one of {string.Join(", ", declared)}. Declare it first: With(new FrameworkField(…)).", parameter);
        }

        return FrameworkFaults.First(framework) is not { } fault ? framework
            : throw new ArgumentException($"{fault.Subject}; found {fault.Found}, expected {fault.Expected}. {fault.Remedy}", parameter);
    }
}
