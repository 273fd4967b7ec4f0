using Segmentation.Clean;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Tests.Load;
using Segmentation.Tests.Samples;
using Segmentation.Tests.Tables;

namespace Segmentation.Tests.Clean;

public sealed class CleanupUndoTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Random_steps_are_undone_exactly_from_the_folder()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new RandomTables(seed);
            var raw = InMemory.Open([.. new[] { "one", "two" }.Select((name, i) => InMemory.Of(name + ".csv", random.Next(rows: (seed * 7 % 30) + i, columns: (seed + i) % 6).Columns))]);
            raw = raw with { Exports = [.. raw.Exports.Select(e => e with { Table = e.Table.Rename(Path.GetFileNameWithoutExtension(e.File)) })] };
            var (clean, changes) = (raw, new List<TableChange>());
            for (var step = 0; step < 4; step++)
            {
                var export = clean.Exports[step % 2];
                var (after, removed) = random.Changed(export.Table);
                changes.Add(TableChange.Between($"=step {step}", export.Table, after, null, (row, column) => $"{column}, {row}\n", removed));
                clean = clean.With(export, after);
            }

            var undo = CleanupUndo.Of(raw, changes);
            WorkspaceEquality.AssertSame(raw, undo.Apply(clean));
            CleanFolder.Write(clean, folder["clean"], undo);
            WorkspaceEquality.AssertSame(clean, Workspace.Open(folder["clean"]));
            WorkspaceEquality.AssertSame(raw, CleanFolder.Undo(folder["clean"]));
        }
    }

    [Fact]
    public void The_changes_file_says_for_every_cell_what_it_held_and_why()
    {
        var (raw, clean, changes) = Small();
        CleanFolder.Write(clean, folder["clean"], CleanupUndo.Of(raw, changes));

        // By hand: a1 changes its name, a2 goes, and a column comes.
        Assert.Equal(
            "change,step,table,what,row,record,column,before,after,why\n" +
            "1,merge,accounts,rows,,,,2,1,\n" +
            "1,merge,accounts,column added,,,Size,,,\n" +
            "1,merge,accounts,cell changed,0,a1,Account Name,'=A,',the rule\n" +
            "1,merge,accounts,row removed,1,,Account ID,a2,,\n" +
            "1,merge,accounts,row removed,1,,Account Name,,,\n",
            File.ReadAllText(folder["clean", "undo", "changes.csv"]));
    }

    [Fact]
    public void Roles_that_moved_come_back()
    {
        var raw = samples.Workspace;
        var table = raw.Accounts.Table.With(Column.Of("Industry (clean)", new string?[raw.Accounts.Table.RowCount]));
        var clean = raw.With(raw.Accounts, table, (Role.Industry, "Industry (clean)"));
        var change = TableChange.Between("standardise", raw.Accounts.Table, table, null, (_, _) => string.Empty);
        CleanFolder.Write(clean, folder["clean"], CleanupUndo.Of(raw, [change]));
        WorkspaceEquality.AssertSame(raw, CleanFolder.Undo(folder["clean"]));
    }

    [Fact]
    public void A_folder_without_its_changes_cannot_be_undone()
    {
        CleanFolder.Write(samples.Workspace, folder["clean"]);
        Assert.Equal("Run the clean-up again from the original exports.", Assert.Throws<WorkspaceException>(() => CleanFolder.Undo(folder["clean"])).Remedy);
    }

    [Theory]
    [InlineData("1,merge,accounts,rows,,,,2,1,\n", "", "no number of rows before change 1")]
    [InlineData("change,step", "change,stop", "no column 'step'")]
    [InlineData("changed,0,", "changed,first,", "0 rows and 1 cells that cannot be read")]
    public void A_changes_file_that_someone_edited_is_refused(string text, string by, string found)
    {
        var (raw, clean, changes) = Small();
        CleanFolder.Write(clean, folder["clean"], CleanupUndo.Of(raw, changes));
        var file = folder["clean", "undo", "changes.csv"];
        File.WriteAllText(file, File.ReadAllText(file).Replace(text, by, StringComparison.Ordinal));
        Assert.Equal(found, Assert.Throws<WorkspaceException>(() => CleanFolder.Undo(folder["clean"])).Found);
    }

    [Fact]
    public void What_was_changed_is_counted_by_step()
    {
        var (raw, _, changes) = Small();
        var table = CleanupUndo.Of(raw, changes).ToTable();
        Assert.Equal(["merge", "accounts", "2", "1", "1", "Size"], table.Columns.Select(c => c.Raw(0)));
    }

    private static (Workspace Raw, Workspace Clean, TableChange[] Changes) Small()
    {
        var raw = InMemory.Open(InMemory.Of("accounts.csv", Column.Of("Account ID", ["a1", "a2"]), Column.Of("Account Name", ["=A", null])));
        raw = raw with { Exports = [raw.Exports[0] with { Table = raw.Exports[0].Table.Rename("accounts") }] };
        var before = raw.Accounts.Table;
        var after = before.Take([0]).With(Column.Of("Account Name", [string.Empty])).With(Column.Of("Size", [3.0]));
        return (raw, raw.With(raw.Accounts, after), [TableChange.Between("merge", before, after, "Account ID", (_, _) => "the rule", [1])]);
    }
}
