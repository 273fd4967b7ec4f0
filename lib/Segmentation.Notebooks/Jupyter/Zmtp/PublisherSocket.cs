using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>A socket that sends each message to the peers that have subscribed to a start of its first frame.</summary>
/// <param name="name">What messages about it call it.</param>
/// <param name="address">The one address to listen on.</param>
/// <param name="options">Its limits.</param>
/// <param name="log">Told why a peer was dropped.</param>
/// <param name="welcome">Returns what a new subscriber is sent, from what it has subscribed to.</param>
internal sealed class PublisherSocket(string name, IPEndPoint address, ZmtpOptions options, Action<string> log, Func<byte[], IReadOnlyList<IReadOnlyList<byte[]>>> welcome)
    : ZmtpSocket(name, address, options, log)
{
    private readonly ConcurrentDictionary<ZmtpPeer, List<byte[]>> subscriptions = new();

    /// <inheritdoc/>
    protected override string Type => "PUB";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Accepted => ["SUB", "XSUB"];

    /// <inheritdoc/>
    protected override int MaximumMessage => Options.MaximumSmallMessage;

    /// <summary>Sends a message to its subscribers.</summary>
    /// <param name="frames">Its frames, the topic first.</param>
    public void Send(IReadOnlyList<byte[]> frames)
    {
        byte[]? bytes = null;
        foreach (var (peer, topics) in subscriptions)
        {
            bool wanted;
            lock (topics) wanted = topics.Exists(t => frames[0].AsSpan().StartsWith(t));
            if (wanted) peer.Send(bytes ??= ZmtpBytes.Message(frames));
        }
    }

    /// <inheritdoc/>
    protected override void Joined(ZmtpPeer peer) => subscriptions[peer] = [];

    /// <inheritdoc/>
    protected override void Left(ZmtpPeer peer) => subscriptions.TryRemove(peer, out _);

    /// <inheritdoc/>
    protected override void Received(ZmtpPeer peer, IReadOnlyList<byte[]> frames)
    {
        // ZMTP 3.0: a subscription is a message, 1 or 0 and then the topic. Other messages of subscribers are for other protocols.
        if (frames is [[1, .. var topic]]) Subscribe(peer, topic);
        else if (frames is [[0, .. var cancelled]]) Cancel(peer, cancelled);
    }

    /// <inheritdoc/>
    protected override void Received(ZmtpPeer peer, ZmtpCommand command)
    {
        // ZMTP 3.1: it is a command.
        if (command.Name == "SUBSCRIBE") Subscribe(peer, command.Data);
        else if (command.Name == "CANCEL") Cancel(peer, command.Data);
    }

    private void Subscribe(ZmtpPeer peer, byte[] topic)
    {
        var topics = subscriptions[peer];
        lock (topics)
        {
            if (topics.Count >= Options.MaximumSubscriptions) throw new ZmtpException(string.Create(CultureInfo.InvariantCulture, $"more than {Options.MaximumSubscriptions:N0} subscriptions"));
            topics.Add(topic);
        }

        foreach (var message in welcome(topic)) peer.Send(ZmtpBytes.Message(message));
    }

    // One cancellation takes back one subscription: who subscribed twice stays subscribed.
    private void Cancel(ZmtpPeer peer, byte[] topic)
    {
        var topics = subscriptions[peer];
        lock (topics)
        {
            var at = topics.FindIndex(t => t.AsSpan().SequenceEqual(topic));
            if (at >= 0) topics.RemoveAt(at);
        }
    }
}
