using Segmentation.Load;
using Segmentation.Standardize;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Standardize;

public sealed class PicklistDecisionsTests
{
    private static PicklistDecisions Read(string yaml) => PicklistDecisions.Read(yaml, "picklists.yaml");

    private static string Refused(string yaml) => Assert.Throws<WorkspaceException>(() => Read(yaml)).Message;

    [Fact]
    public void A_value_with_two_targets_is_refused_with_both_lines() => Assert.Equal(
        "picklists.yaml, line 6, column 9: industry maps 'Tech' to two targets; found 'Technology' on line 4 and 'Media' on line 6, expected one target a value. Remove 'Tech' from one of the two.",
        Refused("industry:\n  approved:\n    Technology:\n      - Tech\n    Media:\n      - Tech\n"));

    [Fact]
    public void A_value_and_its_alias_with_two_targets_are_refused_with_both_lines() => Assert.Equal(
        "picklists.yaml, line 5, column 15: industry maps 'Tech' to two targets; found 'Technology' on line 3 and 'Media' on line 5, expected one target a value. Remove 'Tech' from one of the two.",
        Refused("industry:\n  approved:\n    Technology: [Tech]\n  aliases:\n      Media: [Tech]\n"));

    [Fact]
    public void Two_writings_of_an_alias_with_two_targets_are_refused_with_both_lines() => Assert.Equal(
        "picklists.yaml, line 4, column 13: industry maps 'TECH.' to two targets; found 'Technology' on line 3 and 'Media' on line 4, expected one target a value. Remove 'TECH.' from one of the two.",
        Refused("industry:\n  aliases:\n    Technology: [Tech]\n    Media: [TECH.]\n"));

    [Fact]
    public void A_value_listed_twice_is_refused_with_both_lines() => Assert.Equal(
        "picklists.yaml, line 5, column 9: industry maps 'Tech' to 'Technology' twice; found 'Tech' on line 4 and 'Tech' on line 5, expected each value once. Remove one of the two.",
        Refused("industry:\n  approved:\n    Technology:\n      - Tech\n      - Tech\n"));

    [Fact]
    public void A_cycle_is_refused_with_both_lines() => Assert.Equal(
        "picklists.yaml, line 4, column 15: industry maps 'Tech' to 'Technology' and back; found 'Tech' to 'Technology' on line 3 and 'Technology' to 'Tech' on line 4, expected targets that are mapped nowhere, so that a second run changes nothing. Remove one of the two.",
        Refused("industry:\n  approved:\n    Technology: [Tech]\n    'Tech':  [Technology]\n"));

    [Fact]
    public void A_target_that_is_mapped_on_is_refused_with_both_lines() => Assert.Equal(
        "picklists.yaml, line 4, column 16: industry maps 'Tech' to 'Technology', and that on to 'Software'; found 'Tech' to 'Technology' on line 3 and 'Technology' to 'Software' on line 4, expected targets that are mapped nowhere, so that a second run changes nothing. Write 'Tech' under 'Software', or remove one of the two.",
        Refused("industry:\n  approved:\n    Technology: [Tech]\n    Software: [Technology]\n"));

    [Fact]
    public void A_target_outside_the_list_is_refused_with_both_lines() => Assert.Equal(
        "picklists.yaml, line 4, column 20: industry maps 'Tech' to a value that is not in the list; found 'Technologies' on line 4, expected one of 'Technology', 'Media' (the list on line 2). Write 'Technology', or add 'Technologies' to the list.",
        Refused("industry:\n  values: [Technology, Media]\n  approved:\n    Technologies: [Tech]\n"));

    [Fact]
    public void A_target_outside_the_workspaces_list_is_refused_when_it_is_used()
    {
        var workspace = Of(Accounts(Texts(Role.Industry, "Tech"))) with { Picklists = Picklists.Of(Role.Industry, "Technology", "Media") };
        var error = Assert.Throws<WorkspaceException>(() => PicklistStandardization.Propose(workspace, Read("industry:\n  approved:\n    Technologies: [Tech]\n")));
        Assert.Equal("picklists.yaml, line 3, column 20: industry maps 'Tech' to a value that is not in the list; found 'Technologies' on line 3, expected one of 'Technology', 'Media' (the list of workspace.yaml or the built-in one). Write 'Technology', or add 'Technologies' to the list.", error.Message);
    }

