namespace Segmentation.Text;

/// <summary>Why text is no email address.</summary>
public enum EmailProblem
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>There is no @.</summary>
    NoAt,

    /// <summary>There are several @, of one address or of several.</summary>
    SeveralAt,

    /// <summary>Nothing stands before the @, or more than 64 characters.</summary>
    LocalPart,

    /// <summary>What stands after the @ is no domain with a dot and a top level.</summary>
    Domain,

    /// <summary>White space stands inside.</summary>
    Space,

    /// <summary>Other characters than an address has, or dots at an end or in a row.</summary>
    Characters,
}
