using System.Globalization;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Tests.Assign;
using Segmentation.Tests.Load;

namespace Segmentation.Tests.Outcome;

/// <summary>A book of nine accounts with launch on 1 October 2025 and snapshots of every month from July to December 2025; what each does stands in its name.</summary>
internal static class SmallOutcome
{
    // Months of the snapshots: July to December 2025. NaN: the account is not in that month's snapshot.
    public static readonly (string Id, double Employees, double[] Arr)[] Book =
    [
        ("stays", 10, [100, 100, 100, 100, 100, 120]),
        ("zero", 20, [200, 200, 200, 200, 0, 0]),
        ("vanishes", 30, [300, 300, 300, 300, 300, double.NaN]),
        ("returns", 400, [400, 400, 400, 0, 350, 350]),
        ("shrinks", 500, [900, 900, 900, 900, 900, 90]),
        ("late", 600, [double.NaN, 60, 60, 60, 60, 60]),
        ("new", 70, [double.NaN, double.NaN, double.NaN, double.NaN, 70, 70]),
        ("again", 80, [80, 0, 0, 0, 80, 80]),
        ("gone", 90, [90, 0, 0, 0, 0, 0]),
    ];

    public static readonly SegmentationFramework Tier = Rules.Tier("employees: whole", "Small: employees < 100", "Large: employees >= 100", "Giant: employees >= 10_000");

    public static DateTime Day(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    public static DateColumn Dates(string name, params IEnumerable<string?> days) => Column.Of(name, days.Select(d => d is null ? (DateTime?)null : Day(d)));

    public static Workspace Open(params Column[] more) => Open("2025-12-31", more);

    public static Workspace Open(string asOf, params Column[] more) => InMemory.Open($"as_of: {asOf}\nlaunch: 2025-10-01", [Accounts(more), History()]);

    public static LoadedTable Accounts(params Column[] more) => InMemory.Of("accounts.csv",
        [Column.Of("Account ID", Book.Select(a => a.Id)), Column.Of("Account Name", Book.Select(a => $"Company {a.Id}")), Column.Of("Employees", Book.Select(a => a.Employees)), .. more]);

    public static LoadedTable History()
    {
        var rows = Book.SelectMany(a => a.Arr.Select((arr, month) => (a.Id, Month: Day("2025-07-01").AddMonths(month), Arr: arr))).Where(r => !double.IsNaN(r.Arr)).ToArray();
        return InMemory.Of("arr_history.csv", Column.Of("Account ID", rows.Select(r => r.Id)), Column.Of("Month", rows.Select(r => (DateTime?)r.Month)), Column.Of("ARR", rows.Select(r => r.Arr)));
    }
}
