using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>The lists that people work from, one a saved view of the framework.</summary>
public sealed record SavedViewsResult : Result
{
    // Of every file system in use; leaves room for a folder.
    private const int LongestName = 80;

    /// <summary>Names of devices, which Windows takes for no file whatever their ending.</summary>
    private static readonly ImmutableHashSet<string> Devices = ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(i => new[] { Invariant($"com{i}"), Invariant($"lpt{i}") })];

    /// <inheritdoc/>
    public override string ResultName => "saved-views";

    /// <summary>Gets the lists in the framework's order.</summary>
    public required ImmutableArray<SavedViewList> Items { get; init; }

    /// <summary>Writes one CSV file a view: its records, in UTF-8 with a byte-order mark. A text that a spreadsheet would run as a formula is written behind an apostrophe.</summary>
    /// <param name="folder">The folder; made where there is none. A file of the same name is replaced, everything else is left alone.</param>
    /// <returns>What was written. The records that a blank leaves open are in no file.</returns>
    public SavedViewFiles WriteCsv(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        var (taken, files) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), ImmutableArray.CreateBuilder<SavedViewFile>());
        foreach (var item in Items)
        {
            var file = $"{UniqueNames.Of(FileName(item.View), taken, '-')}.csv";
            File.WriteAllText(Path.Combine(folder, file), item.Records.ToCsv(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            files.Add(new SavedViewFile(item.View, file, item.Records.RowCount, item.Unknown.RowCount));
        }

        return new SavedViewFiles { Folder = folder, Files = files.ToImmutable() };
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "saved views",
        Column.Of("view", Items.Select(i => i.View)),
        Column.Of("of", Items.Select(i => SnakeName.Of(i.Of))),
        Column.Of("who is in it", Items.Select(i => i.Rule)),
        Column.Of("records", Items.Select(i => i.Records.RowCount)),
        Column.Of("ARR", Items.Select(i => i.Arr), NumberFormat.Money),
        Column.Of("owners", Items.Select(i => Enumerable.Range(0, i.Records.RowCount).Select(row => i.Records.Text("owner")[row]).OfType<string>().Distinct(StringComparer.Ordinal).Count())),
        Column.Of("open for a blank", Items.Select(i => i.Unknown.RowCount)));

    /// <inheritdoc/>
    public override string ToHtml(RenderOptions options) => base.ToHtml(options) + string.Concat(Items.Select(i => i.ToHtml(options)));

    /// <inheritdoc/>
    public override string ToString(RenderOptions options) => base.ToString(options) + string.Concat(Items.Select(i => "\n" + i.ToString(options)));

    // Letters and digits in lower case, everything between them a hyphen: no path, no ending, no space in front or behind.
    private static string FileName(string view)
    {
        var name = new StringBuilder();
        foreach (var letter in view)
        {
            if (char.IsLetterOrDigit(letter)) name.Append(char.ToLowerInvariant(letter));
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        }

        var safe = name.ToString(0, Math.Min(name.Length, LongestName)).Trim('-');
        return safe.Length == 0 ? "view" : Devices.Contains(safe) ? $"view-{safe}" : safe;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
