using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Load;
using YamlDotNet.RepresentationModel;

namespace Segmentation.Framework;

/// <content>The items of the lists: terms, exclusions, dimensions with segments, overrides, views.</content>
internal sealed partial class FrameworkYaml
{
    private Term Term(YamlNode node, string parent)
    {
        var entries = Named(node, parent, "term", "means");
        return new(Name(entries, parent, "Churn"), entries.Text("means", "No ARR at the end of a month for an account that had some at its start.")) { Standing = Standing(entries) };
    }

    private Exclusion Exclusion(YamlNode node, string parent, Func<EntityKind, ImmutableArray<FieldDefinition>> fields)
    {
        var entries = Named(node, parent, "exclusion", "of", "criteria", "reason");
        var name = Name(entries, parent, "Competitors");
        var of = Side(entries);
        return new(name, of, Criteria(entries.Require("criteria", "account_type = Competitor"), entries.Subject, fields(of))) { Reason = entries.TextOrNull("reason"), Standing = Standing(entries) };
    }

    private Dimension Dimension(YamlNode node, string parent, Func<EntityKind, ImmutableArray<FieldDefinition>> fields)
    {
        var entries = Named(node, parent, "dimension", "label", "kind", "of", "purpose", "segments");
        var name = Name(entries, parent, "Customer Tier");
        var kind = entries.OneOf<DimensionKind>("kind", "kind of dimension");
        var of = Side(entries);
        var path = YamlPath.Of(parent, name, "segments");
        var segments = yaml.Items(entries.Require("segments", "- {name: Enterprise, criteria: employees >= 1000}"), "segments").Select(n => Segment(n, path, name, fields(of))).ToImmutableArray();
        Place(path, entries.Find("segments")!, 0);
        var dimension = new Dimension(name, kind, of, segments) { Purpose = entries.TextOrNull("purpose"), Standing = Standing(entries) };
        return entries.TextOrNull("label") is { } label ? dimension with { Label = Place(YamlPath.Of(parent, name, "label"), entries.Find("label")!, label) } : dimension;
    }

    private Segment Segment(YamlNode node, string parent, string dimension, ImmutableArray<FieldDefinition> fields)
    {
        var entries = Named(node, parent, "segment", "criteria", "action", "owner", "expected");
        var name = Name(entries, parent, "Enterprise");
        return new(name, Criteria(entries.Require("criteria", "employees >= 1000"), $"{dimension} / {name}", fields))
        {
            Action = entries.TextOrNull("action"),
            Owner = entries.TextOrNull("owner"),
            Expected = entries.Find("expected") is { } expected ? Expected(expected, entries.Subject) : null,
            Standing = Standing(entries),
        };
    }

    private Override Override(YamlNode node)
    {
        var entries = new YamlEntries(yaml, node, "an override", ["record", "dimension", "segment", "owner", "reason", "expires", .. StandingKeys]);
        var made = new Override(
            entries.Text("record", "001Hs00000001ouIAA"),
            entries.Text("dimension", "Customer Tier"),
            entries.Text("segment", "Enterprise"),
            entries.Text("owner", "VP Customer Success"),
            entries.Text("reason", "Agreed in the contract"),
            Date(entries.Require("expires", "2026-12-31"), "expires", entries.Subject))
        { Standing = Standing(entries) };
        var path = YamlPath.Of("overrides", FrameworkTree.IdOf(made));
        Place(path, node, 0);
        Place(YamlPath.Of(path, "dimension"), entries.Find("dimension")!, 0);
        Place(YamlPath.Of(path, "segment"), entries.Find("segment")!, 0);
        return made;
    }

    private SavedView View(YamlNode node, string parent, Func<EntityKind, ImmutableArray<FieldDefinition>> fields)
    {
        var entries = Named(node, parent, "view", "of", "segments", "criteria");
        var name = Name(entries, parent, "My at-risk SMB accounts");
        var of = Side(entries);
        var segments = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, keyNode, value) in entries.Find("segments") is { } node2 ? yaml.Entries(node2, $"'segments' of {entries.Subject}", null) : [])
        {
            segments.Add(Place(YamlPath.Of(parent, name, "segments", key, "key"), keyNode, key), Place(YamlPath.Of(parent, name, "segments", key), value, yaml.Scalar(value, key)));
        }

        return new(name, of)
        {
            Segments = segments.ToImmutable(),
            Criteria = entries.Find("criteria") is { } criteria ? Criteria(criteria, entries.Subject, fields(of)) : null,
            Standing = Standing(entries),
        };
    }

    private YamlEntries Named(YamlNode node, string parent, string what, params ImmutableArray<string> keys)
    {
        var name = node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode("name"), out var value) && value is YamlScalarNode { Value: { Length: > 0 } written } ? written : null;
        var entries = new YamlEntries(yaml, node, name is null ? $"an entry of '{parent.Split(YamlPath.Separator)[^1]}'" : $"{what} '{name}'", ["name", .. keys, .. StandingKeys]);
        return entries;
    }

    private string Name(YamlEntries entries, string parent, string example)
    {
        var name = entries.Text("name", example);
        return Place(YamlPath.Of(parent, name), entries.Find("name")!, name);
    }

    private EntityKind Side(YamlEntries entries) => SnakeName.Parse<EntityKind>(yaml.OneOf(entries.Require("of", Sides[0]), Sides, $"'of' of {entries.Subject}", "kind of record"))!.Value;

    private int Expected(YamlNode node, string subject)
    {
        var number = yaml.Number(node, "expected", 0, int.MaxValue);
        return number == Math.Floor(number) ? (int)number
            : throw yaml.Error(node, $"'expected' of {subject} is not a number of records", $"'{yaml.Scalar(node, "expected")}'", "a whole number, 0 or more", "Write how many records you expect, such as 130.");
    }
}
