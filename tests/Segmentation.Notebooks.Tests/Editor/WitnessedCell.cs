namespace Segmentation.Notebooks.Tests.Editor;

/// <summary>A cell of an open notebook as the editor itself knows it.</summary>
internal sealed record WitnessedCell(bool Code, string Language, string Text, int? Order, bool? Success, int Runs, bool Timed, Dictionary<string, string>[] Outputs, WitnessedProblem[] Problems)
{
    /// <summary>Gets the text of all outputs: printed lines, results as text, errors.</summary>
    public string Shown => string.Concat(Outputs.SelectMany(o => o).Where(o => o.Key is "text/plain" || o.Key.StartsWith("application/vnd.code.notebook.", StringComparison.Ordinal)).Select(o => o.Value));
}

/// <summary>A squiggle: what it says, in which line, under which text.</summary>
internal sealed record WitnessedProblem(string Message, int Line, string Text);
