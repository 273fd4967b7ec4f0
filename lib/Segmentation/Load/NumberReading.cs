namespace Segmentation.Load;

/// <summary>What a cell says when it is read as a number.</summary>
internal struct NumberReading
{
    /// <summary>Whether it is a number, or digits that are something else.</summary>
    public NumberShape Shape;

    /// <summary>Which decimal mark the cell gives away.</summary>
    public DecimalMark Mark;

    /// <summary>The value where a point is the decimal mark.</summary>
    public double AsPoint;

    /// <summary>The value where a comma is the decimal mark.</summary>
    public double AsComma;

    /// <summary>The currency, as <see cref="NumberText.CurrencyName"/> numbers it; 0 is none.</summary>
    public int Currency;

    /// <summary>The number of digits.</summary>
    public int Digits;

    /// <summary>Whether it stands in percent; the values are proportions then.</summary>
    public bool Percent;

    /// <summary>Whether k, M or B was written behind it.</summary>
    public bool Scaled;

    /// <summary>Whether it has no decimal mark.</summary>
    public bool Whole;
}

/// <summary>What a run of digits is.</summary>
internal enum NumberShape
{
    /// <summary>No number.</summary>
    None,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Digits with a zero in front, which a number would lose.</summary>
    LeadingZero,

    /// <summary>More digits than a number can keep.</summary>
    LongDigits,

    /// <summary>A phone number.</summary>
    Phone,
}

/// <summary>What a cell says about the decimal mark.</summary>
internal enum DecimalMark
{
    /// <summary>Nothing: it has no separator.</summary>
    None,

    /// <summary>The point, for certain.</summary>
    Point,

    /// <summary>The comma, for certain.</summary>
    Comma,

    /// <summary>One separator with three digits behind it: a decimal mark or thousands.</summary>
    Either,
}
