using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Calibrate;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Tests.Calibrate;

/// <summary>Accounts in memory, the same today and at the start of a window, with what became of them.</summary>
internal sealed class CandidateAccounts(int count)
{
    public static readonly DateTime From = new(2025, 6, 30);

    public static readonly DateTime To = new(2026, 6, 30);

    private readonly List<FieldDefinition> fields = [];
    private readonly List<Column> columns = [];
    private readonly List<string> unchanged = [];
    private readonly List<Dimension> dimensions = [];
    private double?[]? arr;
    private bool[]? churned;
    private PlaybookLimits limits = PlaybookLimits.Default;

    /// <summary>Adds a number; known for the start of the window unless it is said to come after.</summary>
    public CandidateAccounts Number(string name, Func<int, double?> value, bool isAfter = false) => Field(name, FieldType.Number, Column.Of(name, Rows(value)), isAfter);

    /// <summary>Adds a text.</summary>
    public CandidateAccounts Text(string name, Func<int, string?> value, bool isAfter = false) => Field(name, FieldType.Text, Column.Of(name, Rows(value)), isAfter);

    /// <summary>Adds a yes or no.</summary>
    public CandidateAccounts Flag(string name, Func<int, bool?> value) => Field(name, FieldType.Flag, Column.Of(name, Rows(value)), false);

    /// <summary>Adds a date.</summary>
    public CandidateAccounts Date(string name, Func<int, DateTime?> value) => Field(name, FieldType.Date, Column.Of(name, Rows(value)), false);

    /// <summary>Sets what each pays.</summary>
    public CandidateAccounts Arr(Func<int, double?> value)
    {
        arr = [.. Rows(value)];
        return this;
    }

    /// <summary>Sets who churned; without it there is no window.</summary>
    public CandidateAccounts Churned(Func<int, bool> value)
    {
        churned = [.. Rows(value)];
        return this;
    }

    /// <summary>Adds a dimension over the fields added so far.</summary>
    public CandidateAccounts Dimension(string name, params (string Segment, string Criteria)[] segments)
    {
        dimensions.Add(new(name, DimensionKind.Firmographic, EntityKind.Accounts, [.. segments.Select(s => new Segment(s.Segment, Criterion.Parse(s.Criteria, fields)))]));
        return this;
    }

    public CandidateAccounts Limits(PlaybookLimits changed)
    {
        limits = changed;
        return this;
    }

    public CalibrationData Data()
    {
        var records = Records(To);
        return new()
        {
            Framework = new SegmentationFramework { Version = "v0", Limits = limits, Fields = [.. fields.Select(f => new FrameworkField(EntityKind.Accounts, f))], Dimensions = [.. dimensions] },
            Today = records,
            Excluded = 0,
            Options = CalibrationOptions.Default with { AssumedUnchanged = [.. unchanged] },
            Window = churned is null ? null : new OutcomeWindow(From, To, Records(From), [.. Rows(r => churned[r] ? 0 : arr?[r] ?? 0)], [.. Rows(r => churned[r] ? 6 : 12)], [.. churned]),
            NoWindow = churned is null ? "the exports hold no history of ARR." : null,
        };
    }

    private FrameworkRecords Records(DateTime asOf) => new()
    {
        Of = EntityKind.Accounts,
        AsOf = asOf,
        Ids = Column.Of("id", Rows(r => string.Create(CultureInfo.InvariantCulture, $"A{r:0000}"))),
        Arr = arr is null ? null : Column.Of("arr", arr, NumberFormat.Money),
        Fields = new Table("accounts", columns),
    };

    private CandidateAccounts Field(string name, FieldType type, Column values, bool isAfter)
    {
        fields.Add(new(name, type));
        columns.Add(values);
        if (!isAfter) unchanged.Add(name);
        return this;
    }

    private ImmutableArray<T> Rows<T>(Func<int, T> value) => Enumerable.Range(0, count).Select(value).ToImmutableArray();
}
