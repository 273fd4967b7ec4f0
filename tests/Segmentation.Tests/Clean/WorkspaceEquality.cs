using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Tests.Tables;

namespace Segmentation.Tests.Clean;

/// <summary>Compares workspaces in everything that a stage can ask: kinds, systems, roles, tables, dates, limits, picklists, ARR, SQL tables.</summary>
internal static class WorkspaceEquality
{
    public static void AssertSame(Workspace expected, Workspace actual)
    {
        Assert.Equal((expected.AsOf, expected.Launch, expected.Currency, expected.Limits), (actual.AsOf, actual.Launch, actual.Currency, actual.Limits));
        Assert.Equal(expected.Picklists.Select(p => $"{p.Key}: {string.Join('|', p.Value)}"), actual.Picklists.Select(p => $"{p.Key}: {string.Join('|', p.Value)}"));
        Assert.Equal(expected.Exports.Select(e => (e.File, e.Kind, e.System, e.Confidence)), actual.Exports.Select(e => (e.File, e.Kind, e.System, e.Confidence)));
        foreach (var (a, b) in expected.Exports.Zip(actual.Exports))
        {
            Assert.Equal(a.Roles.Select(r => (r.Role, r.Column)), b.Roles.Select(r => (r.Role, r.Column)));
            Assert.Equal(a.Unplayed.AsEnumerable(), b.Unplayed);
            TableEquality.AssertSame(a.Table, b.Table);
        }

        Assert.Equal(expected.AccountArrSource, actual.AccountArrSource);
        Assert.Equal(expected.AccountArr is null, actual.AccountArr is null);
        if (expected.AccountArr is { } arr) TableEquality.AssertSame(new Table("arr", arr), new Table("arr", actual.AccountArr!));
        Assert.Equal(expected.Tables.Keys, actual.Tables.Keys);
        foreach (var (name, table) in expected.Tables) TableEquality.AssertSame(table, actual.Tables[name]);
    }
}
