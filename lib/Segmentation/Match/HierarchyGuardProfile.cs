namespace Segmentation.Match;

/// <summary>What the guard knows of a record. Two records with equal profiles forbid the same.</summary>
internal abstract record HierarchyGuardProfile
{
    /// <summary>Returns why a record of the other profile cannot be the same as one of this; null where nothing forbids it.</summary>
    public abstract string? Veto(HierarchyGuardProfile other);

    /// <summary>Returns what leaves open whether they are one; null where nothing does.</summary>
    public abstract string? Doubt(HierarchyGuardProfile other);
}
