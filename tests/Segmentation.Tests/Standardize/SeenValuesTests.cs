using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Standardize;

namespace Segmentation.Tests.Standardize;

public sealed class SeenValuesTests
{
    [Fact]
    public void What_is_written_loads_back_equal_hostile_text_too()
    {
        var seen = new SeenValues { Roles = ImmutableSortedDictionary<Role, ImmutableSortedSet<string>>.Empty.Add(Role.Industry, ["=1+1", "'quoted", "a,b", "line\nbreak", " spaced ", "say \"x\"", "Ünï", "@x", "-"]) };
        var back = SeenValues.Read(seen.Write(), "values.csv");
        Assert.Equal(seen.Roles[Role.Industry], back.Roles[Role.Industry]);
        Assert.Equal(seen.Write(), back.Write());
    }

    [Fact]
    public void No_file_is_no_memory() => Assert.Null(SeenValues.Load(Path.Combine(Path.GetTempPath(), "no-such-folder", "values.csv")));

    [Theory]
    [InlineData("", "values.csv, line 1, column 1: the memory of the last run cannot be read")]
    [InlineData("value,role\n", "values.csv, line 1, column 1: the memory of the last run cannot be read")]
    [InlineData("role,value\nindustry,Media\nindustri,Media\n", "values.csv, line 3, column 1: the memory of the last run names no role; found 'industri', expected a role such as industry. Correct the line, or delete the file: the next run writes it anew.")]
    public void A_file_that_says_something_else_is_refused(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<WorkspaceException>(() => SeenValues.Read(text, "values.csv")).Message, StringComparison.Ordinal);
}
