using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Editing;

/// <summary>What an editor asks about a magic.</summary>
internal static class MagicEditing
{
    public static Completions Complete(EditedCell cell, (int Start, int End) line, int position, EditingOptions options)
    {
        var text = cell.Source[line.Start..line.End];
        var nameEnd = NameEnd(text);
        if (position <= line.Start + nameEnd)
        {
            return new Completions(line.Start, line.Start + nameEnd, Candidates.Choose(
                Magic.All.Select(m => new Candidate(m.Name[Magic.Sign.Length..], CompletionKind.Magic, CandidateGroup.Expected, () => m.Does, m.Name)),
                text[Math.Min(Magic.Sign.Length, position - line.Start)..(position - line.Start)], options.MostCompletions));
        }

        var start = position - line.Start;
        while (start > 0 && text[start - 1] != ' ') start--;
        var isOption = text[..nameEnd] == "#!sql" && text[nameEnd..start].Trim().Length == 0;
        return new Completions(line.Start + start, position, !isOption ? [] : Candidates.Choose(
            [new Candidate(Magic.NameOption, CompletionKind.Magic, CandidateGroup.Expected, () => Magic.NameDoes)], text[start..(position - line.Start)], options.MostCompletions));
    }

    public static Inspection? Inspect(EditedCell cell, (int Start, int End) line, int position)
    {
        var text = cell.Source[line.Start..line.End];
        var option = text.IndexOf(Magic.NameOption, StringComparison.Ordinal);
        if (option >= 0 && position >= line.Start + option) return new Inspection(line.Start + option, line.Start + option + Magic.NameOption.Length, "#!sql --name x", $"{Magic.NameOption} {Magic.NameDoes}.", null);
        var end = NameEnd(text);
        return position <= line.Start + end && Magic.All.FirstOrDefault(m => m.Name == text[..end]) is { } magic
            ? new Inspection(line.Start, line.Start + end, magic.Name, magic.Does, null) : null;
    }

    /// <summary>Returns why a run would refuse the cell's magics; null where it would not.</summary>
    public static CellProblem? Problem(EditedCell cell, string? language)
    {
        try
        {
            CellSplitter.Split(cell.Source, language);
            return null;
        }
        catch (CellFailure failure)
        {
            var line = failure.Error.Line ?? 1;
            var start = 0;
            for (var i = 1; i < line; i++) start = cell.Source.IndexOf('\n', start) + 1;
            var end = cell.Source.IndexOfAny(['\r', '\n'], start) is var found and >= 0 ? found : cell.Source.Length;
            return new CellProblem(start, end, failure.Error.Kind, failure.Error.Message, IsError: true);
        }
    }

    private static int NameEnd(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? space : text.Length;
}
