using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Why one record is where it is: a sentence a dimension, and the answer of every rule.</summary>
public sealed record AssignmentExplanation : Result
{
    private const string Nameless = "The record";

    /// <inheritdoc/>
    public override string ResultName => "explanation";

    /// <summary>Gets what the record is: <see cref="EntityKind.Accounts"/> or <see cref="EntityKind.Contacts"/>.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets its id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets its name; null where the export has none.</summary>
    [Personal]
    public string? Name { get; init; }

    /// <summary>Gets one sentence a dimension, or the one that says why it is excluded, as they read behind the record's name: <c>is Enterprise in Customer Tier because …</c>; and whether the sentence
    /// holds a value that points at a person or customer.</summary>
    [Personal]
    public required ImmutableArray<(string Text, bool IsPersonal)> Reasons { get; init; }

    /// <summary>Gets the answer of every rule: exclusions first, then the segments of each dimension in order.</summary>
    public required ImmutableArray<ExplanationRow> Rows { get; init; }

    /// <summary>Gets the whole explanation in sentences.</summary>
    [Personal]
    public string Sentence => SentenceOf(RenderOptions.Default);

    /// <summary>Returns one row a rule: dimension, segment, rule, its answer, the values that decide it, and what became of it.</summary>
    public override Table ToTable()
    {
        var personal = Rows.Any(r => r.IsPersonal);
        return new(
            "explanation",
            Column.Of("dimension", Rows.Select(r => r.Dimension ?? "exclusion")),
            Column.Of("segment", Rows.Select(r => r.Segment)),
            Column.Of("rule", Rows.Select(r => r.Rule)),
            Column.Of("answer", Rows.Select(r => r.Answer switch { Truth.True => "true", Truth.False => "false", _ => "open" })),
            Column.Of("on", Rows.Select(r => r.Seen)).AsPersonal(personal),
            Column.Of("note", Rows.Select(r => r.Note)).AsPersonal(personal));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => [SentenceOf(options)];

    private string SentenceOf(RenderOptions options) => string.Join(' ', Reasons.Select((r, i) =>
        $"{(i > 0 ? "It" : options.Mask ? Nameless : Name ?? Nameless)} {(options.Mask && r.IsPersonal ? RenderOptions.Hidden : r.Text)}."));
}
