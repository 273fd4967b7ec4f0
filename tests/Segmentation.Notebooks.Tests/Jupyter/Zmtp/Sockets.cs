using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Segmentation.Notebooks.Jupyter.Zmtp;

namespace Segmentation.Notebooks.Tests.Jupyter.Zmtp;

/// <summary>One socket of each kind on ports of their own, with limits small enough to reach.</summary>
internal sealed class Sockets : IDisposable
{
    private static readonly IPEndPoint Anywhere = new(IPAddress.Loopback, 0);

    private readonly ConcurrentQueue<string> log = new();

    public Sockets(ZmtpOptions? options = null)
    {
        options ??= new ZmtpOptions { MaximumMessage = 1_000, MaximumFrames = 10, MaximumSubscriptions = 3, HandshakeTime = TimeSpan.FromSeconds(20) };
        // The router answers everybody with what he sent.
        Router = new RouterSocket("shell", Anywhere, options, log.Enqueue, frames => Router!.Send(frames[0], [.. frames.Skip(1)]));
        Publisher = new PublisherSocket("iopub", Anywhere, options, log.Enqueue, topic => [[topic, "welcome"u8.ToArray()]]);
        Reply = new ReplySocket("heartbeat", Anywhere, options, log.Enqueue);
        foreach (var socket in new ZmtpSocket[] { Router, Publisher, Reply }) socket.Start();
    }

    public RouterSocket Router { get; }

    public PublisherSocket Publisher { get; }

    public ReplySocket Reply { get; }

    /// <summary>A well-behaved client comes, asks and is answered.</summary>
    public void AssertServesOthers()
    {
        using var good = RawPeer.Connected(Router.Port, "DEALER", "a good one");
        good.Send("how"u8.ToArray(), "are you"u8.ToArray());
        Assert.Equal(["how", "are you"], good.Message().Select(Encoding.ASCII.GetString));
    }

    /// <summary>Waits for a line of the log that holds a text.</summary>
    public string Logged(string text)
    {
        string? line = null;
        Assert.True(SpinWait.SpinUntil(() => (line = log.FirstOrDefault(l => l.Contains(text, StringComparison.Ordinal))) is not null, TimeSpan.FromSeconds(30)), $"nobody said '{text}', but: {string.Join('\n', log)}");
        return line!;
    }

    public void Dispose()
    {
        Router.Dispose();
        Publisher.Dispose();
        Reply.Dispose();
    }
}
