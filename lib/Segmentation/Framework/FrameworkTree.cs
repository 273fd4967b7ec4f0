using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>A framework as the tree of its file, in the order in which a person reads it.</summary>
internal static class FrameworkTree
{
    /// <summary>Returns a status as the file spells it: <c>ASSUMED</c>.</summary>
    public static string Name(ItemStatus status) => SnakeName.Of(status).ToUpperInvariant();

    /// <summary>Returns what tells an override from the others.</summary>
    public static string IdOf(Override made) => IdOf(made.RecordId, made.Dimension);

    /// <summary>Returns what tells an override from the others.</summary>
    public static string IdOf(string record, string dimension) => $"{record} in {dimension}";

    /// <summary>Returns the tree.</summary>
    public static YamlMap Of(SegmentationFramework framework) => Map(
        ("version", Text(framework.Version)),
        ("title", Text(framework.Title)),
        ("naming", Line(("inside", Text(framework.Naming.Inside)), ("between", Text(framework.Naming.Between))) with { IsDefault = framework.Naming == NamingConvention.Default, IsSaidWhenNew = true }),
        ("policy", Line(
            ("blanks", Word(framework.Blanks) with { IsDefault = framework.Blanks == BlankPolicy.Unassigned, IsSaidWhenNew = true }),
            ("conflicts", Word(framework.Conflicts) with { IsDefault = framework.Conflicts == ConflictPolicy.ValueFirst, IsSaidWhenNew = true }))
            with
        { IsDefault = framework.Blanks == BlankPolicy.Unassigned && framework.Conflicts == ConflictPolicy.ValueFirst, IsSaidWhenNew = true }),
        ("limits", Limits(framework.Limits)),
        ("terms", Items(framework.Terms, t => t.Name, Term)),
        ("fields", Fields(framework)),
        ("exclusions", Items(framework.Exclusions, e => e.Name, Exclusion)),
        ("dimensions", Items(framework.Dimensions, d => d.Name, Dimension) is YamlList list ? list with { IsSpaced = true } : null),
        ("overrides", Items(framework.Overrides, IdOf, Override)),
        ("views", Items(framework.Views, v => v.Name, View)));

    private static YamlMap Limits(PlaybookLimits limits)
    {
        var all = WorkspaceYaml.LimitProperties.Select(p => (p.Key, Value: (YamlPart)(Number(p.Value, limits) with { IsDefault = Equals(p.Value.GetValue(limits), p.Value.GetValue(PlaybookLimits.Default)) }))).ToArray();
        return new YamlMap([.. all]) { OnOneLine = true, IsDefault = all.All(l => l.Value.IsDefault) };

        static YamlValue Number(PropertyInfo property, PlaybookLimits of) => Plain(Convert.ToString(property.GetValue(of), CultureInfo.InvariantCulture)!);
    }

    private static YamlMap Term(Term term) => Map([("name", Text(term.Name)), ("means", Text(term.Meaning)), .. Standing(term.Standing)]);

    private static YamlMap? Fields(SegmentationFramework framework)
    {
        var sides = framework.Fields.GroupBy(f => f.Of).OrderBy(s => s.Key).ToArray();
        return sides.Length == 0 ? null : Map([.. sides.Select(side => (SnakeName.Of(side.Key), (YamlPart?)new YamlMap([.. side.Select(f => (f.Definition.Name, (YamlPart)Field(f)))]) { IsOrdered = true }))]);
    }

    private static YamlMap Field(FrameworkField field) => Line([
        ("type", Word(field.Definition.Type)),
        ("unit", Text(field.Definition.Unit)),
        ("value", field.Definition.IsValue ? Plain("true") : null),
        ("column", Text(field.Definition.Column)),
        ("picklist", field.Definition.Picklist.IsDefaultOrEmpty ? null : new YamlList([.. field.Definition.Picklist.Select(v => (v, (YamlPart)new YamlValue(v)))]) { OnOneLine = true }),
        ("source", Text(field.Source)),
        .. Standing(field.Standing)]);

    private static YamlMap Exclusion(Exclusion exclusion) => Map([
        ("name", Text(exclusion.Name)), ("of", Word(exclusion.Of)), ("criteria", Text(exclusion.Criteria.Text)), ("reason", Text(exclusion.Reason)), .. Standing(exclusion.Standing)]);

    private static YamlMap Dimension(Dimension dimension) => Map([
        ("name", Text(dimension.Name)),
        ("label", new YamlValue(dimension.Label) { IsDefault = dimension.Label == dimension.Name }),
        ("kind", Word(dimension.Kind)),
        ("of", Word(dimension.Of)),
        ("purpose", Text(dimension.Purpose)),
        .. Standing(dimension.Standing),
        ("segments", Items(dimension.Segments, s => s.Name, Segment))]);

    private static YamlMap Segment(Segment segment) => Map([
        ("name", Text(segment.Name)),
        ("criteria", Text(segment.Criteria.Text)),
        ("action", Text(segment.Action)),
        ("owner", Text(segment.Owner)),
        ("expected", segment.Expected is { } expected ? Plain(expected.ToString(CultureInfo.InvariantCulture)) : null),
        .. Standing(segment.Standing)]);

    private static YamlMap Override(Override made) => Line([
        ("record", Text(made.RecordId)),
        ("dimension", Text(made.Dimension)),
        ("segment", Text(made.Segment)),
        ("owner", Text(made.Owner)),
        ("reason", Text(made.Reason)),
        ("expires", Day(made.Expires)),
        .. Standing(made.Standing)]);

    private static YamlMap View(SavedView view) => Line([
        ("name", Text(view.Name)),
        ("of", Word(view.Of)),
        ("segments", view.Segments.IsEmpty ? null : Line([.. view.Segments.Select(s => (s.Key, (YamlPart?)new YamlValue(s.Value)))])),
        ("criteria", Text(view.Criteria?.Text)),
        .. Standing(view.Standing)]);

    private static (string Key, YamlPart? Value)[] Standing(Standing standing) =>
    [
        ("status", Plain(Name(standing.Status)) with { IsDefault = standing.Status == ItemStatus.Assumed, IsSaidWhenNew = true }),
        ("date", standing.Date is { } date ? Day(date) : null),
        ("evidence", Text(standing.Evidence)),
        ("question", Text(standing.Question)),
        ("critical", standing.IsCritical is { } critical ? Plain(critical ? "true" : "false") : null),
    ];

    private static YamlMap Map(params (string Key, YamlPart? Value)[] entries) => new([.. entries.Where(e => e.Value is not null).Select(e => (e.Key, e.Value!))]);

    private static YamlMap Line(params (string Key, YamlPart? Value)[] entries) => Map(entries) with { OnOneLine = true };

    private static YamlList? Items<T>(ImmutableArray<T> items, Func<T, string> id, Func<T, YamlPart> part) => items.IsDefaultOrEmpty ? null : new([.. items.Select(i => (id(i), part(i)))]);

    private static YamlValue? Text(string? text) => text is null ? null : new YamlValue(text);

    private static YamlValue Plain(string text) => new(text, IsText: false);

    private static YamlValue Word<T>(T value)
        where T : struct, Enum => Plain(SnakeName.Of(value));

    private static YamlValue Day(DateTime date) => Plain(DateColumn.Show(date.Date));
}
