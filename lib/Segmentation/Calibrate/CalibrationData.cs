using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Cuts;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>What cuts are calibrated on: the accounts of today without the excluded, and, where a history of ARR reaches back far enough, the accounts of an earlier day with what became of them.</summary>
public sealed record CalibrationData : Result
{
    /// <inheritdoc/>
    public override string ResultName => "calibration-data";

    /// <summary>Gets the framework whose fields are looked at.</summary>
    public required SegmentationFramework Framework { get; init; }

    /// <summary>Gets the accounts of today that no exclusion takes out.</summary>
    public required FrameworkRecords Today { get; init; }

    /// <summary>Gets the number of accounts that exclusions take out today.</summary>
    public required int Excluded { get; init; }

    /// <summary>Gets the accounts of the start of the window with what became of them; null where the exports cannot say, see <see cref="NoWindow"/>.</summary>
    public OutcomeWindow? Window { get; init; }

    /// <summary>Gets why there is no window; null where there is one.</summary>
    public string? NoWindow { get; init; }

    /// <summary>Gets the options.</summary>
    public required CalibrationOptions Options { get; init; }

    /// <summary>Gets what else was noticed, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Gets the folder of the exports; null where there is none.</summary>
    internal string? Folder { get; init; }

    /// <summary>Returns what calibration needs of a workspace.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    /// <param name="framework">The framework; its fields of accounts are the candidates.</param>
    /// <param name="options">How to look; <see cref="CalibrationOptions.Default"/> where null.</param>
    public static CalibrationData Take(Workspace workspace, SegmentationFramework framework, CalibrationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(framework);
        options ??= CalibrationOptions.Default;
        if (workspace.Find(EntityKind.Accounts) is null)
            return new() { Framework = framework, Today = Nobody(workspace, framework), Excluded = 0, Options = options, Folder = workspace.Folder, NoWindow = "the exports hold no accounts." };
        var all = FrameworkRecords.Take(workspace, framework, EntityKind.Accounts);
        var assigned = Assignment.Run(framework with { Dimensions = [] }, all);
        int[] there = [.. Enumerable.Range(0, all.Count).Where(r => assigned.Exclusion[r] < 0)];
        var data = new CalibrationData { Framework = framework, Today = Rows(all, there), Excluded = all.Count - there.Length, Options = options, Folder = workspace.Folder, Notes = Currencies(workspace) };
        var window = OutcomeWindows.Of(workspace, framework, options, out var why);
        return data with { Window = window, NoWindow = why };
    }

    /// <summary>Returns no accounts, with a column a field: what exports without accounts hold.</summary>
    private static FrameworkRecords Nobody(Workspace workspace, SegmentationFramework framework) => new()
    {
        Of = EntityKind.Accounts,
        AsOf = workspace.AsOf,
        Ids = Column.Of("id", Array.Empty<string?>()),
        Fields = new Table("accounts", framework.Fields.Where(f => f.Of == EntityKind.Accounts).Select(f => f.Definition.Type switch
        {
            FieldType.Number or FieldType.Whole => Column.Of(f.Definition.Name, Array.Empty<double>()),
            FieldType.Date => Column.Of(f.Definition.Name, Array.Empty<DateTime?>()),
            FieldType.Flag => Column.Of(f.Definition.Name, Array.Empty<bool?>()),
            _ => (Column)Column.Of(f.Definition.Name, Array.Empty<string?>()),
        })),
    };

    /// <summary>Returns the values of a field today, with what each account pays.</summary>
    /// <param name="field">A number of the framework's fields.</param>
    /// <exception cref="CalibrationException">The framework declares no such field of accounts, or it is no number.</exception>
    public CutSample Sample(string field)
    {
        var column = Number(Today, field);
        return CutSample.Of(column.Values, Today.Arr is { } arr ? arr.Values : default);
    }

    /// <summary>Returns the values of a field at the start of the window, with what happened after.</summary>
    /// <param name="field">A number of the framework's fields.</param>
    /// <param name="measure">What is looked at.</param>
    /// <exception cref="CalibrationException">There is no window, or the values come from after its start: what happened may have made them.</exception>
    public CutSample Sample(string field, OutcomeMeasure measure)
    {
        if (NoOutcome(field) is { } why) throw new CalibrationException($"No cut of {field} can be held against an outcome: {why}");
        var column = Number(Window!.Records, field);
        return CutSample.Of(column.Values, Window.Records.Arr!.Values, Window.Target(measure));
    }

    /// <summary>Returns why no outcome can be held against a field; null where one can.</summary>
    /// <param name="field">A field of accounts of the framework.</param>
    public string? NoOutcome(string field) => Window is null ? NoWindow
        : TimingOf(field) != FeatureTiming.AfterOutcome ? null
        : string.Create(CultureInfo.InvariantCulture,
            $"{field} is known as of {DateColumn.Show(Today.AsOf.Date)} only, but the outcome is watched from {DateColumn.Show(Window.From.Date)} to {DateColumn.Show(Window.To.Date)}: the outcome must come after the value. Use a field that the exports hold for {DateColumn.Show(Window.From.Date)}, or, where it was the same then, name it in AssumedUnchanged of the options.");

    /// <summary>Returns when the values of a field in the window were true.</summary>
    /// <param name="field">A field of accounts of the framework.</param>
    public FeatureTiming TimingOf(string field) => OutcomeWindows.TimingOf(field, Framework, Options);

