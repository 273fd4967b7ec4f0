using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using Segmentation.Load;
using static System.FormattableString;

namespace Segmentation.Match;

/// <summary>Reads <c>entities.csv</c>, strictly.</summary>
internal static class EntityMemoryCsv
{
    private const string Remedy = "Take the file that the last run wrote, or correct the line; without the file every entity gets a new id.";

    /// <summary>Gets the header.</summary>
    public static ImmutableArray<string> Columns { get; } = ["kind", "record", "entity", "state"];

    /// <summary>Returns the rows of a text, in its order.</summary>
    /// <exception cref="WorkspaceException">A line is not one that a run wrote, or says again what another says.</exception>
    public static List<EntityMemoryRow> Read(string text, string file)
    {
        var rows = new List<EntityMemoryRow>();
        var lineOf = new Dictionary<(EntityKind Kind, bool IsRecord, string Id), int>();
        CsvMalformedReason? malformed = null;
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')), new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            SkipEmptyLines = true,
            TrackLineNumbers = true,
            OnMalformedRecord = record => malformed = record.Reason,
        });
        for (var isHeader = true; csv.Read(); isHeader = false)
        {
            var line = (int)csv.LineNumber;
            string[] fields = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
            if (malformed is not null) throw Error(line, 0, "a line has a quote that is not closed", $"'{Short(fields[^1])}'", "a closing quote before a comma or the end of the line");
            if (isHeader)
            {
                if (!fields.SequenceEqual(Columns, StringComparer.Ordinal)) throw Error(line, 0, "the first line is not the header of an entity memory", $"'{Short(string.Join(',', fields))}'", $"'{string.Join(',', Columns)}'");
                continue;
            }

            if (fields.Length != Columns.Length) throw Error(line, 0, "a line has too many or too few values", Invariant($"{fields.Length}"), Invariant($"{Columns.Length}: {string.Join(", ", Columns)}"));
            var row = Row(line, [.. fields.Select(Plain)]);
            var key = (row.Kind, row.Record is not null, row.Record ?? row.Entity);
            if (!lineOf.TryAdd(key, line))
            {
                throw Error(line, row.Record is null ? 2 : 1, row.Record is null ? $"entity '{Short(row.Entity)}' is retired twice" : $"record '{Short(row.Record)}' is listed twice",
                    Invariant($"it on line {lineOf[key]} too"), "one line a record and one a retired id");
            }

            rows.Add(row);
        }

        return rows;

        EntityMemoryRow Row(int line, string[] fields)
        {
            if (SnakeName.Parse<EntityKind>(fields[0]) is not (EntityKind.Accounts or EntityKind.Contacts) || SnakeName.Parse<EntityKind>(fields[0]) is not { } kind)
                throw Error(line, 0, "'kind' names nothing that is matched", $"'{Short(fields[0])}'", "accounts or contacts");
            if (SnakeName.Parse<EntityMemoryState>(fields[3]) is not { } state)
                throw Error(line, 3, "'state' is not known", $"'{Short(fields[3])}'", $"one of {string.Join(", ", Enum.GetValues<EntityMemoryState>().Select(SnakeName.Of))}");
            if (string.IsNullOrWhiteSpace(fields[2])) throw Error(line, 2, "'entity' is empty", "nothing", "the entity's id");
            var isRetired = state == EntityMemoryState.Retired;
            if ((fields[1].Length == 0) != isRetired)
                throw Error(line, 1, isRetired ? "a retired id has a record" : "'record' is empty", isRetired ? $"'{Short(fields[1])}'" : "nothing", isRetired ? "no record" : "the record's id");
            return new(kind, isRetired ? null : fields[1], fields[2], state);
        }

        WorkspaceException Error(int line, int field, string subject, string found, string expected) => new(subject, found, expected, Remedy, file, line, field + 1);
    }

    /// <summary>Undoes the apostrophe that keeps a spreadsheet from running a cell.</summary>
    private static string Plain(string field) => field.StartsWith('\'') ? field[1..] : field;

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
