namespace Segmentation.Enrich;

/// <summary>What a provider's cell says about a field, in the CRM's terms.</summary>
/// <param name="State">Whether it can fill.</param>
/// <param name="Raw">The value as <see cref="Tables.Column.Raw"/> writes it; null where it cannot fill.</param>
/// <param name="Number">The value of a number field; NaN elsewhere.</param>
/// <param name="Said">What the provider wrote; null where it wrote nothing.</param>
/// <param name="Note">What was done to it, or why it cannot fill; null where nothing is to be said.</param>
internal readonly record struct OfferedValue(OfferState State, string? Raw, double Number, string? Said, string? Note)
{
    public static OfferedValue Blank { get; } = new(OfferState.Blank, null, double.NaN, null, null);

    public static OfferedValue Text(string raw, string said, string? note = null) => new(OfferState.Usable, raw, double.NaN, said, note);

    public static OfferedValue Candidate(OfferState state, string said, string note) => new(state, null, double.NaN, said, note);
}

/// <summary>Whether an offered value can fill.</summary>
internal enum OfferState
{
    /// <summary>The provider says nothing.</summary>
    Blank,

    /// <summary>It can.</summary>
    Usable,

    /// <summary>A band where a number is needed.</summary>
    Band,

    /// <summary>A word that is not certain to be one of the list.</summary>
    NotInList,

    /// <summary>An amount in another currency.</summary>
    OtherCurrency,

    /// <summary>Not a plausible value of the field.</summary>
    NotPlausible,
}
