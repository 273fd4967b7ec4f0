using System.Net;

namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>A socket that sends every message back as it came: a heartbeat.</summary>
/// <param name="name">What messages about it call it.</param>
/// <param name="address">The one address to listen on.</param>
/// <param name="options">Its limits.</param>
/// <param name="log">Told why a peer was dropped.</param>
internal sealed class ReplySocket(string name, IPEndPoint address, ZmtpOptions options, Action<string> log) : ZmtpSocket(name, address, options, log)
{
    /// <inheritdoc/>
    protected override string Type => "REP";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Accepted => ["REQ", "DEALER"];

    /// <inheritdoc/>
    protected override int MaximumMessage => Options.MaximumSmallMessage;

    /// <inheritdoc/>
    protected override void Received(ZmtpPeer peer, IReadOnlyList<byte[]> frames) => peer.Send(ZmtpBytes.Message(frames));
}
