using Segmentation.Tables;

namespace Segmentation.Tests.HouseRules;

public sealed class TypeNamesTests
{
    /// <summary>A notebook imports every namespace of the library: a name that is public twice could not be used in a cell.</summary>
    [Fact]
    public void No_simple_name_is_public_twice() =>
        Assert.Empty(typeof(Table).Assembly.GetExportedTypes().Where(t => !t.IsNested).GroupBy(t => t.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => string.Join(" and ", g)));
}
