namespace Segmentation.Notebooks.Jupyter;

/// <summary>Who sent a request: what an answer needs to find its way.</summary>
/// <param name="Identities">The identity of the connection, and of what lies between it and the client.</param>
/// <param name="Header">The request's header as it came: the parent of every answer, byte for byte.</param>
internal sealed record JupyterClient(IReadOnlyList<byte[]> Identities, byte[] Header);