    /// <summary>Gets the numbers among the framework's fields of accounts.</summary>
    public ImmutableArray<FieldDefinition> Numbers => [.. Framework.Fields.Where(f => f.Of == EntityKind.Accounts && f.Definition.Type is FieldType.Number or FieldType.Whole).Select(f => f.Definition)];

    /// <summary>Returns one row a field of accounts: type, values today, when its values in the window were true.</summary>
    public override Table ToTable()
    {
        var fields = Framework.Fields.Where(f => f.Of == EntityKind.Accounts).ToArray();
        return new(
            "what is calibrated on",
            Column.Of("field", fields.Select(f => f.Definition.Name)),
            Column.Of("type", fields.Select(f => SnakeName.Of(f.Definition.Type))),
            Column.Of("values today", fields.Select(f => Today.Count - Today.Fields[f.Definition.Name].NullCount)),
            Column.Of("values at the start", fields.Select(f => Window is null ? (double?)null : Window.Records.Count - Window.Records.Fields[f.Definition.Name].NullCount), NumberFormat.Count),
            Column.Of("against the outcome", fields.Select(f => Window is null ? null : SnakeName.Words(TimingOf(f.Definition.Name)))));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        double arr = 0;
        var negative = 0;
        for (var row = 0; row < Today.Count; row++)
        {
            if (Today.Arr?.Values[row] is > 0 and var paid) arr += paid;
            else if (Today.Arr?.Values[row] < 0) negative++;
        }

        yield return $"Today, {DateColumn.Show(Today.AsOf.Date)}: {options.Count(Today.Count)} accounts{(Today.Arr is null ? ", of which no ARR is known" : $" with {CalibrationWords.Money(arr)} of ARR")}; {options.Count(Excluded)} more are excluded.";
        if (negative > 0) yield return $"{options.Count(negative)} have an ARR below 0, which counts as 0 in amounts.";
        if (Today.BlankIds > 0) yield return $"{options.Count(Today.BlankIds)} have no id.";
        if (Today.RepeatedIds > 0) yield return $"{options.Count(Today.RepeatedIds)} repeat the id of an earlier one.";
        foreach (var note in Notes) yield return note;
        if (Window is not { } window)
        {
            yield return $"No outcome is known: {NoWindow}";
            yield break;
        }

        var start = window.Records.Arr!.Values.ToArray().Sum();
        var grew = window.ArrAtEnd.Where((a, i) => a > window.Records.Arr.Values[i]).Count();
        yield return $"Outcome, from {DateColumn.Show(window.From.Date)} to {DateColumn.Show(window.To.Date)}: {options.Count(window.Records.Count)} accounts paid {CalibrationWords.Money(start)} at the start; {options.Count(window.Churned.Count(c => c))} churned, {options.Count(grew)} paid more at the end, and net retention is {CalibrationWords.Share(window.ArrAtEnd.Sum() / start)}.";
        if (!window.ExclusionsLeftOut.IsEmpty)
            yield return $"Not applied to them: the exclusion{(window.ExclusionsLeftOut.Length == 1 ? string.Empty : "s")} {CalibrationWords.List(window.ExclusionsLeftOut, "and")}, which read a field that is known as of today only; whoever left since would be taken out for having left.";
        foreach (var note in window.Notes) yield return note;
        if (Of(FeatureTiming.AssumedUnchanged) is { Length: > 0 } assumed) yield return $"Assumed unchanged since the start: {CalibrationWords.List(assumed, "and")}.";
        if (Of(FeatureTiming.AfterOutcome) is { Length: > 0 } after) yield return $"Known as of today only, so never held against the outcome: {CalibrationWords.List(after, "and")}.";

        string[] Of(FeatureTiming timing) => [.. Framework.Fields.Where(f => f.Of == EntityKind.Accounts && TimingOf(f.Definition.Name) == timing).Select(f => f.Definition.Name)];
    }

    private static ImmutableArray<string> Currencies(Workspace workspace)
    {
        if (workspace.Find(EntityKind.Accounts)?.Find(Role.Currency) is not { } column) return [];
        string[] all = [.. Enumerable.Range(0, column.Length).Where(r => !column.IsNull(r)).Select(r => column.Raw(r).Trim().ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)];
        return all.Length < 2 ? [] : [$"Amounts are in several currencies ({string.Join(", ", all)}) and are taken as they stand: cuts of ARR mean something only in one."];
    }

    internal static FrameworkRecords Rows(FrameworkRecords records, int[] rows) => records with
    {
        Ids = (TextColumn)records.Ids.Take(rows),
        Names = (TextColumn?)records.Names?.Take(rows),
        Owners = (TextColumn?)records.Owners?.Take(rows),
        Arr = (NumberColumn?)records.Arr?.Take(rows),
        Fields = records.Fields.Take(rows),
    };

    private NumberColumn Number(FrameworkRecords records, string field) => records.Fields.Find(field) switch
    {
        NumberColumn number => number,
        { } blank when blank.NullCount == blank.Length && Numbers.Any(f => f.Name.Equals(field, StringComparison.OrdinalIgnoreCase)) => Column.Of(field, Enumerable.Repeat(double.NaN, blank.Length)),
        _ => throw new CalibrationException($"No cut of {field} can be found: {NoField(field)}"),
    };

    internal string NoField(string field) =>
        $"the framework declares no number of accounts called {field}. It has {(Numbers.IsEmpty ? "none" : string.Join(", ", Numbers.Select(f => f.Name)))}.";
}
