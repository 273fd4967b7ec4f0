using Segmentation.Load;

namespace Segmentation.Tests.Load;

public sealed class RolesOfSystemsTests
{
    public static TheoryData<int, string> Systems => Names(SystemExports.All);

    public static TheoryData<int, string> Unrelated => Names(SystemExports.Unrelated);

    [Theory]
    [MemberData(nameof(Systems))]
    public void A_system_s_export_is_recognised_by_its_headers(int index, string name)
    {
        var (expected, export) = Open(SystemExports.All[index]);
        Assert.True(export.Kind == expected.Kind, $"{name}: {export.Kind} {export.Confidence:0.00} {export.Reason}");
        Assert.Equal(expected.System, export.System);
        Assert.InRange(export.Confidence, 0.6, 0.99);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void Each_role_goes_to_the_column_that_the_system_means(int index, string name)
    {
        var (expected, export) = Open(SystemExports.All[index]);
        Assert.True(expected.Roles.Length > 0, name);
        Assert.Empty(expected.Roles.Select(r => $"{r.Role}={r.Column}").Except(export.Roles.Select(r => $"{r.Role}={r.Column}")));
        Assert.All(export.Roles, r => Assert.InRange(r.Confidence, WorkspaceOptions.Default.RoleThreshold, 1));
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void Spelling_of_headers_does_not_count(int index, string name)
    {
        var original = SystemExports.All[index];
        var (_, expected) = Open(original);
        var headers = string.Join(", ", original.Headers.Split(", ").Select(h => h.ToUpperInvariant().Replace(' ', '_')));
        var (_, export) = Open(original with { Headers = headers });
        Assert.True(expected.Kind == export.Kind, name);
        Assert.Equal(expected.Roles.Select(r => r.Role), export.Roles.Select(r => r.Role));
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void The_order_of_columns_does_not_count(int index, string name)
    {
        var (original, expected) = Open(SystemExports.All[index]);
        var (_, export) = Open(Columns(original, order => new Random(index).Shuffle(order)));
        Assert.True(expected.Kind == export.Kind, name);
        Assert.Equal(expected.System, export.System);
        Assert.Equal(expected.Confidence, export.Confidence, 9);
        Assert.Equal(expected.Roles.Select(r => r.Role).Order(), export.Roles.Select(r => r.Role).Order());
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void With_a_third_of_the_columns_gone_a_file_is_less_sure_but_not_taken_for_something_else(int index, string name)
    {
        var (original, expected) = Open(SystemExports.All[index]);
        for (var seed = 0; seed < 5; seed++)
        {
            var (_, export) = Open(Columns(original, order => new Random(seed).Shuffle(order), keep: 0.67));
            Assert.True(export.Kind == expected.Kind || export.Kind == EntityKind.Other || export.Confidence < 0.9, $"{name}, seed {seed}: {export.Kind} {export.Confidence:0.00} {export.Reason}");
        }
    }

    [Theory]
    [MemberData(nameof(Unrelated))]
    public void An_unrelated_file_is_Other_and_stays_available(int index, string name)
    {
        var (expected, export) = Open(SystemExports.Unrelated[index]);
        Assert.True(export.Kind == EntityKind.Other, $"{name}: {export.Kind} {export.Confidence:0.00} {export.Reason}");
        Assert.Equal(expected.System, export.System);
        Assert.Equal(40, export.Table.RowCount);
        Assert.StartsWith("no kind reaches 50%; nearest: ", export.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_s_name_makes_a_guess_surer_and_never_decides_alone()
    {
        var salesforce = SystemExports.All[0];
        Assert.True(Open(salesforce with { File = "accounts.csv" }).Export.Confidence > Open(salesforce).Export.Confidence);
        Assert.Equal(EntityKind.Other, Open(SystemExports.Unrelated[0] with { File = "accounts.csv" }).Export.Kind);
    }

    [Fact]
    public void The_catalogue_has_no_header_that_plays_two_roles_surely_in_one_kind()
    {
        var clashes = from entry in HeaderCatalog.Entries
                      where entry is { Role: not null, Strength: HeaderStrength.Sure }
                      from kind in entry.Kinds
                      group entry by (entry.Key, kind) into same
                      where same.Select(e => e.Role).Distinct().Count() > 1
                      select $"{same.Key}: {string.Join(", ", same.Select(e => e.Role).Distinct())}";
        Assert.Empty(clashes);
    }

    [Fact]
    public void Every_role_has_headers_somewhere() =>
        Assert.Equal(Enum.GetValues<Role>(), HeaderCatalog.Entries.Select(e => e.Role).OfType<Role>().Distinct().Order());

    private static (SystemExport Expected, Export Export) Open(SystemExport export) =>
        (export, InMemory.Open(InMemory.File(export.File, export.Headers, export.Values)).Exports.Single());

    private static SystemExport Columns(SystemExport export, Action<int[]> reorder, double keep = 1)
    {
        var (headers, values) = (export.Headers.Split(", "), export.Values.Split(", "));
        var order = Enumerable.Range(0, headers.Length).ToArray();
        reorder(order);
        var kept = order.Take((int)Math.Ceiling(headers.Length * keep)).ToArray();
        return export with { Headers = string.Join(", ", kept.Select(i => headers[i])), Values = string.Join(", ", kept.Select(i => values[i])) };
    }

    private static TheoryData<int, string> Names(SystemExport[] exports)
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < exports.Length; i++) data.Add(i, $"{exports[i].System ?? exports[i].File} {exports[i].Kind}");
        return data;
    }
}
