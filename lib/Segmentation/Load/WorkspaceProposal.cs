using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Writes a workspace as the <c>workspace.yaml</c> that loads back to the same files and roles.</summary>
internal static partial class WorkspaceProposal
{
    public static string Write(Workspace workspace)
    {
        var text = new StringBuilder();
        Line(0, "# Proposed from the exports. Each line says how sure the guess is, and why: correct what is wrong, keep the rest.");
        Line(0, $"as_of: {DateColumn.Show(workspace.AsOf.Date)}", workspace.AsOfReason);
        if (workspace.Launch is { } launch) Line(0, $"launch: {DateColumn.Show(launch.Date)}");
        else Line(0, "# launch: the day the segmentation went live");
        if (workspace.Currency is { } currency) Line(0, $"currency: {currency}");
        else Line(0, "# currency: the currency of the amounts, such as EUR");
        Line(0, "files:");
        foreach (var export in workspace.Exports)
        {
            Line(1, $"{Scalar(export.File)}:");
            Line(2, $"holds: {SnakeName.Of(export.Kind)}", Share(export.Confidence, export.Reason));
            if (export.System is { } system) Line(2, $"system: {Scalar(system)}");
            if (export.Roles.Length == 0) continue;
            Line(2, "roles:");
            foreach (var role in export.Roles) Line(3, $"{SnakeName.Of(role.Role)}: {Scalar(role.Column)}", Share(role.Confidence, role.Reason));
        }

        return text.ToString();

        static string Share(double confidence, string reason) => string.Create(CultureInfo.InvariantCulture, $"{confidence * 100:0}%: {reason}");
        void Line(int depth, string line, string? comment = null)
        {
            text.Append(' ', depth * 2).Append(line);
            if (comment is not null) text.Append("  # ").Append(LineBreaks().Replace(comment, " "));
            text.Append('\n');
        }
    }

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
