using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Kernel;

/// <summary>Evaluates the expressions that a front end sends along with a cell. They are no results, and leave no variable behind.</summary>
internal static class UserExpressions
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>Returns the value of each expression in the forms that front ends draw, or why it has none.</summary>
    /// <param name="session">The session.</param>
    /// <param name="expressions">The expressions by name.</param>
    /// <param name="sink">Takes what they write to the console.</param>
    /// <param name="interrupt">Stops the evaluation.</param>
    public static async Task<JsonObject> EvaluateAsync(
        NotebookSession session, IReadOnlyList<KeyValuePair<string, string>> expressions, Action<CellOutput> sink, CancellationToken interrupt)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in expressions) values[name] = await OneAsync(session, name, expression, sink, interrupt).ConfigureAwait(false);
        return values;
    }

    private static async Task<JsonObject> OneAsync(NotebookSession session, string name, string expression, Action<CellOutput> sink, CancellationToken interrupt)
    {
        // Only an expression may go on: anything else could close the function below and declare what it likes.
        var wrong = SyntaxFactory.ParseExpression(expression, options: Script, consumeFullText: true).GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        if (wrong is not null) return KernelErrors.Reply(new CellError(wrong.Id, $"'{expression}' is not a C# expression: {wrong.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}", null, []));
        // Inside a function, so that variables of patterns and 'out' are gone with it; the line end closes a comment.
        var code = $"await new Func<Task<object?>>(async () => {{ await Task.CompletedTask; return {expression}\n; }})()";
        var data = new MimeBundle("null");
        var run = await session.ExecuteAsync(new CellRequest($"expression '{name}'", code), Take, interrupt).ConfigureAwait(false);
        return run.Error is { } error ? KernelErrors.Reply(error) : new JsonObject { ["status"] = "ok", ["data"] = data.ToMessage(), ["metadata"] = new JsonObject() };

        void Take(CellOutput output)
        {
            if (output is CellOutput.Shown { IsResult: true } shown) data = shown.Data;
            else if (output is not CellOutput.Failed) sink(output);
        }
    }
}
