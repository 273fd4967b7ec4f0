using System.Collections.Frozen;
using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Enrich;

/// <summary>Reads a spot-check sheet that a person has filled in.</summary>
internal static class SpotCheckSheet
{
    private static readonly FrozenSet<string> Right = new[] { "right", "yes", "y", "ok", "correct", "true", "1" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Wrong = new[] { "wrong", "no", "n", "incorrect", "false", "0" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Unclear = new[] { "unclear", "?", "unknown" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly ImmutableArray<string> Needed = [SpotCheck.RecordColumn, SpotCheck.FieldColumn, SpotCheck.ProviderColumn, SpotCheck.VerifyColumn];

    public static SpotCheckResult Read(string path, PlaybookLimits limits)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path)) throw new WorkspaceException("the spot-check sheet does not exist", $"no file '{path}'", "the sheet with the column 'verified' filled in", "Save the sheet as CSV and pass its path.", file);

        // As text: what a person answers is no number, date or null token.
        var types = Needed.ToImmutableDictionary(n => n, _ => ColumnType.Text, StringComparer.OrdinalIgnoreCase);
        var table = CsvFile.Read(path, CsvOptions.Default with { Types = types, NullTokens = [] }).Table;
        foreach (var name in Needed.Where(n => table.Find(n) is null))
        {
            throw new WorkspaceException($"the sheet has no column '{name}'", $"the columns {string.Join(", ", table.Columns.Select(c => $"'{c.Name}'"))}",
                $"the columns {string.Join(", ", Needed.Select(n => $"'{n}'"))}", "Save the sheet as it was drawn, and fill in the column 'verified' only.", file, 1, 1);
        }

        var (field, verified) = (table.Text(SpotCheck.FieldColumn), table.Text(SpotCheck.VerifyColumn));
        var answers = Enumerable.Range(0, table.RowCount).Select(row => (Field: field[row] ?? string.Empty, Answer: Answer(verified[row]?.Trim(), row))).ToArray();
        return new SpotCheckResult
        {
            Right = answers.Count(a => a.Answer == true),
            Wrong = answers.Count(a => a.Answer == false),
            Unclear = Enumerable.Range(0, table.RowCount).Count(row => verified[row]?.Trim() is { } said && Unclear.Contains(said)),
            Open = Enumerable.Range(0, table.RowCount).Count(row => string.IsNullOrWhiteSpace(verified[row])),
            WrongRows = table.Filter(row => answers[row].Answer == false),
            Limit = limits.SpotCheckWrong,
            Interval = ProportionInterval.Wilson(answers.Count(a => a.Answer == false), answers.Count(a => a.Answer is not null), limits.Confidence),
        };

        bool? Answer(string? said, int row)
        {
            if (string.IsNullOrEmpty(said) || Unclear.Contains(said)) return null;
            if (Right.Contains(said)) return true;
            return Wrong.Contains(said) ? false : throw new WorkspaceException(
                "an answer of the spot check is not known", $"'{said}'", "right, wrong or unclear", "Write one of these words, or leave the cell empty.", file, row + 2, table.Columns.IndexOf(verified) + 1);
        }
    }
}
