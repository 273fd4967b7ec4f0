using System.Collections.Immutable;
using CsvHelper;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>The picklist values that the last run saw, as written, kept in <c>decisions/values.csv</c> (columns <c>role</c> and <c>value</c>), so that the next run
/// can say which are new.</summary>
public sealed record SeenValues : Result
{
    /// <inheritdoc/>
    public override string ResultName => "seen-values";

    /// <summary>Gets the values of each role, in ordinal order.</summary>
    public ImmutableSortedDictionary<Role, ImmutableSortedSet<string>> Roles { get; init; } = ImmutableSortedDictionary<Role, ImmutableSortedSet<string>>.Empty;

    /// <summary>Returns what a file remembers; null where there is no such file, so that nothing can be said to be new.</summary>
    /// <param name="path">The file: <c>decisions/values.csv</c>.</param>
    /// <exception cref="WorkspaceException">The file has other columns, or names no role.</exception>
    public static SeenValues? Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path) ? Read(File.ReadAllText(path), Path.GetFileName(path)) : null;
    }

    /// <summary>Returns what a text remembers.</summary>
    internal static SeenValues Read(string text, string file)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true });
        if (!csv.Read() || csv.FieldCount != 2 || csv.GetString(0) != "role" || csv.GetString(1) != "value")
            throw Error("cannot be read", "another first line", "the columns role,value", 1);
        var roles = new SortedDictionary<Role, ImmutableSortedSet<string>.Builder>();
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (csv.FieldCount != 2) throw Error("has a line that cannot be read", $"{csv.FieldCount} values", "a role and a value", line);
            var role = SnakeName.Parse<Role>(csv.GetString(0)) ?? throw Error("names no role", $"'{csv.GetString(0)}'", $"a role such as {SnakeName.Of(Role.Industry)}", line);
            if (!roles.TryGetValue(role, out var values)) roles[role] = values = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
            values.Add(TableCsv.Read(csv.GetString(1)));
        }

        return new SeenValues { Roles = roles.ToImmutableSortedDictionary(r => r.Key, r => r.Value.ToImmutable()) };

        WorkspaceException Error(string what, string found, string expected, int line) =>
            new($"the memory of the last run {what}", found, expected, "Correct the line, or delete the file: the next run writes it anew.", file, line, 1);
    }

    /// <summary>Returns the values as the text of a file that loads back equal.</summary>
    public string Write() => ToTable().ToCsv();

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var all = Roles.SelectMany(r => r.Value.Select(v => (r.Key, v))).ToArray();
        return new("seen values", Column.Of("role", all.Select(a => SnakeName.Of(a.Key))), Column.Of("value", all.Select(a => a.v)));
    }
}
