using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>One thing about a history of revenue that could not be taken as it stands, or that a reader of its figures has to know.</summary>
/// <param name="Check">What was looked for.</param>
/// <param name="File">The file.</param>
/// <param name="Found">What was found, in words, with its figures.</param>
/// <param name="Done">What was done with it.</param>
/// <param name="Remedy">What would make it go away; null where nothing has to.</param>
/// <param name="Rows">Rows of the file concerned; null where it is not about rows.</param>
/// <param name="Accounts">Accounts concerned; null where it is not about accounts.</param>
/// <param name="Arr">What they pay a year: of rows their sum, of accounts what they paid last; null where it cannot be known.</param>
public sealed record RevenueFinding(RevenueCheck Check, string File, string Found, string Done, string? Remedy, int? Rows, int? Accounts, double? Arr)
{
    private readonly Lazy<Table> records = new(() => new Table("records"));

    /// <summary>Gets the rows or accounts concerned, with their ids, which are personal; made when it is first asked for.</summary>
    public Table Records => records.Value;

    /// <summary>Gets the finding as one sentence or two.</summary>
    public string Sentence => $"{Found} {Done}";

    /// <summary>Sets how the records are made.</summary>
    internal Func<Table> RecordsOnDemand
    {
        init => records = new Lazy<Table>(value);
    }

    /// <summary>Returns the sentence as it may be shown: under a mask, one about fewer accounts than the smallest cell loses its figures.</summary>
    internal string Under(RenderOptions options) => options.Mask && (Accounts ?? Rows) is > 0 and var count && count < options.SmallCell
        ? string.Create(CultureInfo.InvariantCulture, $"Fewer than {options.SmallCell} accounts: {SnakeName.Words(Check)}. {Done}")
        : Sentence;
}
