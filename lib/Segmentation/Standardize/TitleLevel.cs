namespace Segmentation.Standardize;

/// <summary>How high in its company a job title stands.</summary>
public enum TitleLevel
{
    /// <summary>Leads the company or one of its functions as an officer, founder or owner; written <c>C-Level</c>.</summary>
    CLevel,

    /// <summary>Vice president of any grade; written <c>VP</c>.</summary>
    VicePresident,

    /// <summary>Director or head of a function; written <c>Director</c>.</summary>
    Director,

    /// <summary>Leads a team; written <c>Manager</c>.</summary>
    Manager,

    /// <summary>Does the work without leading a team; written <c>IC</c>.</summary>
    IndividualContributor,

    /// <summary>The title does not say. Not the same as <see cref="IndividualContributor"/>; written <c>Unknown</c>.</summary>
    Unknown,
}
