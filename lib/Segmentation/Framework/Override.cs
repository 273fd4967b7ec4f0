namespace Segmentation.Framework;

/// <summary>A person's word on one record, over what the rules say, until it expires.</summary>
/// <param name="RecordId">Id of the account or contact.</param>
/// <param name="Dimension">Name of the dimension.</param>
/// <param name="Segment">Name of the segment it is put in.</param>
/// <param name="Owner">Who decided.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expires">Last day on which it holds, included.</param>
public sealed record Override(string RecordId, string Dimension, string Segment, string Owner, string Reason, DateTime Expires)
{
    /// <summary>Gets how far it is agreed.</summary>
    public Standing Standing { get; init; } = Standing.Assumed;
}
