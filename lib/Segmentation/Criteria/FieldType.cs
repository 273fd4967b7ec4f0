namespace Segmentation.Criteria;

/// <summary>What a field of a framework holds.</summary>
public enum FieldType
{
    /// <summary>A number that can take any value: an amount, a share, a score.</summary>
    Number,

    /// <summary>A whole number: people, licences. Between 200 and 201 lies nothing.</summary>
    Whole,

    /// <summary>Text; compared without regard to case, as the filters of CRM systems do.</summary>
    Text,

    /// <summary>A calendar day; a time of day is dropped.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Flag,
}