    [Fact]
    public void A_pair_both_approved_and_never_is_refused_with_both_lines() => Assert.Equal(
        "picklists.yaml, line 5, column 7: industry both merges 'Tech' with 'Technology' and says never; found 'Tech' to 'Technology' on line 3 and the pair on line 5, expected one decision a pair. Remove one of the two.",
        Refused("industry:\n  approved:\n    Technology: [Tech]\n  never:\n    - [Tech, Technology]\n"));

    [Fact]
    public void Two_values_of_one_target_that_are_never_merged_are_refused() =>
        Assert.Contains("industry both merges 'Tech' with 'Tec' and says never", Refused("industry:\n  approved:\n    Technology: [Tech, Tec]\n  never:\n    - [Tech, Tec]\n"), StringComparison.Ordinal);

    [Fact]
    public void A_value_of_the_list_given_twice_is_refused_with_both_lines() => Assert.Equal(
        "picklists.yaml, line 4, column 7: the values of industry say 'Media' twice; found it on line 3 and on line 4, expected each value once. Remove one of the two.",
        Refused("industry:\n  values:\n    - Media\n    - Media\n"));

    [Theory]
    [InlineData("industry:\n  approved:\n    Technology: [Technology]\n", "industry maps 'Technology' to itself")]
    [InlineData("industry:\n  aliases:\n    Technology: ['???']\n", "industry has an alias without a letter or digit")]
    [InlineData("industry:\n  never:\n    - [Tech]\n", "'never' has an entry that is no pair; found 1 values, expected two different values")]
    [InlineData("industry:\n  never:\n    - [Tech, Tech]\n", "'never' has an entry that is no pair; found 'Tech' twice")]
    [InlineData("industy:\n  approved: {}\n", "the picklists has an entry that is not known; found 'industy'")]
    [InlineData("industry:\n  aproved: {}\n", "'industry' has an entry that is not known; found 'aproved'")]
    public void What_cannot_be_meant_is_refused(string yaml, string message) => Assert.Contains(message, Refused(yaml), StringComparison.Ordinal);

    [Fact]
    public void No_file_and_an_empty_file_are_no_decisions()
    {
        Assert.Empty(PicklistDecisions.Load(Path.Combine(Path.GetTempPath(), "no-such-folder", "picklists.yaml")).Roles);
        Assert.Empty(Read("# nothing yet\n").Roles);
    }

    [Fact]
    public void What_is_written_loads_back_equal_hostile_text_too()
    {
        var decisions = PicklistDecisions.Empty with
        {
            Roles = PicklistDecisions.Empty.Roles.Add(Role.Industry, new PicklistRules
            {
                Values = ["Technology", "=cmd|' /C calc'!A0", "<b>Media</b>", "yes", "1-50", "a: b # c", "ünïcødé"],
                Approved = [new("Tec\"h\\", "Technology"), new("- x", "yes"), new("line\nbreak", "1-50")],
                Aliases = [new("IT, [all]", "a: b # c")],
                Never = [new("null", "~"), new("{a}", "&b")],
            }).Add(Role.Segment, PicklistRules.None),
        };
        var back = Read(decisions.Write());
        Assert.Equal(decisions.Roles.Keys, back.Roles.Keys);
        Assert.Equal(decisions.For(Role.Industry).Values.ToHashSet(), back.For(Role.Industry).Values.ToHashSet());
        Assert.Equal(decisions.For(Role.Industry).Approved.ToHashSet(), back.For(Role.Industry).Approved.ToHashSet());
        Assert.Equal(decisions.For(Role.Industry).Aliases.ToHashSet(), back.For(Role.Industry).Aliases.ToHashSet());
        Assert.Equal(decisions.For(Role.Industry).Never.ToHashSet(), back.For(Role.Industry).Never.ToHashSet());
        Assert.Equal(decisions.Write(), back.Write());
    }
}
