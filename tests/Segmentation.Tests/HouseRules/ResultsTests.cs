using System.Reflection;
using System.Runtime.CompilerServices;
using Segmentation.Tables;

namespace Segmentation.Tests.HouseRules;

public sealed class ResultsTests
{
    private static readonly string[] Leaves = ["Playbook", "Statistics", "Clustering", "Cuts", "Survival", "Text"];

    private static IEnumerable<Type> PublicTypes => typeof(Table).Assembly.GetExportedTypes().Where(t => !t.IsEnum && !typeof(Exception).IsAssignableFrom(t));

    /// <summary>What the public entry points of the stages return, and every named result.</summary>
    private static IEnumerable<Type> Results => PublicTypes
        .Where(t => t is { IsAbstract: true, IsSealed: true } && !Leaves.Contains(t.Namespace!.Split('.')[1]))
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Select(m => m.ReturnType)
        .Concat(PublicTypes.Where(t => typeof(Result).IsAssignableFrom(t)))
        .Where(t => t.Assembly == typeof(Table).Assembly && !t.IsEnum && !t.IsAbstract)
        .Distinct();

    [Fact]
    public void There_are_results_to_check() => Assert.True(Results.Count() >= 5);

    [Fact]
    public void Every_result_has_an_instance_ToHtml_that_returns_a_string() =>
        Assert.Empty(Results.Where(t => t.GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, [])?.ReturnType != typeof(string)).Select(t => t.FullName));

    [Fact]
    public void Every_result_says_how_it_reads_as_text() =>
        Assert.Empty(Results.Where(t => t.GetMethod("ToString", [])!.DeclaringType is { } by && (by == typeof(object) || by == typeof(ValueType)
            || by.GetMethod("ToString", [])!.IsDefined(typeof(CompilerGeneratedAttribute)))).Select(t => t.FullName));

    [Fact]
    public void No_public_property_can_be_set_after_construction() => Assert.Empty(
        from type in PublicTypes
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        select $"{type.FullName}.{property.Name}");

    [Fact]
    public void No_public_property_hands_out_a_collection_that_can_be_changed() => Assert.Empty(
        from type in PublicTypes
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let shape = property.PropertyType
        where shape.IsArray || (shape.IsGenericType && new[] { typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(IList<>), typeof(ICollection<>), typeof(IDictionary<,>) }.Contains(shape.GetGenericTypeDefinition()))
        select $"{type.FullName}.{property.Name}");

    [Fact]
    public void Fields_of_public_types_are_private_and_read_only() => Assert.Empty(
        from type in PublicTypes
        from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !field.IsLiteral && (field.IsPublic || !field.IsInitOnly) && !field.IsDefined(typeof(CompilerGeneratedAttribute)) && !field.Name.StartsWith('<')
        select $"{type.FullName}.{field.Name}");
}
