using System.Collections.Immutable;

namespace Segmentation.Load;

/// <summary>One header of the catalogue, and what it means.</summary>
/// <param name="Header">The header as the system writes it.</param>
/// <param name="Key">The header as it is compared.</param>
/// <param name="Role">The role; null where the header only tells the kind and system.</param>
/// <param name="Kinds">The kinds of export in which it has this meaning.</param>
/// <param name="System">The system that writes it; null where many do.</param>
/// <param name="Strength">How much the header alone says.</param>
/// <param name="IsPersonal">Whether a column of this name points at a person or customer although it plays no role.</param>
internal sealed record HeaderEntry(
    string Header, string Key, Role? Role, ImmutableArray<EntityKind> Kinds, string? System, HeaderStrength Strength, bool IsPersonal);
