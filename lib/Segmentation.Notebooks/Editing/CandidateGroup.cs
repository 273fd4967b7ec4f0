namespace Segmentation.Notebooks.Editing;

/// <summary>What is offered first.</summary>
internal enum CandidateGroup
{
    /// <summary>What the place asks for: a value of the enumeration expected, a member to initialise, an argument by name.</summary>
    Expected,

    /// <summary>What the cell declares before the cursor.</summary>
    Local,

    /// <summary>What other cells declared.</summary>
    Session,

    /// <summary>Members.</summary>
    Member,

    /// <summary>Methods that extend a type from outside.</summary>
    Extension,

    /// <summary>Types of the library.</summary>
    Library,

    /// <summary>Other types.</summary>
    Type,

    /// <summary>Namespaces.</summary>
    Namespace,

    /// <summary>Words of the language.</summary>
    Keyword,

    /// <summary>What every object has.</summary>
    Common,
}
