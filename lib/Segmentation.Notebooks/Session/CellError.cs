using System.Collections.Immutable;

namespace Segmentation.Notebooks.Session;

/// <summary>Why a cell failed.</summary>
/// <param name="Kind">Exception type, compiler error code, or what else failed (<c>SQL</c>, <c>Magic</c>, <c>Package</c>).</param>
/// <param name="Message">What was found, what was expected, and the remedy; may span lines.</param>
/// <param name="Line">1-based line in the cell; null where no line is to blame.</param>
/// <param name="Trace">Where it happened, innermost first, without the engine's own frames and without folders of this machine.</param>
public sealed record CellError(string Kind, string Message, int? Line, ImmutableArray<string> Trace)
{
    /// <summary>Gets whether the message may quote the data: true for exceptions that a cell threw and for messages of SQLite.</summary>
    public bool MayQuoteData { get; init; }
}
