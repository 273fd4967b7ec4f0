using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Writes a workspace as the <c>workspace.yaml</c> that loads back to the same files and roles.</summary>
internal static partial class WorkspaceProposal
{
    /// <summary>What <c>made_by</c> says where the clean-up wrote the folder.</summary>
    public const string CleanUp = "clean-up";

    // YAML allows 1,024 characters in front of a colon; escapes take up to six each.
    private const int LongestKey = 150;

    /// <summary>Returns what a person corrects: the guesses, how sure they are and why.</summary>
    public static string Write(Workspace workspace)
    {
        var text = new StringBuilder();
        Line(text, 0, "# Proposed from the exports. Each line says how sure the guess is, and why: correct what is wrong, keep the rest.");
        if (workspace.AsOf == DateTime.MinValue) Line(text, 0, "# as_of: the day on which the exports were drawn, such as 2026-06-30");
        if (workspace.Launch is null) Line(text, 0, "# launch: the day the segmentation went live");
        if (workspace.Currency is null) Line(text, 0, "# currency: the currency of the amounts, such as EUR");
        Settings(text, workspace);
        Line(text, 0, "files:");
        foreach (var export in workspace.Exports)
        {
            Entry(text, 1, export.File, string.Empty);
            Line(text, 2, $"holds: {SnakeName.Of(export.Kind)}", Share(export.Confidence, export.Reason));
            if (export.System is { } system) Line(text, 2, $"system: {Scalar(system)}");
            Roles(text, export, role => Share(role.Confidence, role.Reason));
            var told = export.Load.Columns.Where(c => c.Overridden).ToArray();
            if (told.Length > 0) Line(text, 2, "columns:");
            foreach (var column in told)
            {
                var order = column is { Type: ColumnType.Date, Format: "dmy" or "mdy" } ? $", date_order: {column.Format}" : string.Empty;
                Entry(text, 3, column.Column, $"{{type: {SnakeName.Of(column.Type)}{order}}}");
            }

            foreach (var column in export.Load.Columns.Where(c => c is { Type: ColumnType.Date, Undecidable: true, Overridden: false }))
                Line(text, 2, $"# columns: {{{Scalar(column.Column)}: {{date_order: dmy}}}}", "or mdy: the values do not tell");
        }

        return text.ToString();

        static string Share(double confidence, string reason) => string.Create(CultureInfo.InvariantCulture, $"{confidence * 100:0}%: {reason}");
    }

    /// <summary>Returns everything that the files themselves do not say, so that they read back to the same workspace without a guess.</summary>
    public static string WriteExact(Workspace workspace)
    {
        var text = new StringBuilder();
        Line(text, 0, "# Written by the clean-up. The files beside it are read exactly as described here: in a text, the apostrophe in front, which keeps a");
        Line(text, 0, "# spreadsheet from running it, is no part of the value; a cell with nothing in it is no value; no role or type is guessed.");
        Line(text, 0, $"made_by: {CleanUp}");
        Settings(text, workspace);
        Line(text, 0, workspace.Exports.IsEmpty ? "files: {}" : "files:");
        foreach (var export in workspace.Exports)
        {
            Entry(text, 1, export.File, string.Empty);
            Line(text, 2, $"holds: {SnakeName.Of(export.Kind)}");
            if (export.System is { } system) Line(text, 2, $"system: {Scalar(system)}");
            if (export.Confidence != 1) Line(text, 2, $"confidence: {export.Confidence.ToString("R", CultureInfo.InvariantCulture)}");
            Roles(text, export, _ => null);
            if (!export.Table.Columns.IsEmpty) Line(text, 2, "columns:");
            foreach (var column in export.Table.Columns)
            {
                var format = column is NumberColumn { Format: not NumberFormat.General and var shown } ? $", format: {SnakeName.Of(shown)}" : string.Empty;
                Entry(text, 3, column.Name, $"{{type: {SnakeName.Of(column.Type)}{format}{(column.IsPersonal ? ", personal: true" : string.Empty)}}}");
            }
        }

        return text.ToString();
    }

    private static void Settings(StringBuilder text, Workspace workspace)
    {
        if (workspace.AsOf != DateTime.MinValue) Line(text, 0, $"as_of: {DateColumn.Show(workspace.AsOf.Date)}", workspace.AsOfReason);
        if (workspace.Launch is { } launch) Line(text, 0, $"launch: {DateColumn.Show(launch.Date)}");
        if (workspace.Currency is { } currency) Line(text, 0, $"currency: {currency}");
        if (workspace.Limits != PlaybookLimits.Default) Line(text, 0, "limits:");
        foreach (var (name, value, standard) in Limits(workspace.Limits).Zip(Limits(PlaybookLimits.Default), (mine, playbook) => (mine.Name, mine.Value, playbook.Value)))
        {
            if (value != standard) Line(text, 1, $"{name}: {value}", $"the playbook says {standard}");
        }

        if (!workspace.Picklists.IsEmpty) Line(text, 0, "picklists:");
        foreach (var (role, values) in workspace.Picklists) Line(text, 1, $"{SnakeName.Of(role)}: [{string.Join(", ", values.Select(Scalar))}]");
    }

    private static void Roles(StringBuilder text, Export export, Func<RoleAssignment, string?> comment)
    {
        if (export.Roles.Length + export.Unplayed.Length > 0) Line(text, 2, "roles:");
        foreach (var role in export.Roles) Line(text, 3, $"{SnakeName.Of(role.Role)}: {Scalar(role.Column)}", comment(role));
        foreach (var role in export.Unplayed) Line(text, 3, $"{SnakeName.Of(role)}: ~", "no column plays it");
    }

    private static void Entry(StringBuilder text, int depth, string key, string value)
    {
        if (key.Length <= LongestKey)
        {
            Line(text, depth, $"{Scalar(key)}:{(value.Length > 0 ? " " : string.Empty)}{value}");
            return;
        }

        Line(text, depth, $"? {Scalar(key)}");
        Line(text, depth, $":{(value.Length > 0 ? " " : string.Empty)}{value}");
    }

    private static void Line(StringBuilder text, int depth, string line, string? comment = null)
    {
        text.Append(' ', depth * 2).Append(line);
        if (comment is not null) text.Append("  # ").Append(LineBreaks().Replace(comment, " "));
        text.Append('\n');
    }

    private static IEnumerable<(string Name, string Value)> Limits(PlaybookLimits limits) => WorkspaceYaml.LimitProperties
        .Select(p => (p.Key, Convert.ToString(p.Value.GetValue(limits), CultureInfo.InvariantCulture)!));

    /// <summary>Returns a text as a YAML scalar that reads back unchanged: plain where that is safe, else in double quotes.</summary>
    public static string Scalar(string value)
    {
        if (Plain().IsMatch(value) && !Reserved().IsMatch(value)) return value;
        var quoted = new StringBuilder("\"");
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"^[A-Za-z_](?:[A-Za-z0-9_.()/ -]*[A-Za-z0-9_.()/-])?\z")]
    private static partial Regex Plain();

    [GeneratedRegex("^(?:true|false|null|yes|no|on|off|y|n)$", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();

    [GeneratedRegex(@"[\x00-\x1F\x7F\u0085\u2028\u2029]+")]
    private static partial Regex LineBreaks();
}
