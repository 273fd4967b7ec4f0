using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Records drawn at random, some of every segment, for a person to check by hand: a sheet with two columns to fill in.</summary>
public sealed record AccuracyAudit : Result
{
    internal const string IdColumn = "id";
    internal const string DimensionColumn = "dimension";
    internal const string AssignedColumn = "assigned segment";
    internal const string CorrectColumn = "correct segment";
    internal const string NoteColumn = "note";

    /// <inheritdoc/>
    public override string ResultName => "accuracy-audit";

    /// <summary>Gets the options.</summary>
    public required AccuracyAuditOptions Options { get; init; }

    /// <summary>Gets what is checked: accounts or contacts.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets the dimension by whose segments the records were drawn.</summary>
    public required string DrawnBy { get; init; }

    /// <summary>Gets the segments of <see cref="DrawnBy"/>, with the records drawn of each.</summary>
    public required ImmutableArray<AccuracyAuditStratum> Strata { get; init; }

    /// <summary>Gets the records without a segment in <see cref="DrawnBy"/>, Unassigned or excluded, or without an id of their own: none is drawn.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Gets the rows to check: a record's dimensions one after another.</summary>
    public required ImmutableArray<AccuracyAuditRow> Rows { get; init; }

    /// <summary>Gets whether the rules saw personal values.</summary>
    internal bool SeesPersonal { get; init; }

    /// <summary>Draws records.</summary>
    /// <param name="assignment">The accounts, or the contacts, with their segments.</param>
    /// <param name="dimension">The one dimension to check, in any case. Null: all of them, each record in every dimension, drawn by the segments of the first.</param>
    /// <param name="options">Sizes and seed; <see cref="AccuracyAuditOptions.Default"/> where null.</param>
    /// <returns>Accounts are drawn in proportion to the segments, with a floor; contacts as many of each segment. Each record of a segment is as likely as any other of it.</returns>
    /// <exception cref="ArgumentException">The framework has no such dimension, or none at all.</exception>
    public static AccuracyAudit Draw(RecordAssignment assignment, string? dimension = null, AccuracyAuditOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        options ??= AccuracyAuditOptions.Default;
        var dimensions = AccuracyAuditSheet.DimensionsOf(assignment, dimension);
        var (by, members) = (dimensions[0], AccuracyAuditSheet.Members(assignment, dimensions[0]));
        var sizes = members.Select(m => m.Length).ToArray();
        var drawn = assignment.Records.Of == EntityKind.Contacts
            ? [.. sizes.Select(s => Math.Min(s, options.ContactsPerSegment))]
            : StratifiedAllocation.Of(sizes, options.Accounts, options.AccountsPerSegment);
        int[] rows = [.. members.SelectMany((m, s) => Some(m, drawn[s], options.Seed, s))];
        return new AccuracyAudit
        {
            Options = options,
            Of = assignment.Records.Of,
            DrawnBy = by.Dimension.Name,
            Strata = [.. by.Dimension.Segments.Select((s, i) => new AccuracyAuditStratum(s.Name, sizes[i], drawn[i]))],
            LeftOut = assignment.Records.Count - sizes.Sum(),
            Rows = [.. rows.SelectMany(r => dimensions.Select(d => new AccuracyAuditRow(assignment.Records.Ids[r]!, assignment.Records.Names?[r], d.Dimension.Name, d.NameOf(r), AccuracyAuditSheet.Seen(assignment, d, r))))],
            SeesPersonal = assignment.Records.Fields.Columns.Any(c => c.IsPersonal),
        };
    }

    /// <summary>Returns what a sheet says that a person has filled in.</summary>
    /// <param name="path">The CSV file, as <see cref="Save"/> writes it and a spreadsheet saves it.</param>
    /// <param name="assignment">The assignment that was checked: the sizes of its segments weigh the answers.</param>
    /// <param name="options">Limit and confidence; <see cref="AccuracyAuditOptions.Default"/> where null.</param>
    /// <returns>Accuracy by segment and over all; rows that cannot be used are findings with their line, and in no figure.</returns>
    /// <exception cref="WorkspaceException">There is no such file, or it lacks a column.</exception>
    public static AccuracyAuditResult Read(string path, RecordAssignment assignment, AccuracyAuditOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(assignment);
        return AccuracyAuditSheet.Read(path, assignment, options ?? AccuracyAuditOptions.Default);
    }

    /// <summary>Writes the sheet as CSV, unless a person has filled one in there: what a person wrote is never lost.</summary>
    /// <param name="path">The file; its folder is made where it does not exist. It holds names of customers.</param>
    /// <returns>What was done, in a sentence: a sheet with an answer or a note in it is left as it is, an empty one is written anew.</returns>
    /// <exception cref="WorkspaceException">There is a file of that name that is no such sheet.</exception>
    public string Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (File.Exists(path) && AccuracyAuditSheet.Answers(path) is > 0 and var filled)
            return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)} is left as it is: a person has filled in {Phrase.Count(filled, "row")} of it. Read it with AccuracyAudit.Read, or save the new sheet under another name.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        File.WriteAllText(path, ToTable().ToCsv());
        return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: {Phrase.Count(Rows.Length, "row")} to check. Write the right segment into '{CorrectColumn}', where it is the one assigned, too; it holds names of customers.");
    }

    /// <summary>Returns the sheet: id, name, dimension, assigned segment, what the rules saw, and the two empty columns.</summary>
    public override Table ToTable() => new(
        "accuracy audit",
        Column.Of(IdColumn, Rows.Select(r => r.Id)),
        Column.Of("name", Rows.Select(r => r.Name?.ReplaceLineEndings(" "))).AsPersonal(),
        Column.Of(DimensionColumn, Rows.Select(r => r.Dimension)),
        Column.Of(AssignedColumn, Rows.Select(r => r.Assigned)),
        Column.Of("what the rules saw", Rows.Select(r => r.Seen)).AsPersonal(SeesPersonal),
        Column.Of(CorrectColumn, Rows.Select(_ => (string?)null)),
        Column.Of(NoteColumn, Rows.Select(_ => (string?)null)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        yield return $"{options.Count(Strata.Sum(s => s.Drawn))} {SnakeName.Of(Of)} to check, drawn by {DrawnBy}: {string.Join(", ", Strata.Select(s => $"{options.Count(s.Drawn)} of {options.Count(s.Records)} {s.Segment}"))}.";
        if (LeftOut > 0) yield return $"{options.Count(LeftOut)} {SnakeName.Of(Of)} are Unassigned or excluded, or have no id of their own: none of them is drawn.";
    }

    /// <summary>Returns some of the rows, each as likely as any other, in order.</summary>
    private static IEnumerable<int> Some(int[] rows, int count, int seed, int stream)
    {
        var order = rows.ToArray();
        new SeededRandom(seed, stream).Shuffle<int>(order);
        return order.Take(count).Order();
    }
}
