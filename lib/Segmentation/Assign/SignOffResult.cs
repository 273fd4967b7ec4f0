using System.Collections.Immutable;
using Segmentation.Framework;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Whether a framework can be signed, and what is missing: one row a requirement.</summary>
public sealed record SignOffResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "sign-off";

    /// <summary>Gets the framework looked at.</summary>
    public required SegmentationFramework Framework { get; init; }

    /// <summary>Gets whether sizes were looked at.</summary>
    public required bool IsAssigned { get; init; }

    /// <summary>Gets the requirements.</summary>
    public required ImmutableArray<SignOffRequirement> Requirements { get; init; }

    /// <summary>Gets the number of things missing, over all requirements.</summary>
    public int Missing => Requirements.Sum(r => r.Missing.Length);

    /// <summary>Gets whether nothing is missing.</summary>
    public bool IsReady => Missing == 0;

    /// <summary>Gets the verdict: <c>ready to sign</c>, or how many items are missing.</summary>
    public string Verdict => Missing switch { 0 => "ready to sign", 1 => "1 item missing", var many => FormattableString.Invariant($"{many} items missing") };

    /// <summary>Gets everything that is missing, one row each: requirement, what is missing.</summary>
    public Table MissingItems
    {
        get
        {
            var all = Requirements.SelectMany(r => r.Missing.Select(m => (r.Name, Missing: m))).ToArray();
            return new($"missing in {Framework.Version}", Column.Of("requirement", all.Select(m => m.Name)), Column.Of("what is missing", all.Select(m => m.Missing)));
        }
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"sign-off of {Framework.Version}",
        Column.Of("requirement", Requirements.Select(r => r.Name)),
        Column.Of("verdict", Requirements.Select(r => r.IsMet ? "met" : "missing")),
        Column.Of("items missing", Requirements.Select(r => r.Missing.Length)),
        Column.Of("what is missing", Requirements.Select(r => r.IsMet ? null : string.Join("; ", r.Missing))));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => [$"{Framework.Version}: {Verdict}."];
}
