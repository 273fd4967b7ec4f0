using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

public sealed class WorkspaceYamlTests
{
    [Fact]
    public void Everything_that_can_be_said_is_read()
    {
        var settings = WorkspaceYaml.Read(
            """
            as_of: 2026-06-30
            launch: 2025-10-01
            currency: EUR
            files:
              "a b.csv":
                holds: arr_history
                system: Billing
                delimiter: semicolon
                encoding: windows-1252
                roles:
                  arr: "ARR: total"
                  segment: ~
                columns:
                  Zip: {type: text}
                  Start: {type: date, date_order: dmy}
            limits:
              account_completeness_target: 0.9
              stale_months: 6
            picklists:
              industry: [Retail, "Health, other"]
            """,
            "workspace.yaml");
        Assert.Equal(new DateTime(2026, 6, 30), settings.AsOf);
        Assert.Equal(new DateTime(2025, 10, 1), settings.Launch);
        Assert.Equal("EUR", settings.Currency);
        var file = Assert.Single(settings.Files);
        Assert.Equal(("a b.csv", EntityKind.ArrHistory, "Billing", ';', "windows-1252"), (file.File, file.Holds!.Value.Kind, file.System, file.Delimiter!.Value, file.Encoding));
        Assert.Equal([(Role.Arr, "ARR: total"), (Role.Segment, null)], file.Roles.Select(r => (r.Role, r.Column)));
        Assert.Equal([("Zip", ColumnType.Text, null), ("Start", ColumnType.Date, "dmy")], file.Columns.Select(c => (c.Column, c.Type!.Value, c.DateOrder)));
        Assert.Equal((0.9, 6, 0.85), (settings.Limits.AccountCompletenessTarget, settings.Limits.StaleMonths, settings.Limits.ContactCompletenessTarget));
        Assert.Equal(["Retail", "Health, other"], settings.Picklists[Role.Industry].AsEnumerable());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    public void An_empty_file_says_nothing(string text) => Assert.Empty(WorkspaceYaml.Read(text, "workspace.yaml").Files);

    [Theory]
    [InlineData("asof: 2026-06-30", 1, 1, "workspace.yaml, line 1, column 1: the settings has an entry that is not known; found 'asof', expected one of as_of, launch, currency, files, limits, picklists, made_by. Write 'as_of', or remove the entry.")]
    [InlineData("as_of: 30.06.2026", 1, 8, "workspace.yaml, line 1, column 8: 'as_of' is not a date; found '30.06.2026', expected a date that exists, as year-month-day. Write, for example, 'as_of: 2026-06-30'.")]
    [InlineData("currency: EUR\nlaunch: 2026-02-30", 2, 9, "workspace.yaml, line 2, column 9: 'launch' is not a date; found '2026-02-30', expected a date that exists, as year-month-day. Write, for example, 'launch: 2026-06-30'.")]
    [InlineData("currency: euro", 1, 11, "workspace.yaml, line 1, column 11: 'currency' is not a currency code; found 'euro', expected an ISO 4217 code of three capital letters. Write, for example, 'currency: EUR'.")]
    [InlineData("files:\n  a.csv:\n    holds: acounts", 3, 12, "workspace.yaml, line 3, column 12: 'holds' of a.csv names no kind of export; found 'acounts', expected one of accounts, contacts, arr_history, engagement, users, enrichment, other. Write 'accounts', or another of them.")]
    [InlineData("files:\n  a.csv:\n    columns:\n      Zip: {type: string}", 4, 19, "workspace.yaml, line 4, column 19: the type of column 'Zip' names no type; found 'string', expected one of text, number, date, boolean. Write 'text', or another of them.")]
    [InlineData("files:\n  a.csv:\n    columns:\n      Day: {date_order: ymd}", 4, 25, "workspace.yaml, line 4, column 25: the date order of column 'Day' names no date order; found 'ymd', expected one of dmy, mdy. Write 'dmy', or another of them.")]
    [InlineData("files:\n  a.csv:\n    roles:\n      arr: X\n      mrr: x", 5, 12, "workspace.yaml, line 5, column 12: column 'x' of a.csv is given two roles; found arr and mrr, expected one role a column. Remove one of the two lines, or add a copy of the column to a.csv.")]
    [InlineData("files:\n  a.csv:\n    delimiter: ':'", 3, 16, "workspace.yaml, line 3, column 16: 'delimiter' names no delimiter; found ':', expected one of comma, semicolon, tab, pipe. Write, for example, 'delimiter: semicolon'.")]
    [InlineData("files: a.csv", 1, 8, "workspace.yaml, line 1, column 8: 'files' has no entries of the form 'key: value'; found 'a.csv', expected names followed by a colon. Write the entries on lines of their own, indented by two spaces.")]
    [InlineData("limits:\n  stale_months: 1.5", 2, 17, "workspace.yaml, line 2, column 17: limit 'stale_months' has a value that it cannot take; found '1.5', expected a whole number, 0 or more. Write, for example, 'stale_months: 12', the playbook's value.")]
    [InlineData("limits:\n  start_gate: 70", 2, 15, "workspace.yaml, line 2, column 15: limit 'start_gate' has a value that it cannot take; found '70', expected a proportion from 0 to 1. Write, for example, 'start_gate: 0.7', the playbook's value.")]
    [InlineData("picklists:\n  industry: Retail", 2, 13, "workspace.yaml, line 2, column 13: the picklist of industry is not a list; found 'Retail', expected a list of allowed values. Write 'industry: [first value, second value]'.")]
    [InlineData("files:\n\ta.csv: {}", 2, 1, "workspace.yaml, line 2, column 1: a line is indented with a tab; found a tab, expected spaces. Indent with two spaces a level.")]
    [InlineData("as_of:", 1, 7, "workspace.yaml, line 1, column 7: 'as_of' has no single value; found nothing, expected one value. Write one value after the colon; put names with special characters in double quotes.")]
    [InlineData("currency: EUR\n---\ncurrency: USD", 3, 1, "workspace.yaml, line 3, column 1: a second YAML document starts here; found '---', expected one document. Remove the line '---' and what follows, or merge it into the first document.")]
    public void A_mistake_is_refused_with_its_place_and_remedy(string text, int line, int column, string message)
    {
        var error = Assert.Throws<WorkspaceException>(() => WorkspaceYaml.Read(text, "workspace.yaml"));
        Assert.Equal(message, error.Message);
        Assert.Equal(("workspace.yaml", line, column), (error.File, error.Line!.Value, error.Column!.Value));
    }

    [Theory]
    [InlineData("files: [", 2)]
    [InlineData("as_of: 2026-06-30\nas_of: 2026-07-31", 2)]
    public void Text_that_is_not_YAML_is_refused_with_its_line(string text, int line)
    {
        var error = Assert.Throws<WorkspaceException>(() => WorkspaceYaml.Read(text, "workspace.yaml"));
        Assert.StartsWith($"workspace.yaml, line {line}, column ", error.Message, StringComparison.Ordinal);
        Assert.Equal("entries of the form 'key: value', each key once", error.Expected);
    }

    [Fact]
    public void Every_limit_of_the_playbook_can_be_set_and_only_those()
    {
        Assert.Equal(typeof(Segmentation.Playbook.PlaybookLimits).GetProperties().Count(p => p.SetMethod is not null && p.Name != "EqualityContract"), WorkspaceYaml.LimitProperties.Count);
        var error = Assert.Throws<WorkspaceException>(() => WorkspaceYaml.Read("limits:\n  stale_month: 3", "workspace.yaml"));
        Assert.Equal("Write 'stale_months', or remove the entry.", error.Remedy);
    }
}
