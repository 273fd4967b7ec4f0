using Segmentation.Clean;
using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Tables;
using Segmentation.Tests.Load;

namespace Segmentation.Tests.Clean;

public sealed class CleanupTests(CleanedSamples samples) : IClassFixture<CleanedSamples>
{
    private CleanupResult Result => samples.Result;

    [Fact]
    public void Every_step_ran_on_the_samples_in_the_playbooks_order()
    {
        Assert.Equal(
            [
                "enrich accounts", "enrich contacts", "attach orphan contacts", "standardise currencies", "standardise picklists", "standardise countries, states, regions", "standardise titles",
                "standardise names, emails, domains, phones", "find duplicate accounts", "find duplicate contacts", "merge", "size bands and ARR tiers",
            ],
            Result.Steps.Select(s => s.Name));
        Assert.All(Result.Steps, s => Assert.Null(s.Note));
    }

    [Fact]
    public void Rows_before_are_rows_after_and_rows_merged_away()
    {
        var records = Result.Records;
        for (var row = 0; row < records.RowCount; row++)
            Assert.Equal(records.Number("before")[row], records.Number("after")[row] + records.Number("merged away")[row]);
        Assert.True(Result.Steps.Single(s => s.Name == "merge").Rows > 0);
    }

    [Fact]
    public void Arr_is_the_same_before_and_after() =>
        Assert.Equal(Sum(samples.Raw), Sum(Result.Workspace), 2);

    [Fact]
    public void All_steps_are_undone_exactly() => WorkspaceEquality.AssertSame(samples.Raw, Result.Undo());

    [Fact]
    public void The_clean_workspace_reads_back_exactly_and_is_undone_exactly_from_its_folder()
    {
        WorkspaceEquality.AssertSame(Result.Workspace, Workspace.Open(samples.Folder["clean"]));
        WorkspaceEquality.AssertSame(samples.Raw, CleanFolder.Undo(samples.Folder["clean"]));
    }

    [Fact]
    public void Replaying_with_the_memory_gives_the_same_entities_and_the_same_bytes()
    {
        var replayed = Cleanup.Run(samples.Raw, CleanupDecisions.Load(samples.Folder["clean", "decisions"]));
        Assert.Equal(Ids(Result.AccountMatch!), Ids(replayed.AccountMatch!));
        Assert.Equal(Ids(Result.ContactMatch!), Ids(replayed.ContactMatch!));
        Assert.Empty(replayed.AccountMatch!.Changes.Changes);
        Assert.Empty(replayed.ContactMatch!.Changes.Changes);
        replayed.WriteTo(samples.Folder["replayed"]);
        Assert.Equal(samples.Folder.Files("clean"), samples.Folder.Files("replayed"));
    }

    [Fact]
    public void Next_months_export_keeps_the_ids_of_what_is_still_there()
    {
        // The next export lacks the first five accounts, has one more, and one of another name.
        var before = samples.Raw.Accounts.Table;
        var table = before.Take([.. Enumerable.Range(5, before.RowCount - 5), before.RowCount - 1]);
        var (id, name) = (samples.Raw.Accounts.Require(Role.AccountId).Name, samples.Raw.Accounts.Require(Role.AccountName).Name);
        var last = table.RowCount - 1;
        table = table.With(Changed(table[id], last, "001Hs0000000NEWIAA")).With(Changed(Changed(table[name], last, "Quite Another Company"), 0, "Renamed Company"));
        foreach (var role in (Role[])[Role.Website, Role.Phone])
        {
            if (samples.Raw.Accounts.Find(role) is { } column) table = table.With(Changed(table[column.Name], last, null));
        }

        var raw = samples.Raw with { Exports = samples.Raw.Exports.Replace(samples.Raw.Accounts, samples.Raw.Accounts with { Table = table }), AccountArr = null };
        raw = raw.With(raw.Accounts, table);
        var next = Cleanup.Run(raw, CleanupDecisions.Load(samples.Folder["clean", "decisions"]));

        var diff = next.AccountMatch!.Changes;
        Assert.Contains(diff.Changes, c => c.Kind == EntityChangeKind.New && c.Records.Contains("001Hs0000000NEWIAA"));
        var was = Ids(Result.AccountMatch!).ToDictionary(StringComparer.Ordinal);
        var gone = Enumerable.Range(0, 5).Select(before[id].Raw).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(gone, diff.Changes.Where(c => c.Kind is EntityChangeKind.Gone or EntityChangeKind.Shrunk).SelectMany(c => c.Records).ToHashSet(StringComparer.Ordinal));
        var moved = Ids(next.AccountMatch!).Count(r => was.TryGetValue(r.Key, out var entity) && entity != r.Value);
        Assert.True(moved <= 5, $"{moved} records changed their entity");
        WorkspaceEquality.AssertSame(raw, next.Undo());
    }

    [Fact]
    public void The_decisions_of_the_next_run_load_back_from_the_folder()
    {
        var loaded = CleanupDecisions.Load(samples.Folder["clean", "decisions"]);
        Assert.Equal(Result.Next.Write(), loaded.Write());
        Assert.Equal(Result.Next.Entities.Rows.AsEnumerable(), loaded.Entities.Rows);
    }

