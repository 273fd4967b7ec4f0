using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Criteria;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>The records that a framework divides, with the values of the fields that its rules name, as they were on one date.</summary>
public sealed record FrameworkRecords : Result
{
    /// <inheritdoc/>
    public override string ResultName => $"records-{SnakeName.Of(Of)}";

    /// <summary>Gets what the records are: <see cref="EntityKind.Accounts"/> or <see cref="EntityKind.Contacts"/>.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets the date of the values, from which relative dates count.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Gets the ids, length n. An export may leave one out or repeat one: <see cref="BlankIds"/> and <see cref="RepeatedIds"/> count them.</summary>
    public required TextColumn Ids { get; init; }

    /// <summary>Gets the names, length n; personal. Null where the export has none.</summary>
    public TextColumn? Names { get; init; }

    /// <summary>Gets who looks after each record, length n; personal: the success manager, where there is none the owner by the users' names, without users by id. Contacts without either
    /// have their account's. Null where the exports do not say.</summary>
    public TextColumn? Owners { get; init; }

    /// <summary>Gets the ARR of each record in the workspace's currency, length n; for contacts that of their account. Null where the exports hold none.</summary>
    public NumberColumn? Arr { get; init; }

    /// <summary>Gets one column a field of the framework, under the field's name and of its type; n rows.</summary>
    public required Table Fields { get; init; }

    /// <summary>Gets where each field's values come from, in words, aligned with the columns of <see cref="Fields"/>; empty where nobody said.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Gets the fields declared as whole numbers that hold others: field and records. The values are kept as they are.</summary>
    public ImmutableSortedDictionary<string, int> NotWhole { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Gets the number of records that the export has and that were not there yet on <see cref="AsOf"/>.</summary>
    public int NotYet { get; init; }

    /// <summary>Gets what was noticed while the values were taken, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Gets the number of records n.</summary>
    public int Count => Ids.Length;

    /// <summary>Gets the number of records without an id.</summary>
    public int BlankIds => Ids.NullCount;

    /// <summary>Gets the number of records that repeat the id of an earlier one.</summary>
    public int RepeatedIds
    {
        get
        {
            var seen = new bool[Ids.Dictionary.Length];
            var repeated = 0;
            foreach (var code in Ids.Codes)
            {
                if (code < 0) continue;
                if (seen[code]) repeated++;
                seen[code] = true;
            }

            return repeated;
        }
    }

    /// <summary>Returns the records of a workspace.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    /// <param name="framework">The framework; the fields it declares for <paramref name="of"/> are looked up: the column it names, else a derived field (<see cref="DerivedField.All"/>), else the column
    /// that plays the role of that name, else the column of that name (case, spaces, punctuation and <c>__c</c> do not count). On contacts <c>account.</c> and a field of accounts is the account's.</param>
    /// <param name="of">Accounts or contacts.</param>
    /// <param name="asOf">The date of the values. Null: the exports' own, with ARR as the accounts say it. A date given takes ARR from its history, where there is one, also the exports' own date, so that a series of dates is of one source. For an earlier date engagement comes from its history, dates count from it, records created after it (and accounts that
    /// paid nothing then) are left out, and every other field is as the export has it today. A later date only moves what dates count from.</param>
    /// <exception cref="WorkspaceException">There is no such export or it has no ids, or a declared field has no column or one of another type; the message lists the nearest names.</exception>
    public static FrameworkRecords Take(Workspace workspace, SegmentationFramework framework, EntityKind of, DateTime? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(framework);
        var sources = new RecordSources(workspace, asOf);
        var fields = new RecordFields(sources, framework);
        var export = workspace.Require(of);
        var people = new RecordPeople(sources, fields);
        var definitions = framework.Fields.Where(f => f.Of == of).Select(f => f.Definition).ToArray();
        var taken = definitions.Select(d => fields.Of(of, d)).ToArray();
        var arr = of == EntityKind.Accounts ? sources.Arr : people.ArrOfContacts();
        var there = people.ThereOnDate(export, of == EntityKind.Accounts ? arr : null);
        var notWhole = definitions.Zip(taken).Where(f => f.First.Type == FieldType.Whole)
            .Select(f => (f.First.Name, Count: Fractions((NumberColumn)f.Second.Values))).Where(f => f.Count > 0).ToImmutableSortedDictionary(f => f.Name, f => f.Count, StringComparer.Ordinal);
        foreach (var (name, count) in notWhole) sources.Notes.Add($"{name} is declared as a whole number; {Phrase.Count(count, "record")} hold another, kept as it is.");
        var records = new FrameworkRecords
        {
            Of = of,
            AsOf = sources.AsOf,
            Ids = Rows(RecordPeople.Ids(export, of)),
            Names = RecordPeople.Names(export, of) is { } names ? Rows(names) : null,
            Owners = people.Owners(of) is { } owners ? Rows(owners) : null,
            Arr = arr is null ? null : Rows(arr),
            Fields = new Table(SnakeName.Of(of), taken.Select(f => Rows(f.Values))),
            Sources = [.. taken.Select(f => f.Source)],
            NotWhole = notWhole,
            NotYet = there is null ? 0 : export.Table.RowCount - there.Length,
        };
        if (records.NotYet > 0) sources.Notes.Add($"{Phrase.Count(records.NotYet, "record")} created after {DateColumn.Show(sources.AsOf.Date)} are left out.");
        return records with { Notes = [.. sources.Notes] };

        T Rows<T>(T column)
            where T : Column => there is null ? column : (T)column.Take(there);
    }

    /// <summary>Returns one row a field: name, type of its column, where it comes from, values and blanks.</summary>
    public override Table ToTable() => new(
        $"fields of {SnakeName.Of(Of)}",
        Column.Of("field", Fields.Columns.Select(c => c.Name)),
        Column.Of("type", Fields.Columns.Select(c => SnakeName.Of(c.Type))),
        Column.Of("from", Fields.Columns.Select((_, i) => i < Sources.Length ? Sources[i] : null)),
        Column.Of("values", Fields.Columns.Select(c => c.Length - c.NullCount)),
        Column.Of("blank", Fields.Columns.Select(c => c.NullCount)),
        Column.Of("not whole", Fields.Columns.Select(c => NotWhole.GetValueOrDefault(c.Name))));

    private static int Fractions(NumberColumn column)
    {
        var fractions = 0;
        foreach (var value in column.Values)
        {
            if (!double.IsNaN(value) && value != Math.Floor(value)) fractions++;
        }

        return fractions;
    }
}
