using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;

namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>A socket that knows its peers by identity, and answers each of them. Of two peers with one identity the later is the one.</summary>
/// <param name="name">What messages about it call it.</param>
/// <param name="address">The one address to listen on.</param>
/// <param name="options">Its limits.</param>
/// <param name="log">Told why a peer was dropped.</param>
/// <param name="received">Told of every message: its identity first, then its frames. Called from one thread a peer.</param>
internal sealed class RouterSocket(string name, IPEndPoint address, ZmtpOptions options, Action<string> log, Action<IReadOnlyList<byte[]>> received)
    : ZmtpSocket(name, address, options, log)
{
    private readonly ConcurrentDictionary<string, ZmtpPeer> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ZmtpPeer, byte[]> identities = new();
    private int made;

    /// <inheritdoc/>
    protected override string Type => "ROUTER";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Accepted => ["DEALER", "REQ", "ROUTER"];

    /// <summary>Sends a message; one to an identity that nobody has is dropped.</summary>
    /// <param name="identity">Who it is for.</param>
    /// <param name="frames">What he gets.</param>
    /// <returns>Whether somebody has that identity.</returns>
    public bool Send(byte[] identity, IReadOnlyList<byte[]> frames)
    {
        if (!known.TryGetValue(Key(identity), out var peer)) return false;
        peer.Send(ZmtpBytes.Message(frames));
        return true;
    }

    /// <inheritdoc/>
    protected override void Joined(ZmtpPeer peer)
    {
        var identity = peer.Identity.Length > 0 ? peer.Identity : MakeUp();
        identities[peer] = identity;
        ZmtpPeer? earlier = null;
        known.AddOrUpdate(Key(identity), peer, (_, before) =>
        {
            earlier = before;
            return peer;
        });
        earlier?.Dispose();
    }

    /// <inheritdoc/>
    protected override void Left(ZmtpPeer peer)
    {
        // Only where it has not been replaced.
        if (identities.TryRemove(peer, out var identity)) known.TryRemove(new KeyValuePair<string, ZmtpPeer>(Key(identity), peer));
    }

    /// <inheritdoc/>
    protected override void Received(ZmtpPeer peer, IReadOnlyList<byte[]> frames) => received([identities[peer], .. frames]);

    private static string Key(byte[] identity) => Convert.ToHexString(identity);

    private byte[] MakeUp()
    {
        var identity = new byte[1 + sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(identity.AsSpan(1), Interlocked.Increment(ref made));
        return identity;
    }
}