    [Fact]
    public void No_folder_of_decisions_means_no_decisions() =>
        Assert.Equal(CleanupDecisions.Empty.Write(), CleanupDecisions.Load(samples.Folder["nothing here"]).Write());

    [Fact]
    public void More_limits_are_met_after_the_clean_up_than_before_and_the_duplicates_of_accounts_are_below_theirs()
    {
        var figures = Result.BeforeAfter();
        Assert.True(figures.MetAfter > figures.MetBefore, figures.Summary());
        Assert.True(figures.Figures.Single(f => f is { Section: "duplicates", Table: "accounts", Figure: "surplus records" }).After!.Met, figures.Of("duplicates").ToString());
        Assert.True(figures.Figures.Single(f => f is { Section: "orphans", Table: "contacts", Figure: "with a company" }).After!.Met, figures.Of("orphans").ToString());
    }

    [Fact]
    public void The_figures_held_against_a_limit_are_known_before_and_after()
    {
        var figures = Result.BeforeAfter().AgainstLimits().Figures;
        Assert.Contains(figures, f => f is { Table: "accounts", Figure: "industry: valid", Limit: 0.8 });
        Assert.Contains(figures, f => f is { Table: "contacts", Figure: "with a company", Limit: 0.9 });

        // A column that the clean-up adds has no figure before; ARR is no count of records; "populated" has no limit.
        Assert.DoesNotContain(figures, f => f.Figure.StartsWith("arr_tier", StringComparison.Ordinal) || f.Figure.EndsWith("by ARR", StringComparison.Ordinal) || f.Figure.EndsWith("populated", StringComparison.Ordinal));
    }

    // Written by hand from truth/titles.csv: 67 titles; every rule of the samples' own titles.yaml is right on them.
    [Fact]
    public void The_title_rules_are_measured_on_the_labelled_titles()
    {
        Assert.Equal(67, Result.Decisions.TitleLabels!.Titles.Length);
        var precision = Result.TitlePrecision!.Rows;
        Assert.All(precision.Where(r => r.Precision is not null), r => Assert.Equal(1, r.Precision));

        // Wilson 95% for 0 of 20 is 0 to .1611252 (scipy 1.10); for 20 of 20 it is the mirror image.
        var officers = precision.Single(r => r.Answer == "C-Level");
        Assert.Equal(20, officers.Labelled);
        Assert.Equal(1 - .1611252, officers.Interval.Low, 7);
    }

    // Employees: 74.2% in the CRM and 94.5% after, from below the 80% target to above it; no other field of these gains more records.
    [Fact]
    public void The_field_to_show_first_is_one_that_the_providers_brought_to_its_target() =>
        Assert.Equal(Role.Employees, Result.AccountEnrichment!.MostImproved);

    [Fact]
    public void The_values_that_moved_are_those_of_the_changes() =>
        Assert.Contains(Result.ValuesMoved().Of(Role.Industry).Moves, m => m is { From: "Contruction", To: "Construction" });

    [Theory]
    [InlineData("accounts.csv", "Account ID, Account Name, Website, Industry, ARR", "a#, Name #, www.n#.example, Retail, 100")]
    [InlineData("contacts.csv", "Contact ID, First Name, Last Name, Email, Job Title", "c#, Ada, Name #, ada@n#.example, Sales Manager")]
    [InlineData("x.csv", "a, b", "1, 2")]
    public void A_workspace_that_lacks_nearly_everything_is_cleaned_as_far_as_it_goes(string file, string headers, string values)
    {
        var raw = InMemory.Open(InMemory.File(file, headers, values, rows: 5));
        raw = raw with { Exports = [raw.Exports[0] with { Table = raw.Exports[0].Table.Rename(Path.GetFileNameWithoutExtension(file)) }] };
        var result = Cleanup.Run(raw);
        Assert.Contains(result.Steps, s => s.Note is not null);
        Assert.Equal(5, result.Workspace.Exports[0].Table.RowCount);
        WorkspaceEquality.AssertSame(raw, result.Undo());
        result.WriteTo(samples.Folder["small"]);
        WorkspaceEquality.AssertSame(result.Workspace, Workspace.Open(samples.Folder["small"]));
    }

    private static Column Changed(Column column, int row, string? value)
    {
        var raw = Enumerable.Range(0, column.Length).Select(r => column.IsNull(r) ? null : column.Raw(r)).ToArray();
        raw[row] = value;
        return column.WithRaw(raw);
    }

    private static IEnumerable<KeyValuePair<string, string>> Ids(MatchResult match) =>
        match.Entities.RecordIds.Zip(match.Entities.Entity, (id, entity) => KeyValuePair.Create(id, match.Entities.EntityIds[entity])).DistinctBy(r => r.Key);

    private static double Sum(Workspace workspace) => Enumerable.Range(0, workspace.AccountArr!.Length).Sum(r => workspace.AccountArr[r] ?? 0);
}
