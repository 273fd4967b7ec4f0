using Segmentation.Load;

namespace Segmentation.Assign;

/// <summary>What lies near one cut of a dimension.</summary>
/// <param name="Of">Accounts or contacts.</param>
/// <param name="Dimension">The dimension's name.</param>
/// <param name="Field">The field.</param>
/// <param name="Cut">The cut: <c>employees &gt;= 1,000</c>.</param>
/// <param name="Near">Records within the distance, whether or not anything would change for them.</param>
/// <param name="WouldRise">Records below the cut that would change place at it.</param>
/// <param name="WouldFall">Records above the cut that would change place below it.</param>
/// <param name="Arr">ARR of the records that would change place; null where there is none, and for contacts, several of whom share an account.</param>
public sealed record NearBoundaryCut(EntityKind Of, string Dimension, string Field, string Cut, int Near, int WouldRise, int WouldFall, double? Arr)
{
    /// <summary>Gets the number of records that would change place.</summary>
    public int WouldChange => WouldRise + WouldFall;
}
