using System.Text;
using Segmentation.Clean;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;
using Segmentation.Tests.Load;
using Segmentation.Tests.Samples;
using Segmentation.Tests.Tables;

namespace Segmentation.Tests.Clean;

public sealed class CleanFolderTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_sample_workspace_reads_back_exactly()
    {
        var written = CleanFolder.Write(samples.Workspace, folder["clean"]);
        WorkspaceEquality.AssertSame(samples.Workspace, Workspace.Open(folder["clean"]));
        Assert.Equal(samples.Workspace.Exports.Sum(e => e.Table.RowCount), written.Files.Sum(f => f.Rows));
    }

    [Fact]
    public void Writing_what_was_read_back_gives_the_same_bytes()
    {
        CleanFolder.Write(samples.Workspace, folder["first"]);
        CleanFolder.Write(Workspace.Open(folder["first"]), folder["second"]);

        // The as-of date's reason is a comment: the second time, workspace.yaml is the reason.
        var (first, second) = (folder.Files("first"), folder.Files("second"));
        Assert.Equal(first.Keys, second.Keys);
        Assert.Equal(["workspace.yaml", ".written"], first.Keys.Where(f => first[f] != second[f]).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void Hostile_tables_read_back_exactly()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new RandomTables(seed);
            string[] names = ["accounts.csv", "more.tsv", "odd, name.TXT"];
            var raw = InMemory.Open([.. names.Select((name, i) => InMemory.Of(name, random.Next(rows: (seed * 7 % 50) + i, columns: (seed + i) % 6).Columns))]);
            raw = raw with
            {
                Exports = [.. raw.Exports.Select(e => e with { Table = e.Table.Rename(Path.GetFileNameWithoutExtension(e.File)) })],
                Limits = PlaybookLimits.Default with { DuplicateRate = 0.1 + 0.2 },
            };
            CleanFolder.Write(raw, folder["clean"]);
            WorkspaceEquality.AssertSame(raw, Workspace.Open(folder["clean"]));
        }
    }

    [Fact]
    public void Nothing_is_recognised_that_was_not_played_and_no_role_is_lost()
    {
        var raw = samples.Workspace;
        var accounts = raw.Accounts with { Roles = [.. raw.Accounts.Roles.Where(r => r.Role is Role.AccountId)], System = null };
        raw = raw with { Exports = raw.Exports.Replace(raw.Accounts, accounts), AsOf = DateTime.MinValue, Currency = null };
        raw = raw.With(raw.Accounts, raw.Accounts.Table.With(Column.Of("Country", new string?[raw.Accounts.Table.RowCount])), (Role.Region, "Country"));
        CleanFolder.Write(raw, folder["clean"]);
        WorkspaceEquality.AssertSame(raw, Workspace.Open(folder["clean"]));
    }

    [Fact]
    public void A_spreadsheet_runs_no_cell_of_it()
    {
        var table = InMemory.Of("accounts.csv", Column.Of("=header", ["=1+1", "+1", "-1", "@sum", "\t=1", " =1", "\n=1", "\u00A0-1", "\uFF1D1", "'x", "", "plain", null, "a=b"]), Column.Of("n", Enumerable.Repeat(-1.0, 14)));
        var written = CleanFolder.Write(InMemory.Open(table), folder["clean"]);
        var text = File.ReadAllText(folder["clean", "accounts.csv"], new UTF8Encoding(false));

        // By hand, line by line: the header; eleven guarded values; then those that need none. A number is no formula.
        Assert.Equal("\uFEFF'=header,n\n'=1+1,-1\n'+1,-1\n'-1,-1\n'@sum,-1\n'\t=1,-1\n' =1,-1\n\"'\n=1\",-1\n'\u00A0-1,-1\n'\uFF1D1,-1\n''x,-1\n',-1\nplain,-1\n,-1\na=b,-1\n", ReadWithMark(folder["clean", "accounts.csv"]));
        Assert.Equal(12, Assert.Single(written.Files).Neutralised);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_alone_keeps_its_rows_without_a_value()
    {
        var raw = InMemory.Open(InMemory.Of("x.csv", Column.Of("only", [null, "a", null])));
        CleanFolder.Write(raw, folder["clean"]);
        Assert.Equal(3, Workspace.Open(folder["clean"]).Exports[0].Table.RowCount);
    }

    [Fact]
    public void A_header_longer_than_a_key_of_yaml_may_be_reads_back()
    {
        var raw = InMemory.Open(InMemory.Of("x.csv", Column.Of(new string('"', 3000), ["a"]), Column.Of("b", [1.0])));
        CleanFolder.Write(raw, folder["clean"]);
        TableEquality.AssertSame(raw.Exports[0].Table.Rename("x"), Workspace.Open(folder["clean"]).Exports[0].Table);
    }

    [Fact]
    public void A_cell_that_someone_made_something_else_of_is_kept_aside()
    {
        CleanFolder.Write(InMemory.Open(InMemory.File("accounts.csv", "Account ID, Employees, Created Date", "a#, 10, 2026-01-31", rows: 3)), folder["clean"]);
        var file = folder["clean", "accounts.csv"];
        File.WriteAllText(file, File.ReadAllText(file).Replace("a2,10,2026-01-31", "a2,many,31.1.2026", StringComparison.Ordinal));
        var export = Workspace.Open(folder["clean"]).Accounts;
        Assert.Equal(["many", "31.1.2026"], Enumerable.Range(0, 2).Select(export.Load.CellsAside.Text("value").Raw));
        Assert.Equal(1, export.Table["Employees"].NullCount);
    }

    [Fact]
    public void What_it_wrote_before_is_replaced_as_a_whole()
    {
        CleanFolder.Write(InMemory.Open(InMemory.File("old.csv", "a", "1")), folder["clean"]);
        CleanFolder.Write(InMemory.Open(InMemory.File("new.csv", "a", "1")), folder["clean"]);
        Assert.Equal([".written", "new.csv", "workspace.yaml"], folder.Files("clean").Keys);
        Assert.Equal([folder["clean"]], Directory.EnumerateFileSystemEntries(folder[""]));
    }

    [Fact]
    public void The_same_workspace_gives_the_same_bytes()
    {
        CleanFolder.Write(samples.Workspace, folder["one"]);
        CleanFolder.Write(samples.Workspace, folder["two"]);
        Assert.Equal(folder.Files("one"), folder.Files("two"));
    }

    [Fact]
    public void A_folder_that_it_did_not_write_is_left_alone()
    {
        Directory.CreateDirectory(folder["mine"]);
        File.WriteAllText(folder["mine", "notes.txt"], "mine");
        var error = Assert.Throws<WorkspaceException>(() => CleanFolder.Write(samples.Workspace, folder["mine"]));
        Assert.Equal(
            $"the clean workspace cannot be written to '{folder["mine"]}'; found a folder that the clean-up did not write, expected an empty folder, one that it wrote, or nothing there. " +
            "Name another folder, or move what is there somewhere else.", error.Message);
        Assert.Equal(["notes.txt"], folder.Files("mine").Keys);
        Assert.Equal([folder["mine"]], Directory.EnumerateFileSystemEntries(folder[""]));
    }

    [Theory]
    [InlineData("decisions/picklists.yaml")]
    [InlineData("workspace.yaml")]
    [InlineData("notes.txt")]
    public void What_a_person_changed_or_added_since_is_not_lost(string file)
    {
        var raw = InMemory.Open(InMemory.File("x.csv", "a", "1"));
        CleanFolder.Write(raw, folder["clean"], texts: new Dictionary<string, string> { ["decisions/picklists.yaml"] = "a: b\n" });
        File.AppendAllText(folder["clean", file], "# mine\n");
        var error = Assert.Throws<WorkspaceException>(() => CleanFolder.Write(raw, folder["clean"]));
        Assert.Equal($"what was changed or added since the clean-up wrote it: '{file}'", error.Found);
        Assert.EndsWith("# mine\n", File.ReadAllText(folder["clean", file]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data/out")]
    [InlineData(".")]
    [InlineData("link")]
    [InlineData("link/out")]
    [InlineData("DATA")]
    public void The_exports_own_folder_is_never_written_to(string to)
    {
        Directory.CreateDirectory(folder["data"]);
        File.WriteAllText(folder["data", "accounts.csv"], "Account ID,Account Name\na1,A\n");
        Directory.CreateSymbolicLink(folder["link"], folder["data"]);
        var raw = Workspace.Open(folder["data"]);
        Assert.Contains("the folder of the workspace itself", Assert.Throws<WorkspaceException>(() => CleanFolder.Write(raw, folder[to])).Found, StringComparison.Ordinal);
        Assert.Equal(["accounts.csv"], folder.Files("data").Keys);
    }

    [Fact]
    public void A_failure_on_the_way_leaves_what_was_there()
    {
        CleanFolder.Write(InMemory.Open(InMemory.File("old.csv", "a", "1")), folder["clean"]);
        var before = folder.Files("clean");

        // A file name that is a folder's cannot be written.
        var broken = InMemory.Open(InMemory.File("no/such/folder.csv", "a", "1"));
        Assert.ThrowsAny<IOException>(() => CleanFolder.Write(broken, folder["clean"]));
        Assert.Equal(before, folder.Files("clean"));
        Assert.Equal([folder["clean"]], Directory.EnumerateFileSystemEntries(folder[""]));
    }

    [Theory]
    [InlineData("accounts.csv")]
    [InlineData("../x.txt")]
    [InlineData("undo/changes.csv")]
    [InlineData("/x/y")]
    public void A_text_has_its_place_below_the_exports(string path) =>
        Assert.Throws<ArgumentException>(() => CleanFolder.Write(samples.Workspace, folder["clean"], texts: new Dictionary<string, string> { [path] = string.Empty }));

    private static string ReadWithMark(string path) => new UTF8Encoding(false).GetString(File.ReadAllBytes(path));
}
