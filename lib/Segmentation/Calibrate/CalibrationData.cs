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
        var all = FrameworkRecords.Take(workspace, framework, EntityKind.Accounts);
        var assigned = Assignment.Run(framework with { Dimensions = [] }, all);
        int[] there = [.. Enumerable.Range(0, all.Count).Where(r => assigned.Exclusion[r] < 0)];
        var data = new CalibrationData { Framework = framework, Today = Rows(all, there), Excluded = all.Count - there.Length, Options = options, Folder = workspace.Folder };
        var window = OutcomeWindows.Of(workspace, framework, options, out var why);
        return data with { Window = window, NoWindow = why };
    }

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
            Column.Of("known", fields.Select(f => SnakeName.Of(TimingOf(f.Definition.Name)))));
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
