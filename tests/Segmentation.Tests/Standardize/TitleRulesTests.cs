using Segmentation.Load;
using Segmentation.Standardize;

namespace Segmentation.Tests.Standardize;

public sealed class TitleRulesTests
{
    private const string Text =
        """
        managers_of_work: Manager
        departments:
          Administration: Operations
        rules:
          - name: chief of staff
            title: [chief of staff, stabsleit*]
            unless: [deputy]
            level: C-Level
            department: Executive
            confidence: 0.9
            why: "sits on the committee: here"
          - name: maven
            title: [growth ... maven]
            department: Marketing
        """;

    [Fact]
    public void Rules_of_a_person_decide_before_the_built_in_ones()
    {
        var rules = Read(Text);
        var said = rules.Classify("Chief of Staff");
        Assert.Equal((TitleLevel.CLevel, "chief of staff", 0.9), (said.Level, said.LevelBy.Rule, said.LevelBy.Confidence));
        Assert.Equal("Marketing", rules.Classify("Growth & Fun Maven").Department);
        Assert.Equal(TitleLevel.Manager, rules.Classify("Account Executive").Level);
    }

    [Fact]
    public void A_rule_that_a_person_names_as_a_built_in_one_stands_in_its_place()
    {
        var rules = Read(Text);
        Assert.Equal(TitleRules.Default.Rules.Length + 1, rules.Rules.Length);
        Assert.Single(rules.Rules, r => r.Name == "chief of staff");
        // "Deputy Chief of Staff" is excepted by the person's rule, and the built-in rule it replaces no longer catches it.
        Assert.NotEqual("chief of staff", rules.Classify("Deputy Chief of Staff").LevelBy.Rule);
    }

    [Fact]
    public void What_is_written_reads_back_equal()
    {
        var rules = Read(Text);
        Assert.Equal(rules, Read(rules.Write()));
        Assert.Equal(TitleRules.Default, Read(TitleRules.Default.Write()));
        Assert.NotEqual(rules, TitleRules.Default);
    }

    [Fact]
    public void A_file_that_does_not_exist_means_the_built_in_rules() =>
        Assert.Equal(TitleRules.Default, TitleRules.Load(Path.Combine(Path.GetTempPath(), "no such folder", "titles.yaml")));

    [Theory]
    [InlineData("rules:\n  - name: a\n    title: [x]\n    level: Boss", "titles.yaml, line 4, column 12: 'level' names no level; found 'Boss', expected one of C-Level, VP, Director, Manager, IC, Unknown. Write 'VP', or another of them.")]
    [InlineData("rules:\n  - name: a\n    title: [x]", "titles.yaml, line 2, column 11: title rule 'a' decides nothing; found neither 'level' nor 'department', expected one of them or both. Add a line 'level: …' with one of C-Level, VP, Director, Manager, IC, Unknown, or 'department: …'.")]
    [InlineData("rules:\n  - title: [x]\n    level: VP", "titles.yaml, line 2, column 5: a title rule has no name; found none, expected a name, by which results say which rule decided. Add a line 'name: …'.")]
    public void An_error_says_where_what_and_how_to_mend_it(string text, string message) => Assert.Equal(message, Assert.Throws<WorkspaceException>(() => Read(text)).Message);

    [Theory]
    [InlineData("rules:\n  - name: a\n    level: VP", "names no title")]
    [InlineData("rules:\n  - name: a\n    title: ['...']\n    level: VP", "says nothing")]
    [InlineData("rules:\n  - name: a\n    title: ['!!']\n    level: VP", "says nothing")]
    [InlineData("rules:\n  - name: a\n    title: [x]\n    level: VP\n  - name: A\n    title: [y]\n    level: VP", "two title rules are called 'A'")]
    [InlineData("rules:\n  - name: a\n    title: [x]\n    levl: VP", "not known")]
    [InlineData("rules:\n  - name: a\n    title: [x]\n    level: VP\n    confidence: 2", "'confidence'")]
    [InlineData("departments:\n  sales: A\n  Sales: B", "twice")]
    [InlineData("policies: x", "not known")]
    public void What_cannot_be_is_refused(string text, string part) => Assert.Contains(part, Assert.Throws<WorkspaceException>(() => Read(text)).Message, StringComparison.Ordinal);

    internal static TitleRules Read(string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("titles-").FullName, "titles.yaml");
        File.WriteAllText(path, text);
        try
        {
            return TitleRules.Load(path);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }
}
