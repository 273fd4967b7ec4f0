namespace Segmentation.Framework;

/// <summary>How a combination of segments is called: <c>Industry: Technology | Size: Mid-Market</c>.</summary>
public sealed record NamingConvention
{
    /// <summary>Gets the convention of the playbooks.</summary>
    public static NamingConvention Default { get; } = new();

    /// <summary>Gets what stands between a dimension's label and its segment. Default ": ".</summary>
    public string Inside { get; init; } = ": ";

    /// <summary>Gets what stands between dimensions. Default " | ".</summary>
    public string Between { get; init; } = " | ";

    /// <summary>Returns the name of a combination.</summary>
    /// <param name="parts">Label of each dimension and name of its segment, in order.</param>
    public string Name(IEnumerable<(string Label, string Segment)> parts) => string.Join(Between, parts.Select(p => p.Label + Inside + p.Segment));
}
