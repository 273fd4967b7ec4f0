using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>Methods and statuses as tables say them.</summary>
internal static class PicklistWords
{
    public static string? Of(PicklistMethod? method) => method switch
    {
        null => null,
        PicklistMethod.NGram => "n-gram fingerprint",
        PicklistMethod.EditDistance => "edit distance",
        _ => method.Value.ToString().ToLowerInvariant(),
    };

    public static string Of(PicklistStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>Returns why a value was replaced: "industry: edit distance, 0.900".</summary>
    public static string Reason(PicklistProposal proposal) => string.Create(CultureInfo.InvariantCulture,
        $"{SnakeName.Words(proposal.Role)}: {Of(proposal.Method)}{(proposal.Score is < 1 and { } score ? $", {NumberColumn.Show(score, NumberFormat.Score)}" : string.Empty)}");

    public static string Candidates(PicklistProposal proposal) => string.Join(", ", proposal.Candidates.Select(c => $"{c.Value} {NumberColumn.Show(c.Score, NumberFormat.Score)}"));
}
