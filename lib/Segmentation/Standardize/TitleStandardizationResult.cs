using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>Contacts with a level and a department, and how they came by them.</summary>
public sealed record TitleStandardizationResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "standardised-titles";

    /// <summary>Gets the workspace after the step.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Gets what changed: at most one entry, for the contacts.</summary>
    public required ImmutableArray<TableChange> Changes { get; init; }

    /// <summary>Gets the rules applied.</summary>
    public required TitleRules Rules { get; init; }

    /// <summary>Gets the options in force.</summary>
    public required TitleOptions Options { get; init; }

    /// <summary>Gets every distinct title, the most frequent first: each was classified once.</summary>
    public required ImmutableArray<TitleCount> Titles { get; init; }

    /// <summary>Gets the number of contacts, those without a title included.</summary>
    public required int Contacts { get; init; }

    /// <summary>Gets the number of contacts whose department was written.</summary>
    public required int DepartmentsFilled { get; init; }

    /// <summary>Gets the number of contacts without a title; they have no level.</summary>
    public int WithoutTitle => Contacts - Titles.Sum(t => t.Contacts);

    /// <summary>Gets one row a rule that decided a level or department: titles and contacts it decided, with its most frequent title.</summary>
    public Table ByRule
    {
        get
        {
            var decided = Titles.Select(t => (Title: t, About: "level", By: t.Classification.LevelBy, Answer: (string?)TitleLevelName.Of(t.Classification.Level)))
                .Concat(Titles.Select(t => (Title: t, About: "department", By: t.Classification.DepartmentBy, Answer: t.Classification.Department)))
                .GroupBy(d => (d.About, d.By.Rule, d.Answer)).OrderByDescending(g => g.Key.About, StringComparer.Ordinal).ThenByDescending(g => g.Sum(d => d.Title.Contacts)).ThenBy(g => g.Key.Rule, StringComparer.Ordinal).ToArray();
            return new(
                "titles by rule",
                Column.Of("about", decided.Select(g => g.Key.About)),
                Column.Of("rule", decided.Select(g => g.Key.Rule)),
                Column.Of("answer", decided.Select(g => g.Key.Answer)),
                Column.Of("confidence", decided.Select(g => g.First().By.Confidence)),
                Column.Of("titles", decided.Select(g => g.Count())),
                Column.Of("contacts", decided.Select(g => g.Sum(d => d.Title.Contacts))),
                Column.Of("for example", decided.Select(g => g.First().Title.Classification.Title)),
                Column.Of("why", decided.Select(g => g.First().By.Why)));
        }
    }

    /// <summary>Gets the most frequent titles whose level no rule could say, with their contacts and accounts.</summary>
    public Table Unresolved => Listed("titles without a level", Titles.Where(t => t.Classification.Level == TitleLevel.Unknown), t => t.Classification.LevelBy);

    /// <summary>Gets the most frequent titles that give no department to write: none in the title, or none in the picklist for the one it names.</summary>
    public Table UnresolvedDepartments => Listed("titles without a department", Titles.Where(t => t.WrittenDepartment is null), t => t.Classification.DepartmentBy)
        .With(Column.Of("department", Titles.Where(t => t.WrittenDepartment is null).Take(Options.ListedTitles).Select(t => t.Classification.Department)));

    /// <summary>Gets one row a department as it is written, the largest first; the last row counts the titles without one.</summary>
    public Table DepartmentCounts
    {
        get
        {
            var groups = Titles.GroupBy(t => t.WrittenDepartment).OrderBy(g => g.Key is null).ThenByDescending(g => g.Sum(t => t.Contacts)).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
            return new(
                "departments that titles name",
                Column.Of("department", groups.Select(g => g.Key)),
                Column.Of("titles", groups.Select(g => g.Count())),
                Column.Of("contacts", groups.Select(g => g.Sum(t => t.Contacts))));
        }
    }

    /// <summary>Returns one row a level, in order, then one for the contacts without a title; a level nobody has is a row of 0.</summary>
    public override Table ToTable()
    {
        var levels = Enum.GetValues<TitleLevel>().Select(level => (Name: TitleLevelName.Of(level), Titles: Titles.Where(t => t.Classification.Level == level).ToArray())).ToArray();
        return new(
            "contacts by level",
            Column.Of("level", levels.Select(l => l.Name).Append("no title")),
            Column.Of("titles", levels.Select(l => l.Titles.Length).Append(0)),
            Column.Of("contacts", levels.Select(l => l.Titles.Sum(t => t.Contacts)).Append(WithoutTitle)),
            Column.Of("share", levels.Select(l => l.Titles.Sum(t => t.Contacts)).Append(WithoutTitle).Select(c => Contacts == 0 ? (double?)null : (double)c / Contacts), NumberFormat.Share),
            Column.Of("confidence", levels.Select(l => Mean(l.Titles)).Append(null), NumberFormat.Score));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => [Summary];

    private string Summary => string.Create(CultureInfo.InvariantCulture,
        $"{Titles.Length:#,0} different titles of {Contacts - WithoutTitle:#,0} contacts, each classified once; {DepartmentsFilled:#,0} departments filled.");

    private static double? Mean(TitleCount[] titles) => titles.Length == 0 ? null : titles.Sum(t => t.Contacts * t.Classification.LevelBy.Confidence) / titles.Sum(t => t.Contacts);

    private Table Listed(string name, IEnumerable<TitleCount> titles, Func<TitleCount, TitleDecision> by)
    {
        var listed = titles.Take(Options.ListedTitles).ToArray();
        return new(
            name,
            Column.Of("title", listed.Select(t => t.Classification.Title)),
            Column.Of("contacts", listed.Select(t => t.Contacts)),
            Column.Of("accounts", listed.Select(t => (double?)t.Accounts), NumberFormat.Count),
            Column.Of("rule", listed.Select(t => by(t).Rule)),
            Column.Of("why", listed.Select(t => by(t).Why)));
    }
}
