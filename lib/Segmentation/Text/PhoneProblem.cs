namespace Segmentation.Text;

/// <summary>Why text gives no number that can be dialled from everywhere.</summary>
public enum PhoneProblem
{
    /// <summary>It gives one.</summary>
    None,

    /// <summary>The text holds no number.</summary>
    NoNumber,

    /// <summary>The number is written without its country, and the country is not known or has no numbering plan in the table.</summary>
    UnknownCountry,

    /// <summary>Fewer digits than the country's numbers have.</summary>
    TooShort,

    /// <summary>More digits than the country's numbers have.</summary>
    TooLong,

    /// <summary>The country gives out no numbers that begin so.</summary>
    NotAssigned,

    /// <summary>One digit repeated: typed to get past a required field.</summary>
    Placeholder,
}
