using Segmentation.Assign;
using Segmentation.Criteria;
using Segmentation.Distribute;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Tests.Tables;
using static Segmentation.Tests.Distribute.DriftAssignments;

namespace Segmentation.Tests.Distribute;

public sealed class SnapshotsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("snapshots-").FullName;

    private string File => Path.Combine(folder, "snapshots.sqlite");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_assignment_comes_back_exactly_as_it_was_saved()
    {
        var saved = Everything(May, "v1");
        Assert.Equal(SnapshotSaved.Added, Snapshots.Open(File).Save(saved));
        var back = Snapshots.Open(File).Load(May);
        Assert.Equal((saved.AsOf, saved.Framework.Version, saved.Framework.Write()), (back.AsOf, back.Framework.Version, back.Framework.Write()));
        Same(saved.Accounts!, back.Accounts!);
        Same(saved.Contacts!, back.Contacts!);
    }

    [Fact]
    public void Places_are_those_saved_whatever_the_rules_would_say_today()
    {
        // The saved places are turned round by hand: what comes back are these, not those of a new run.
        var run = Of(May, Many(1, ("SMB", 2), ("Enterprise", 1)));
        var dimension = run.Accounts!.Dimensions[0];
        var turned = run with { Accounts = run.Accounts with { Dimensions = [dimension with { Segment = [2, -1, 0], State = [AssignmentState.Overridden, AssignmentState.Uncovered, AssignmentState.Matched] }] } };
        Snapshots.Open(File).Save(turned);
        Same(turned.Accounts!, Snapshots.Open(File).Load(May).Accounts!);
    }

    [Fact]
    public void Drift_from_a_snapshot_is_drift_from_the_run()
    {
        var (baseline, current) = (Of(May, Many(1, ("SMB", 100), ("Enterprise", 25), (null, 5))), Of(June, Many(1, ("SMB", 94), ("Enterprise", 31), (null, 5))));
        var snapshots = Snapshots.Open(File);
        snapshots.Save(baseline);
        snapshots.Save(current);
        var loaded = Drift.Between(snapshots.Latest(before: June)!, snapshots.Latest()!);
        Assert.Equal(Drift.Between(baseline, current).ToString(RenderOptions.Default), loaded.ToString(RenderOptions.Default));
        Assert.Equal(Drift.Between(baseline, current).AttributionTable.ToCsv(), loaded.AttributionTable.ToCsv());
    }

    [Fact]
    public void Saving_the_same_again_leaves_the_file_as_it_was()
    {
        var snapshots = Snapshots.Open(File);
        snapshots.Save(Everything(May, "v1"));
        var bytes = System.IO.File.ReadAllBytes(File);
        Assert.Equal(SnapshotSaved.Unchanged, snapshots.Save(Everything(May, "v1")));
        Assert.Equal(SnapshotSaved.Unchanged, snapshots.Save(Everything(May, "v1"), replace: true));
        Assert.Equal(bytes, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void The_same_saves_give_the_same_bytes()
    {
        var files = new[] { "a.sqlite", "b.sqlite" }.Select(f => Path.Combine(folder, f)).ToArray();
        foreach (var file in files)
        {
            Snapshots.Open(file).Save(Everything(May, "v1"));
            Snapshots.Open(file).Save(Everything(June, "v2"));
        }

        Assert.Equal(System.IO.File.ReadAllBytes(files[0]), System.IO.File.ReadAllBytes(files[1]));
    }

    [Fact]
    public void Other_content_of_the_same_date_and_version_is_refused_unless_it_may_be_replaced()
    {
        var snapshots = Snapshots.Open(File);
        snapshots.Save(Of(May, Many(1, ("SMB", 3))));
        snapshots.Save(Of(June, Many(1, ("SMB", 3))));
        var other = Of(May, Many(1, ("SMB", 2), ("Enterprise", 2)));
        var error = Assert.Throws<WorkspaceException>(() => snapshots.Save(other));
        Assert.Equal("snapshots.sqlite: the snapshot of 2026-05-31 (v1) would be lost; found one with other content, expected the same content, a new date or a new framework version. "
            + "Give the framework a new version, or pass replace: true to replace the snapshot.", error.Message);
        Assert.Equal(3, snapshots.Load(May).Accounts!.Records.Count);
        Assert.Equal(SnapshotSaved.Replaced, snapshots.Save(other, replace: true));
        Same(other.Accounts!, snapshots.Load(May).Accounts!);
        Assert.Equal([(May, 4), (June, 3)], snapshots.List().Items.Select(i => (i.AsOf, i.Accounts!.Value)));
        Assert.Equal(SnapshotSaved.Added, snapshots.Save(Of(May, Many(1, ("SMB", 1)), "v2")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_failure_in_the_middle_leaves_the_file_as_it_was(bool replacing)
    {
        var snapshots = Snapshots.Open(File);
        snapshots.Save(Of(May, Many(1, ("SMB", 50))));
        var bytes = System.IO.File.ReadAllBytes(File);
        var next = Of(replacing ? May : June, Many(1, ("Enterprise", 60)));
        Assert.Throws<InvalidOperationException>(() => snapshots.Save(next, number => number == 0 ? SnapshotRows.Of(0, next, []) : Broken(number), replace: true));
        Assert.Equal(bytes, System.IO.File.ReadAllBytes(File));
        Assert.Single(snapshots.List().Items);
        Assert.Equal(50, snapshots.Load(May).Accounts!.Records.Count);

        IEnumerable<(string, object?[])> Broken(long number)
        {
            foreach (var row in SnapshotRows.Of(number, next, []).Take(40)) yield return row;
            throw new InvalidOperationException("power cut");
        }
    }

    [Fact]
    public void A_first_save_that_fails_leaves_no_snapshots()
    {
        var snapshots = Snapshots.Open(File);
        var next = Of(May, Many(1, ("SMB", 5)));
        Assert.Throws<InvalidOperationException>(() => snapshots.Save(next, number => number == 0 ? [] : throw new InvalidOperationException(), replace: false));
        Assert.Empty(snapshots.List().Items);
        Assert.Equal(SnapshotSaved.Added, snapshots.Save(next));
    }

    [Fact]
    public void The_list_counts_what_each_snapshot_holds()
    {
        var snapshots = Snapshots.Open(File);
        Assert.Equal(0, snapshots.ToTable().RowCount);
        Assert.Null(snapshots.Latest());
        snapshots.Save(Of(June, Many(1, ("SMB", 10), (null, 3), ("Nothing", 2), ("Competitor", 4)), "v2", true));
        snapshots.Save(Of(May, []));
        Assert.Equal(
            [new SnapshotEntry(May, "v1", 0, null, 1, 3, 0, 0, 0), new SnapshotEntry(June, "v2", 19, null, 1, 3, 5, 0, 0)],
            snapshots.List().Items.AsEnumerable());
        Assert.Equal(May, snapshots.Latest(before: June)!.AsOf);
        Assert.Null(snapshots.Latest(before: May));
        Assert.Null(snapshots.Load(May).Contacts);
        Assert.Equal(0, snapshots.Load(May).Accounts!.Records.Count);
    }

    [Fact]
    public void Checks_are_saved_with_the_assignment()
    {
        var assignment = Of(May, Many(1, ("SMB", 90), ("Enterprise", 4)));
        var checks = Distribution.Of(assignment).Checks;
        var snapshots = Snapshots.Open(File);
        snapshots.Save(assignment, checks);
        var table = snapshots.Tables["snapshot_checks"];
        Assert.Equal(checks.Items.Select(c => (c.Check, c.Segment, c.Found, c.Value)), Enumerable.Range(0, table.RowCount).Select(r =>
            (table.Text("check_name")[r]!, table.Text("segment")[r], table.Text("found")[r]!, table.Number("value")[r])));
        Assert.Equal(checks.Failing.Items.Length, snapshots.List().Items[0].ChecksFailing);
        Assert.NotEqual(0, snapshots.List().Items[0].ChecksFailing);
        Assert.Throws<WorkspaceException>(() => snapshots.Save(assignment));
    }

    [Fact]
    public void Every_snapshot_is_open_to_SQL_in_words()
    {
        var snapshots = Snapshots.Open(File);
        snapshots.Save(Everything(May, "v1"));
        var assignments = snapshots.Tables["snapshot_assignments"];
        Assert.Equal("as_of,version,of,id,name,owner,arr,excluded_by,dimension,segment,state,blank_field", string.Join(",", assignments.Columns.Select(c => c.Name)));
        Assert.Equal(
            ["a1 Large matched", "a2 Small overridden", "a3 Unassigned blank size", "a4 Unassigned uncovered", "a5 Excluded excluded Competitors", "p1 Decides matched", "p2 Unassigned blank level"],
            Enumerable.Range(0, assignments.RowCount).Select(r => string.Join(" ", new[] { "id", "segment", "state", "blank_field", "excluded_by" }.Select(c => assignments.Text(c)[r]).OfType<string>())).Order());
        Assert.Equal((true, true, false, true), (assignments["name"].IsPersonal, assignments["owner"].IsPersonal, assignments["segment"].IsPersonal, snapshots.Tables["snapshot_values"]["value"].IsPersonal));
        var values = snapshots.Tables["snapshot_values"];
        Assert.Contains(Enumerable.Range(0, values.RowCount), r => (values.Text("id")[r], values.Text("field")[r], values.Number("number")[r]) == ("a1", "size", 1500.5));
        Assert.DoesNotContain(Enumerable.Range(0, values.RowCount), r => (values.Text("id")[r], values.Text("field")[r]) == ("a3", "size"));
        Assert.Equal("v1", snapshots.Tables["snapshots"].Text("version")[0]);

        // Read once, and again after a save.
        Assert.Same(assignments, snapshots.Tables["SNAPSHOT_ASSIGNMENTS"]);
        Snapshots.Open(File).Save(Everything(June, "v1"));
        Assert.Equal(2 * assignments.RowCount, snapshots.Tables["snapshot_assignments"].RowCount);
        Assert.Equal(4, Snapshots.Open(Path.Combine(folder, "none.sqlite")).Tables.Count(t => t.Value.RowCount == 0));
    }

    [Fact]
    public void A_date_that_was_not_saved_is_an_error_that_lists_those_that_were()
    {
        var snapshots = Snapshots.Open(File);
        Assert.Contains("there is no snapshot of 2026-05-31; found no snapshot at all", Assert.Throws<WorkspaceException>(() => snapshots.Load(May)).Message, StringComparison.Ordinal);
        snapshots.Save(Of(June, Many(1, ("SMB", 1))));
        Assert.Equal("snapshots.sqlite: there is no snapshot of 2026-06-30 with v9; found 2026-06-30 (v1), expected one of them. Ask for one that is there, or save it first.",
            Assert.Throws<WorkspaceException>(() => snapshots.Load(June, "v9")).Message);
    }

    [Fact]
    public void A_file_of_something_else_is_refused_and_left_as_it_is()
    {
        System.IO.File.WriteAllText(File, "id,name\n1,x\n");
        var error = Assert.Throws<WorkspaceException>(() => Snapshots.Open(File));
        Assert.Equal("snapshots.sqlite: the file cannot hold snapshots; found a file that is no SQLite database, expected a file of snapshots, or none yet. Name another file; this one is left as it is.", error.Message);
        Assert.Equal("id,name\n1,x\n", System.IO.File.ReadAllText(File));

        var foreign = Path.Combine(folder, "foreign.sqlite");
        using (var file = SnapshotFile.Write(foreign)) file.Execute("create table t (x)");
        Assert.Contains("a SQLite database of something else", Assert.Throws<WorkspaceException>(() => Snapshots.Open(foreign)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_later_version_or_a_damaged_one_is_said_to_be_so()
    {
        var snapshots = Snapshots.Open(File);
        snapshots.Save(Of(May, Many(1, ("SMB", 500))));
        var whole = System.IO.File.ReadAllBytes(File);
        using (var file = SnapshotFile.Write(File)) file.Execute("pragma user_version = 2");
        Assert.Contains("the snapshots were saved by a later version of this software; found tables of version 2, expected version 1 at most", Assert.Throws<WorkspaceException>(() => Snapshots.Open(File)).Message, StringComparison.Ordinal);

        // All pages but the first with 0xFF over them.
        System.IO.File.WriteAllBytes(File, [.. whole.Take(4096), .. Enumerable.Repeat((byte)0xFF, whole.Length - 4096)]);
        Assert.Contains("the file of snapshots is damaged", Assert.Throws<WorkspaceException>(() => Snapshots.Open(File).Load(May)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_use_and_a_folder_that_cannot_be_made_are_said()
    {
        var snapshots = Snapshots.Open(File);
        snapshots.Save(Of(May, Many(1, ("SMB", 1))));
        using (var other = SnapshotFile.Write(File))
        {
            other.Execute("begin exclusive");
            Assert.Contains("the file of snapshots is in use", Assert.Throws<WorkspaceException>(() => snapshots.Save(Of(June, Many(1, ("SMB", 1))))).Message, StringComparison.Ordinal);
        }

        // A folder cannot be made where a file of its name stands.
        var nowhere = Snapshots.Open(Path.Combine(File, "snapshots.sqlite"));
        Assert.Empty(nowhere.List().Items);
        Assert.Contains("the folder of the snapshots cannot be made", Assert.Throws<WorkspaceException>(() => nowhere.Save(Of(June, []))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_is_made_when_something_is_saved()
    {
        var path = Path.Combine(folder, "year", "month", "snapshots.sqlite");
        Assert.Empty(Snapshots.Open(path).List().Items);
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
        Snapshots.Open(path).Save(Of(May, []));
        Assert.Single(Snapshots.Open(path).List().Items);
    }

    [Fact]
    public void A_year_of_2000_accounts_and_5_dimensions_takes_little_room()
    {
        var fields = Enumerable.Range(1, 5).Select(i => new FieldDefinition($"f{i}", FieldType.Number)).ToArray();
        var framework = new SegmentationFramework
        {
            Version = "v1",
            Fields = [.. fields.Select(f => new FrameworkField(EntityKind.Accounts, f))],
            Dimensions = [.. fields.Select(f => new Dimension($"Dimension {f.Name}", DimensionKind.Value, EntityKind.Accounts, [new Segment("Low", Criterion.Parse($"{f.Name} < 500", fields)), new Segment("High", Criterion.Parse($"{f.Name} >= 500", fields))]))],
        };
        var random = new Random(11);
        var snapshots = Snapshots.Open(File);
        for (var month = 1; month <= 12; month++)
        {
            var asOf = new DateTime(2026, month, 1);
            var records = new FrameworkRecords
            {
                Of = EntityKind.Accounts,
                AsOf = asOf,
                Ids = Column.Of("id", Enumerable.Range(0, 2000).Select(i => FormattableString.Invariant($"001Hs{i:0000000000000}"))),
                Fields = new Table("accounts", fields.Select(f => Column.Of(f.Name, Enumerable.Range(0, 2000).Select(_ => (double)random.Next(1000))))),
            };
            snapshots.Save(new AssignmentResult { Framework = framework, AsOf = asOf, Accounts = Assignment.Run(framework, records) });
        }

        Assert.Equal(12 * 2000 * 5, snapshots.Tables["snapshot_assignments"].RowCount);

        // 24,000 records with an 18-letter id, 120,000 places, 120,000 values: 29 bytes on average for all of it.
        Assert.InRange(new FileInfo(File).Length, 1, 264_000 * 29);
    }

    private static void Same(RecordAssignment expected, RecordAssignment actual)
    {
        Assert.Equal((expected.Records.Of, expected.Records.AsOf), (actual.Records.Of, actual.Records.AsOf));
        var pairs = new[] { (expected.Records.Ids, actual.Records.Ids), (expected.Records.Names, actual.Records.Names), (expected.Records.Owners, actual.Records.Owners), ((Column?)expected.Records.Arr, (Column?)actual.Records.Arr) };
        foreach (var (was, now) in pairs)
        {
            Assert.Equal(was is null, now is null);
            if (was is not null) TableEquality.AssertSame(new Table("t", was), new Table("t", now!));
        }

        TableEquality.AssertSame(expected.Records.Fields, actual.Records.Fields);
        Assert.Equal(expected.Records.Sources.AsEnumerable(), actual.Records.Sources);
        Assert.Equal(expected.Exclusion.AsEnumerable(), actual.Exclusion);
        Assert.Equal(expected.Dimensions.Select(d => d.Dimension.Name), actual.Dimensions.Select(d => d.Dimension.Name));
        foreach (var (was, now) in expected.Dimensions.Zip(actual.Dimensions))
        {
            Assert.Equal(was.Segment.AsEnumerable(), now.Segment);
            Assert.Equal(was.State.AsEnumerable(), now.State);
            Assert.Equal(was.BlankField.AsEnumerable(), now.BlankField);
        }
    }

    /// <summary>Accounts and contacts in every state, with every type of value, hostile text and numbers that a careless cast would lose.</summary>
    private static AssignmentResult Everything(DateTime asOf, string version)
    {
        FieldDefinition[] accounts = [new("size", FieldType.Number), new("sector", FieldType.Text), new("since", FieldType.Date), new("live", FieldType.Flag), new("kind", FieldType.Text)];
        FieldDefinition[] contacts = [new("level", FieldType.Text)];
        var framework = new SegmentationFramework
        {
            Version = version,
            Title = "Ünïcode: 'quotes' \"and\" more",
            Fields = [.. accounts.Select(f => new FrameworkField(EntityKind.Accounts, f)), .. contacts.Select(f => new FrameworkField(EntityKind.Contacts, f))],
            Exclusions = [new Exclusion("Competitors", EntityKind.Accounts, Criterion.Parse("kind = Competitor", accounts))],
            Dimensions =
            [
                new Dimension("Size", DimensionKind.Firmographic, EntityKind.Accounts, [new Segment("Small", Criterion.Parse("size between 0 and 100", accounts)), new Segment("Large", Criterion.Parse("size > 1000", accounts))]),
                new Dimension("Role", DimensionKind.Firmographic, EntityKind.Contacts, [new Segment("Decides", Criterion.Parse("level = VP", contacts))]),
            ],
            Overrides = [new Override("a2", "Size", "Small", "VP Customer Success", "a pilot", new DateTime(2030, 1, 1))],
        };
        var records = new FrameworkRecords
        {
            Of = EntityKind.Accounts,
            AsOf = asOf,
            Ids = Column.Of("Id", ["a1", "a2", "a3", "a4", "a5"]),
            Names = (TextColumn)Column.Of("Name", ["'; drop table records; --", null, "", "日本 🎌", "x\ny"]).AsPersonal(),
            Owners = (TextColumn)Column.Of("Owner", ["o1", null, "o2", "o2", "o1"]).AsPersonal(),
            Arr = Column.Of("ARR", [1e-300, null, -0.0, 9007199254740993d, 0.1 + 0.2], NumberFormat.Money),
            Fields = new Table(
                "accounts",
                Column.Of("size", [1500.5, 5000, null, 500, 1], NumberFormat.Count),
                Column.Of("sector", ["a", "b", null, "a", ""]).AsPersonal(),
                Column.Of("since", new DateTime?[] { new(2020, 2, 29), null, new(2020, 1, 1, 13, 14, 15), new DateTime(2020, 1, 1).AddTicks(7), DateTime.MinValue }),
                Column.Of("live", new bool?[] { true, false, null, true, false }),
                Column.Of("kind", [null, null, null, "Customer", "Competitor"])),
            Sources = ["CRM", "CRM", "CRM", "CRM", "CRM"],
        };
        records = records with { Fields = records.Fields.With(Column.Of("kind", ["Customer", "Customer", "Customer", "Customer", "Competitor"])) };
        var people = new FrameworkRecords
        {
            Of = EntityKind.Contacts,
            AsOf = asOf,
            Ids = Column.Of("Id", ["p1", "p2"]),
            Fields = new Table("contacts", Column.Of("level", ["VP", null])),
        };
        return new AssignmentResult { Framework = framework, AsOf = asOf, Accounts = Assignment.Run(framework, records), Contacts = Assignment.Run(framework, people) };
    }
}
