namespace Segmentation.Calibrate;

/// <summary>A number at which one would like to cut, because people use it already.</summary>
/// <param name="Value">The number; finite.</param>
/// <param name="Origin">Whose it is, in words: <c>the framework's Customer Tier</c>, <c>the playbook's bands</c>, <c>the customer's word</c>.</param>
public sealed record RoundCandidate(double Value, string Origin)
{
    /// <summary>What a number is called that nobody asked for.</summary>
    public const string RoundNumber = "round number";
}
