namespace Segmentation.Audit;

/// <summary>One field to fill, in the order in which filling brings most.</summary>
/// <param name="Field">The framework's field.</param>
/// <param name="Column">The column that stands for it.</param>
/// <param name="Valid">Records with a valid value today.</param>
/// <param name="GainAlone">How much the joint share would rise if only this field were filled on every record.</param>
/// <param name="JointAfter">Joint share once this field and those before it are filled on every record.</param>
/// <param name="JointArrAfter">The same by ARR; null where it cannot be known.</param>
public sealed record ReadinessStep(string Field, string Column, int Valid, double GainAlone, double JointAfter, double? JointArrAfter);
