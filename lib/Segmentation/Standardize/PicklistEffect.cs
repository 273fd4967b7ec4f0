namespace Segmentation.Standardize;

/// <summary>What a value of the list gains.</summary>
/// <param name="Value">The value.</param>
/// <param name="Records">Records that hold it now.</param>
/// <param name="Arr">ARR of their accounts, each once; null where it cannot be known.</param>
/// <param name="Moved">Records that move to it by what is applied.</param>
/// <param name="ArrMoved">ARR of their accounts, each once; null where it cannot be known.</param>
/// <param name="Waiting">Records that would move to it by what waits for approval.</param>
public sealed record PicklistEffect(string Value, int Records, double? Arr, int Moved, double? ArrMoved, int Waiting)
{
    /// <summary>Gets the records that hold it once what is applied is applied.</summary>
    public int RecordsAfter => Records + Moved;
}
