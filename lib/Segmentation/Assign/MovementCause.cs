namespace Segmentation.Assign;

/// <summary>Why a record is in another place than before, found by running the earlier framework on the later data and the later framework on the earlier data.</summary>
public enum MovementCause
{
    /// <summary>Its values changed: the earlier framework puts the later values there, too.</summary>
    DataChanged,

    /// <summary>A value that was blank is known now, and that alone moves it.</summary>
    BlankFilled,

    /// <summary>A value that was known is blank now, and that alone moves it.</summary>
    ValueBlanked,

    /// <summary>Neither its values nor the rules changed: a date relative to the as-of date passed it by.</summary>
    TimePassed,

    /// <summary>The rules changed: the later framework puts the earlier values there, too.</summary>
    RuleChanged,

    /// <summary>As <see cref="RuleChanged"/>, where the criteria concerned differ only in numbers or dates.</summary>
    ThresholdChanged,

    /// <summary>Values and rules changed, and neither alone gives its place.</summary>
    DataAndRule,

    /// <summary>Values and rules changed, and either alone gives its place.</summary>
    DataOrRule,

    /// <summary>A person's override was set, changed, withdrawn, or expired.</summary>
    Override,

    /// <summary>An exclusion holds now, or no longer holds.</summary>
    Exclusion,

    /// <summary>The record was not there before.</summary>
    NewRecord,

    /// <summary>The record is not there any more.</summary>
    LostRecord,
}
