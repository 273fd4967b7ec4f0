using Segmentation.Load;
using Segmentation.Statistics;

namespace Segmentation.Enrich;

/// <summary>How often two providers say the same about the records that both know, and what that says about their accuracy.</summary>
/// <remarks>If each is right with probability p, errs independently of the other, and an error is the value of some other record, then
/// they agree with probability A = p² + (1 - p²)c, where c is how often the values of two different records agree: p = √((A - c)/(1 - c)).
/// Providers that copy from one source err together and look more accurate than they are.</remarks>
/// <param name="Field">The field.</param>
/// <param name="First">One provider.</param>
/// <param name="Second">The other.</param>
/// <param name="Both">Records for which both offer a value.</param>
/// <param name="Agree">Those about which they say the same, numbers within the tolerance.</param>
/// <param name="Chance">How often the values of two different records agree, a proportion; null without any.</param>
/// <param name="AgreementInterval">Wilson interval of the share that agrees.</param>
public sealed record ProviderAgreement(Role Field, string First, string Second, int Both, int Agree, double? Chance, Interval AgreementInterval)
{
    /// <summary>Gets the share of records about which they say the same; null without any.</summary>
    public double? Agreement => Both == 0 ? null : (double)Agree / Both;

    /// <summary>Gets the accuracy that the agreement implies for each of the two, if they are equally good and err independently; null where chance alone explains it.</summary>
    public double? Accuracy => Agreement is { } share ? Implied(share) : null;

    /// <summary>Gets the accuracies that the ends of <see cref="AgreementInterval"/> imply; an end that chance alone explains is 0.</summary>
    public Interval AccuracyInterval => new(Implied(AgreementInterval.Low) ?? 0, Implied(AgreementInterval.High) ?? 0);

    // p = sqrt((A - c) / (1 - c))
    private double? Implied(double agreement) => Chance is { } c && c < 1 && agreement > c ? Math.Sqrt((agreement - c) / (1 - c)) : null;
}
