using Segmentation.Assign;
using Segmentation.Load;

namespace Segmentation.Distribute;

/// <summary>The ARR of the accounts of an assignment as it may be added up: above 0, known.</summary>
internal sealed class ArrAmounts
{
    private ArrAmounts(double[] values, int[] rising, bool known)
    {
        Values = values;
        Rising = rising;
        IsKnown = known;
    }

    /// <summary>Gets whether the records have ARR of their own: accounts whose exports hold it.</summary>
    public bool IsKnown { get; }

    /// <summary>Gets the amount of each record; 0 where it is 0, below 0, or unknown.</summary>
    public double[] Values { get; }

    /// <summary>Gets the records with an amount above 0 that no exclusion holds, smallest amount first, on a tie in order.</summary>
    public int[] Rising { get; }

    /// <summary>Returns the amounts of accounts; of contacts none, because a contact's ARR is its account's.</summary>
    public static ArrAmounts Of(RecordAssignment records)
    {
        var values = new double[records.Records.Count];
        if (records.Records.Of != EntityKind.Accounts || records.Records.Arr is not { } arr) return new(values, [], false);
        var rows = new List<int>();
        for (var row = 0; row < values.Length; row++)
        {
            if (!(arr.Values[row] > 0)) continue;
            values[row] = arr.Values[row];
            if (records.Exclusion[row] < 0) rows.Add(row);
        }

        int[] rising = [.. rows];
        Array.Sort(rising, (a, b) => values[a].CompareTo(values[b]) is not 0 and var order ? order : a.CompareTo(b));
        return new(values, rising, true);
    }
}
