namespace Segmentation.Outcome;

/// <summary>Movements of a group of accounts, added up in cents.</summary>
internal struct RetentionSums
{
    private int accounts;
    private int leftAtEnd;
    private int left;
    private long start;
    private long end;
    private long kept;
    private long endWithoutReturn;
    private long fresh;
    private long expansion;
    private long contraction;
    private long churn;
    private long reactivation;

    /// <summary>Adds an account. One that paid nothing at the start is not counted among the accounts; its movements are.</summary>
    public void Add(in RetentionPath path)
    {
        if (path.Start > 0)
        {
            accounts++;
            if (path.End == 0) leftAtEnd++;
            if (path.HasLeft) left++;
        }

        start += path.Start;
        end += path.End;
        kept += path.Kept;
        endWithoutReturn += path.EndWithoutReturn;
        fresh += path.New;
        expansion += path.Expansion;
        contraction += path.Contraction;
        churn += path.Churn;
        reactivation += path.Reactivation;
    }

    /// <summary>Adds the sums of other accounts of the group.</summary>
    public void Add(in RetentionSums other)
    {
        accounts += other.accounts;
        leftAtEnd += other.leftAtEnd;
        left += other.left;
        start += other.start;
        end += other.end;
        kept += other.kept;
        endWithoutReturn += other.endWithoutReturn;
        fresh += other.fresh;
        expansion += other.expansion;
        contraction += other.contraction;
        churn += other.churn;
        reactivation += other.reactivation;
    }

    /// <summary>Returns the sums as figures.</summary>
    public readonly RetentionFigures Figures() => new()
    {
        Accounts = accounts,
        LeftAtEnd = leftAtEnd,
        Left = left,
        Start = RetentionLedger.Money(start),
        End = RetentionLedger.Money(end),
        Kept = RetentionLedger.Money(kept),
        EndWithoutReturn = RetentionLedger.Money(endWithoutReturn),
        New = RetentionLedger.Money(fresh),
        Expansion = RetentionLedger.Money(expansion),
        Contraction = RetentionLedger.Money(contraction),
        Churn = RetentionLedger.Money(churn),
        Reactivation = RetentionLedger.Money(reactivation),
    };
}
