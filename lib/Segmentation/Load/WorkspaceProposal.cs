using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Writes a workspace as the <c>workspace.yaml</c> that loads back to the same files and roles.</summary>
internal static partial class WorkspaceProposal
{
    public static string Write(Workspace workspace)
    {
        var text = new StringBuilder();
        Line(0, "# Proposed from the exports. Each line says how sure the guess is, and why: correct what is wrong, keep the rest.");
        if (workspace.AsOf == DateTime.MinValue) Line(0, "# as_of: the day on which the exports were drawn, such as 2026-06-30");
        else Line(0, $"as_of: {DateColumn.Show(workspace.AsOf.Date)}", workspace.AsOfReason);
        Line(0, workspace.Launch is { } launch ? $"launch: {DateColumn.Show(launch.Date)}" : "# launch: the day the segmentation went live");
        Line(0, workspace.Currency is { } currency ? $"currency: {currency}" : "# currency: the currency of the amounts, such as EUR");
        Line(0, "files:");
        foreach (var export in workspace.Exports) File(export);
        if (workspace.Limits != PlaybookLimits.Default) Line(0, "limits:");
        foreach (var (name, value, standard) in Limits(workspace.Limits).Zip(Limits(PlaybookLimits.Default), (mine, playbook) => (mine.Name, mine.Value, playbook.Value)))
        {
            if (value != standard) Line(1, $"{name}: {value}", $"the playbook says {standard}");
        }

        if (!workspace.Picklists.IsEmpty) Line(0, "picklists:");
        foreach (var (role, values) in workspace.Picklists) Line(1, $"{SnakeName.Of(role)}: [{string.Join(", ", values.Select(Scalar))}]");
        return text.ToString();

        void File(Export export)
        {
            Line(1, $"{Scalar(export.File)}:");
            Line(2, $"holds: {SnakeName.Of(export.Kind)}", Share(export.Confidence, export.Reason));
            if (export.System is { } system) Line(2, $"system: {Scalar(system)}");
            if (export.Roles.Length + export.Unplayed.Length > 0) Line(2, "roles:");
            foreach (var role in export.Roles) Line(3, $"{SnakeName.Of(role.Role)}: {Scalar(role.Column)}", Share(role.Confidence, role.Reason));
            foreach (var role in export.Unplayed) Line(3, $"{SnakeName.Of(role)}: ~", "no column plays it");

            var told = export.Load.Columns.Where(c => c.Overridden).ToArray();
            if (told.Length > 0) Line(2, "columns:");
            foreach (var column in told)
            {
                var order = column is { Type: ColumnType.Date, Format: "dmy" or "mdy" } ? $", date_order: {column.Format}" : string.Empty;
                Line(3, $"{Scalar(column.Column)}: {{type: {SnakeName.Of(column.Type)}{order}}}");
            }

            foreach (var column in export.Load.Columns.Where(c => c is { Type: ColumnType.Date, Undecidable: true, Overridden: false }))
                Line(2, $"# columns: {{{Scalar(column.Column)}: {{date_order: dmy}}}}", "or mdy: the values do not tell");
        }

        static string Share(double confidence, string reason) => string.Create(CultureInfo.InvariantCulture, $"{confidence * 100:0}%: {reason}");
        void Line(int depth, string line, string? comment = null)
        {
            text.Append(' ', depth * 2).Append(line);
            if (comment is not null) text.Append("  # ").Append(LineBreaks().Replace(comment, " "));
            text.Append('\n');
        }
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
