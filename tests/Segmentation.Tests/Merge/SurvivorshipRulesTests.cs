using Segmentation.Load;
using Segmentation.Merge;
using Segmentation.Tables;
using Segmentation.Tests.Audit;

namespace Segmentation.Tests.Merge;

public sealed class SurvivorshipRulesTests
{
    [Fact]
    public void A_file_that_does_not_exist_means_the_defaults() =>
        Assert.Same(SurvivorshipRules.Default, SurvivorshipRules.Load(Path.Combine("no", "such", "survivorship.yaml")));

    [Theory]
    [InlineData("")]
    [InlineData("# nothing decided yet\n")]
    public void A_file_that_says_nothing_means_the_defaults(string text) => Assert.Equal(SurvivorshipRules.Default.Write(), Read(text).Write());

    [Fact]
    public void The_defaults_read_back_as_they_were_written() => AssertSame(SurvivorshipRules.Default, Read(SurvivorshipRules.Default.Write()));

    [Fact]
    public void Rules_read_back_as_they_were_written()
    {
        var rules = SurvivorshipRules.Default with
        {
            Master = [MasterRule.Oldest, MasterRule.SmallestId],
            Otherwise = FieldRule.From("Lead: \"Source\"", "no", "# CRM", "two\nlines"),
            Roles = SurvivorshipRules.Default.Roles.SetItem(Role.Industry, FieldRule.Of(Survivorship.MostFrequent)),
            Columns = SurvivorshipRules.Default.Columns.SetItem("Tags [all]", FieldRule.Of(Survivorship.Union)).SetItem("yes", FieldRule.From("lead_source", "Web")),
            Separator = "|",
            RecordsPerCall = SurvivorshipRules.Default.RecordsPerCall.SetItem("My: CRM", 10),
            RecordsPerCallElsewhere = 4,
        };
        AssertSame(rules, Read(rules.Write()));
    }

    [Fact]
    public void A_default_that_was_taken_away_stays_away()
    {
        var rules = SurvivorshipRules.Default with { Roles = SurvivorshipRules.Default.Roles.Remove(Role.CreatedDate), Otherwise = FieldRule.Of(Survivorship.FillBlanks) };
        Assert.Equal(FieldRule.Of(Survivorship.FillBlanks), Read(rules.Write()).Roles[Role.CreatedDate]);
    }

    [Fact]
    public void What_a_file_leaves_out_keeps_its_default()
    {
        var rules = Read("roles:\n  lead_source: longest\n");
        Assert.Equal(FieldRule.Of(Survivorship.Longest), rules.Roles[Role.LeadSource]);
        Assert.Equal(FieldRule.Of(Survivorship.Sum), rules.Roles[Role.Arr]);
        Assert.Equal(FieldRule.Of(Survivorship.AnyTrue), rules.Roles[Role.OptOut]);
        Assert.True(SurvivorshipRules.Default.Master.SequenceEqual(rules.Master));
    }

    [Fact]
    public void The_smallest_id_decides_last_even_where_the_file_does_not_say_so() =>
        Assert.True(Read("master: [most_complete]").Master.SequenceEqual([MasterRule.MostComplete, MasterRule.SmallestId]));

    [Fact]
    public void A_rule_that_is_not_known_is_refused_with_its_place_and_the_nearest_name()
    {
        var error = Assert.Throws<WorkspaceException>(() => Read("roles:\n  arr: summ\n"));
        Assert.Equal(
            "survivorship.yaml, line 2, column 8: the rule of role arr names no rule; found 'summ', expected one of most_recent, fill_blanks, most_frequent, longest, sum, union, source_priority, any_true, oldest, never. Write 'sum', or another of them.",
            error.Message);
    }

    [Theory]
    [InlineData("mastr: [oldest]", "'mastr'")]
    [InlineData("master: oldest", "'oldest'")]
    [InlineData("master: [oldest, oldest]", "a second 'oldest'")]
    [InlineData("master: [smallest_id, oldest]", "'oldest' after smallest_id")]
    [InlineData("otherwise: sum", "'sum'")]
    [InlineData("otherwise: any_true", "'any_true'")]
    [InlineData("roles: {colour: longest}", "'colour'")]
    [InlineData("columns: {Tags: union, tags: longest}", "a second 'tags' (case does not count)")]
    [InlineData("columns: {Tags: source_priority}", "'source_priority'")]
    [InlineData("columns: {Tags: {rule: source_priority, source: System}}", "a mapping")]
    [InlineData("columns: {Tags: {rule: longest, source: System}}", "'longest'")]
    [InlineData("columns: {Tags: {source: System, order: [a]}}", "no 'rule'")]
    [InlineData("separator: \" \"", "space")]
    [InlineData("records_per_call: {Salesforce: 1}", "'1'")]
    [InlineData("records_per_call: {Salesforce: 2.5}", "'2.5'")]
    [InlineData("records_per_call_elsewhere: many", "'many'")]
    public void What_cannot_be_is_refused_with_what_was_found(string text, string found) =>
        Assert.Equal(found, Assert.Throws<WorkspaceException>(() => Read(text)).Found);

    [Fact]
    public void A_column_comes_before_its_role_and_the_own_id_is_always_protected()
    {
        var accounts = RecordsWorkspace.Accounts(RecordsWorkspace.Texts(Role.AccountId, "A"), RecordsWorkspace.Texts(Role.Industry, "Retail"), Column.Of("Tags", ["x"]));
        var rules = Read("roles: {account_id: longest, industry: longest}\ncolumns: {industry: most_frequent, AccountId: union}\notherwise: fill_blanks");
        Assert.Equal(Survivorship.Never, rules.RuleOf(accounts, "AccountId").Rule);
        Assert.Equal(Survivorship.MostFrequent, rules.RuleOf(accounts, "Industry").Rule);
        Assert.Equal(Survivorship.FillBlanks, rules.RuleOf(accounts, "Tags").Rule);
    }

    internal static SurvivorshipRules Read(string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("segmentation-").FullName, "survivorship.yaml");
        File.WriteAllText(path, text);
        try
        {
            return SurvivorshipRules.Load(path);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, true);
        }
    }

    private static void AssertSame(SurvivorshipRules expected, SurvivorshipRules actual)
    {
        Assert.True(expected.Master.SequenceEqual(actual.Master));
        Assert.Equal(expected.Otherwise, actual.Otherwise);
        Assert.Equal(expected.Roles, actual.Roles);
        Assert.Equal(expected.Columns, actual.Columns);
        Assert.Equal(expected.Separator, actual.Separator);
        Assert.Equal(expected.RecordsPerCall, actual.RecordsPerCall);
        Assert.Equal(expected.RecordsPerCallElsewhere, actual.RecordsPerCallElsewhere);
    }
}
