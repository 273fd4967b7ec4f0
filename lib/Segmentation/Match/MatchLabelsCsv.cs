using System.Collections.Immutable;
using CsvHelper;
using Segmentation.Load;
using static System.FormattableString;

namespace Segmentation.Match;

/// <summary>Reads labels, strictly.</summary>
internal static class MatchLabelsCsv
{
    private const string Remedy = "Write the header left,right,same with ids and true or false below it, or record,entity with a record's id and its entity's.";

    private static readonly string[] OfPairs = ["left", "right", "same"];
    private static readonly string[] OfEntities = ["record", "entity"];

    public static (ImmutableArray<(string Left, string Right, bool Same)> Pairs, ImmutableArray<(string Record, string? Entity)> Entities) Read(byte[] text, string file)
    {
        var pairs = ImmutableArray.CreateBuilder<(string, string, bool)>();
        var entities = ImmutableArray.CreateBuilder<(string, string?)>();
        string[]? header = null;
        ReadOnlyMemory<byte> body = text.AsSpan().StartsWith("\uFEFF"u8) ? text.AsMemory("\uFEFF"u8.Length) : text;
        using var csv = CsvReader.Create(body.ToArray(), new CsvReaderOptions { HasHeader = false, Separator = ',', SkipEmptyLines = true, TrackLineNumbers = true });
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            string[] fields = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim())];
            if (header is null)
            {
                header = fields.SequenceEqual(OfPairs, StringComparer.OrdinalIgnoreCase) ? OfPairs : fields.SequenceEqual(OfEntities, StringComparer.OrdinalIgnoreCase) ? OfEntities
                    : throw Error(line, 0, "the first line is not a header of labels", $"'{string.Join(',', fields)}'", "'left,right,same' or 'record,entity'");
                continue;
            }

            if (fields.Length != header.Length) throw Error(line, 0, "a line has too many or too few values", Invariant($"{fields.Length}"), Invariant($"{header.Length}: {string.Join(", ", header)}"));
            if (fields[0].Length == 0) throw Error(line, 0, $"'{header[0]}' is empty", "nothing", "the id of a record");
            if (header == OfEntities)
            {
                entities.Add((fields[0], fields[1].Length == 0 ? null : fields[1]));
                continue;
            }

            if (fields[1].Length == 0) throw Error(line, 1, "'right' is empty", "nothing", "the id of a record");
            if (!bool.TryParse(fields[2], out var same)) throw Error(line, 2, "'same' is no answer", $"'{fields[2]}'", "true or false");
            pairs.Add((fields[0], fields[1], same));
        }

        return header is null ? throw Error(1, 0, "the file holds no labels", "nothing", "a header and lines") : (pairs.ToImmutable(), entities.ToImmutable());

        WorkspaceException Error(int line, int field, string subject, string found, string expected) => new(subject, found, expected, Remedy, file, line, field + 1);
    }
}
