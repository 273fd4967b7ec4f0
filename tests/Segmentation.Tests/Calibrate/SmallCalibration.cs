using Segmentation.Calibrate;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Tests.Calibrate;

/// <summary>Calibration data in memory: one account a value, of whose field <c>size</c> the framework may have rules.</summary>
internal static class SmallCalibration
{
    public static readonly DateTime From = new(2025, 6, 30);
    public static readonly DateTime To = new(2026, 6, 30);

    /// <summary>Returns a framework over the whole numbers <c>size</c> and the numbers <c>arr</c>, with one dimension where rules are given.</summary>
    public static SegmentationFramework Framework(params (string Segment, string Criteria)[] rules)
    {
        FieldDefinition[] fields = [new("size", FieldType.Whole), new("arr", FieldType.Number) { IsValue = true }];
        return new()
        {
            Version = "v1",
            Fields = [.. fields.Select(f => new FrameworkField(EntityKind.Accounts, f))],
            Dimensions = rules.Length == 0 ? [] : [new Dimension("Tier", DimensionKind.Firmographic, EntityKind.Accounts, [.. rules.Select(r => new Segment(r.Segment, Criterion.Parse(r.Criteria, fields)) { Action = $"serve {r.Segment}", Owner = "someone" })])],
            Limits = PlaybookLimits.Default,
        };
    }

    /// <summary>Returns data without a window.</summary>
    public static CalibrationData Of(SegmentationFramework framework, double?[] sizes, double?[]? arr = null) => new()
    {
        Framework = framework,
        Today = Records(sizes, arr),
        Excluded = 0,
        NoWindow = "the exports hold no history of ARR.",
        Options = CalibrationOptions.Default with { AssumedUnchanged = ["size"], Resamples = 200 },
    };

    /// <summary>Returns data whose accounts paid 100 each at the start of a window of 12 months; null months where the account stayed.</summary>
    public static CalibrationData Of(SegmentationFramework framework, double?[] sizes, int?[] churnedAfter) => Of(framework, sizes) with
    {
        NoWindow = null,
        Window = new OutcomeWindow(From, To, Records(sizes, [.. sizes.Select(_ => (double?)100)]), [.. churnedAfter.Select(m => m is null ? 100.0 : 0)], [.. churnedAfter.Select(m => m ?? 12)], [.. churnedAfter.Select(m => m is not null)]),
    };

    private static FrameworkRecords Records(double?[] sizes, double?[]? arr) => new()
    {
        Of = EntityKind.Accounts,
        AsOf = To,
        Ids = Column.Of("id", sizes.Select((_, i) => $"A{i}")),
        Arr = arr is null ? null : Column.Of("arr", arr, NumberFormat.Money),
        Fields = new Table("accounts", Column.Of("size", sizes), Column.Of("arr", arr ?? [.. sizes.Select(_ => (double?)null)])),
    };
}
