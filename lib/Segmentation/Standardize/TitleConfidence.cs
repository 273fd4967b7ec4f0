namespace Segmentation.Standardize;

/// <summary>The scale of confidence in a level or department, from 0 to 1. A judgement of the words, not a measured rate: <see cref="TitlePrecision"/> measures.</summary>
public static class TitleConfidence
{
    /// <summary>A person wrote the rule.</summary>
    public const double Decided = 1;

    /// <summary>The words mean one thing wherever they are used.</summary>
    public const double Sure = 0.95;

    /// <summary>The usual meaning; exceptions are known.</summary>
    public const double Usual = 0.8;

    /// <summary>The likelier of two meanings: look at a sample.</summary>
    public const double Likely = 0.6;

    /// <summary>No rule decided.</summary>
    public const double None = 0;
}
