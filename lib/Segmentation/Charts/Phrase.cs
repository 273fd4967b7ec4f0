using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>A sentence that knows which of its words are counts and which point at a person or customer.</summary>
internal sealed record Phrase(ImmutableArray<Piece> Pieces)
{
    public static Phrase Empty { get; } = new(ImmutableArray<Piece>.Empty);

    public static Phrase Of(params ReadOnlySpan<Piece> pieces) => new([.. pieces]);

    public static implicit operator Phrase(string text) => Of(text);

    /// <summary>Returns the sentences one after another; those that are empty are passed over.</summary>
    public static Phrase Join(string separator, IEnumerable<Phrase> phrases) => new([.. phrases
        .Where(p => p.Pieces.Length > 0)
        .SelectMany((p, i) => i == 0 ? p.Pieces : p.Pieces.Insert(0, separator))]);

    public string Show(RenderOptions options) => string.Concat(Pieces.Select(p => p.Show(options)));
}
