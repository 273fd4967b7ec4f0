namespace Segmentation.Text;

/// <summary>What a phone number says.</summary>
/// <param name="Number">The number as ITU-T E.164 writes it: <c>+</c>, calling code and national number without spaces; null where there is a problem.</param>
/// <param name="Extension">Digits of the extension, leading zeros kept; null where none is written.</param>
/// <param name="Problem">Why there is no number.</param>
public readonly record struct PhoneReading(string? Number, string? Extension, PhoneProblem Problem);
