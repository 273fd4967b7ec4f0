using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Segmentation.Notebooks.Documents;

namespace Segmentation.Notebooks.Run;

/// <summary>
/// Gives a notebook's parameters other values: a cell tagged <c>injected-parameters</c> after the one tagged <c>parameters</c>, as papermill does.
/// </summary>
internal static class ParameterCell
{
    /// <summary>The tag of the cell that declares parameters.</summary>
    public const string Tag = "parameters";

    /// <summary>The tag of the cell that a run puts in.</summary>
    public const string InjectedTag = "injected-parameters";

    private static readonly ImmutableArray<string> Types = ["string", "int", "long", "double", "decimal", "bool", "DateTime", "DateOnly"];

    /// <summary>Returns the parameters that a notebook declares; empty where it has no such cell.</summary>
    public static ImmutableArray<Parameter> Declared(Notebook notebook)
    {
        if (notebook.Cells.FirstOrDefault(c => c.Tags.Contains(Tag)) is not { } cell) return [];
        var tree = CSharpSyntaxTree.ParseText(cell.Source, new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script));
        return
        [
            .. tree.GetCompilationUnitRoot().Members.OfType<FieldDeclarationSyntax>()
                .SelectMany(field => field.Declaration.Variables.Select(v => Read(v.Identifier.ValueText, field.Declaration.Type, v.Initializer?.Value))),
        ];
    }

    /// <summary>Returns the notebook with a cell that gives the parameters their values; unchanged where there are none to give.</summary>
    /// <param name="notebook">The notebook; a cell that an earlier run put in is replaced.</param>
    /// <param name="values">Values by name.</param>
    /// <exception cref="RunException">A value does not read as its parameter's type.</exception>
    public static Notebook Inject(Notebook notebook, ImmutableSortedDictionary<string, string> values)
    {
        var cells = notebook.Cells.RemoveAll(c => c.Tags.Contains(InjectedTag));
        var declared = Declared(notebook).Where(p => values.ContainsKey(p.Name)).ToArray();
        if (declared.Length == 0) return notebook.WithCells(cells);
        var source = new StringBuilder("// Given on the command line.");
        foreach (var parameter in declared)
            source.Append('\n').Append(CultureInfo.InvariantCulture, $"{parameter.Declared} {parameter.Name} = {Literal(parameter, values[parameter.Name], notebook.Name)};");
        var after = cells.IndexOf(cells.First(c => c.Tags.Contains(Tag)));
        return notebook.WithCells(cells.Insert(after + 1, NotebookCell.Code(InjectedTag, source.ToString(), InjectedTag)));
    }

    private static Parameter Read(string name, TypeSyntax type, ExpressionSyntax? value)
    {
        if (!type.IsVar)
        {
            var bare = (type is NullableTypeSyntax nullable ? nullable.ElementType : type).ToString();
            return new Parameter(name, Types.Contains(bare) ? bare : null, type.ToString());
        }

        var found = value switch
        {
            PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax literal } => TypeOf(literal),
            LiteralExpressionSyntax literal => TypeOf(literal),
            ObjectCreationExpressionSyntax { Type: var made } when Types.Contains(made.ToString()) => made.ToString(),
            _ => null,
        };
        return new Parameter(name, found, found ?? "var");
    }

    private static string? TypeOf(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        string => "string",
        int => "int",
        long => "long",
        double => "double",
        decimal => "decimal",
        bool => "bool",
        _ => null,
    };

    private static string Literal(Parameter parameter, string value, string notebook)
    {
        var invariant = CultureInfo.InvariantCulture;
        return (parameter.Type switch
        {
            "string" => SymbolDisplay.FormatLiteral(value, quote: true),
            "int" when int.TryParse(value, NumberStyles.Integer, invariant, out var n) => n.ToString(invariant),
            "long" when long.TryParse(value, NumberStyles.Integer, invariant, out var n) => n.ToString(invariant) + "L",
            "double" when double.TryParse(value, NumberStyles.Float, invariant, out var n) && double.IsFinite(n) => n.ToString("R", invariant) + "d",
            "decimal" when decimal.TryParse(value, NumberStyles.Float, invariant, out var n) => n.ToString(invariant) + "m",
            "bool" when bool.TryParse(value, out var flag) => flag ? "true" : "false",
            "DateTime" when DateTime.TryParseExact(value, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss"], invariant, DateTimeStyles.None, out var d) =>
                d.TimeOfDay == TimeSpan.Zero ? $"new DateTime({d.Year}, {d.Month}, {d.Day})" : $"new DateTime({d.Year}, {d.Month}, {d.Day}, {d.Hour}, {d.Minute}, {d.Second})",
            "DateOnly" when DateOnly.TryParseExact(value, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var d) => $"new DateOnly({d.Year}, {d.Month}, {d.Day})",
            null => throw new RunException($"Notebook '{notebook}': the parameter '{parameter.Name}' shows no type that the command line can give. Declare it in the cell tagged '{Tag}' as one of {string.Join(", ", Types)}, such as 'string {parameter.Name} = …'."),
            _ => null,
        }) ?? throw new RunException($"Notebook '{notebook}': the parameter '{parameter.Name}' is a {parameter.Type}, and '{value}' does not read as one{(parameter.Type.StartsWith("Date", StringComparison.Ordinal) ? "; expected a date such as 2026-01-31" : string.Empty)}.");
    }
}
