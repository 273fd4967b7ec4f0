using System.Net;
using System.Net.Sockets;
using System.Text;
using Segmentation.Notebooks.Jupyter.Zmtp;

namespace Segmentation.Notebooks.Tests.Jupyter.Zmtp;

/// <summary>What each kind of socket does for peers that keep to the protocol (RFC 28 of ZeroMQ for ROUTER and REP, RFC 29 for PUB).</summary>
public sealed class SocketTests : IDisposable
{
    private readonly Sockets sockets = new();

    public void Dispose() => sockets.Dispose();

    [Fact]
    public void A_message_of_the_most_bytes_in_the_most_frames_comes_back_whole()
    {
        using var peer = RawPeer.Connected(sockets.Router.Port, "DEALER");
        byte[][] frames = [.. Enumerable.Range(0, 10).Select(i => Enumerable.Repeat((byte)i, 100).ToArray())];
        peer.Send(frames);
        Assert.Equal(frames, peer.Message());
    }

    [Fact]
    public void Peers_without_an_identity_are_told_apart()
    {
        using var one = RawPeer.Connected(sockets.Router.Port, "DEALER");
        using var other = RawPeer.Connected(sockets.Router.Port, "REQ");
        one.Send("one"u8.ToArray());
        other.Send("other"u8.ToArray());
        Assert.Equal("other", Encoding.ASCII.GetString(other.Message()[0]));
        Assert.Equal("one", Encoding.ASCII.GetString(one.Message()[0]));
    }

    [Fact]
    public void A_peer_that_comes_again_under_its_identity_takes_the_place_of_the_earlier()
    {
        using var earlier = RawPeer.Connected(sockets.Router.Port, "DEALER", "me");
        earlier.Send("a"u8.ToArray());
        earlier.Message();
        using var later = RawPeer.Connected(sockets.Router.Port, "DEALER", "me");
        earlier.AssertDropped();
        later.Send("b"u8.ToArray());
        Assert.Equal("b", Encoding.ASCII.GetString(later.Message()[0]));
        // The end of the earlier has not taken the later's name away.
        Assert.True(sockets.Router.Send("me"u8.ToArray(), ["c"u8.ToArray()]));
        Assert.Equal("c", Encoding.ASCII.GetString(later.Message()[0]));
    }

    [Fact]
    public void A_message_to_somebody_who_is_not_there_is_not_sent()
    {
        Assert.False(sockets.Router.Send("nobody"u8.ToArray(), [[]]));
        var peer = RawPeer.Connected(sockets.Router.Port, "DEALER", "gone");
        peer.Send("a"u8.ToArray());
        peer.Message();
        peer.Dispose();
        Assert.True(SpinWait.SpinUntil(() => !sockets.Router.Send("gone"u8.ToArray(), [[]]), TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_PING_is_answered_with_its_context_also_between_the_frames_of_a_message()
    {
        using var peer = RawPeer.Connected(sockets.Router.Port, "DEALER");
        // RFC 37: time to live in two bytes, then the context that the PONG repeats.
        peer.Stream.Write([1, 1, (byte)'a', .. ZmtpBytes.Command("PING", [0, 10, 7, 8, 9]), 0, 1, (byte)'b']);
        var pong = peer.Frame();
        Assert.True(pong.IsCommand);
        Assert.Equal([4, .. "PONG"u8, 7, 8, 9], pong.Body);
        Assert.Equal(["a", "b"], peer.Message().Select(Encoding.ASCII.GetString));
    }

    [Fact]
    public void A_command_that_nobody_knows_is_passed_over()
    {
        using var peer = RawPeer.Connected(sockets.Router.Port, "DEALER");
        peer.Stream.Write(ZmtpBytes.Command("WHATEVER", [1, 2, 3]));
        peer.Send("a"u8.ToArray());
        Assert.Equal("a", Encoding.ASCII.GetString(peer.Message()[0]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_subscriber_gets_what_begins_with_its_topics_until_it_cancels(bool byCommands)
    {
        using var peer = RawPeer.Connected(sockets.Publisher.Port, "SUB");
        Say(1, "SUBSCRIBE", "a.");
        Assert.Equal(["a.", "welcome"], peer.Message().Select(Encoding.ASCII.GetString));
        Publish("b.1", "a", "a.1");
        Assert.Equal("a.1", Encoding.ASCII.GetString(peer.Message()[0]));
        // Twice subscribed and once cancelled is subscribed.
        Say(1, "SUBSCRIBE", "a.");
        peer.Message();
        Say(0, "CANCEL", "a.");
        Say(1, "SUBSCRIBE", "b");
        peer.Message();
        Publish("a.2");
        Assert.Equal("a.2", Encoding.ASCII.GetString(peer.Message()[0]));
        Say(0, "CANCEL", "a.");
        Say(0, "CANCEL", "never subscribed");
        Say(1, "SUBSCRIBE", "c");
        peer.Message();
        Publish("a.3", "b.3");
        Assert.Equal("b.3", Encoding.ASCII.GetString(peer.Message()[0]));

        void Publish(params string[] topics)
        {
            foreach (var topic in topics) sockets.Publisher.Send([Encoding.ASCII.GetBytes(topic)]);
        }

        void Say(byte kind, string command, string topic)
        {
            if (byCommands) peer.Stream.Write(ZmtpBytes.Command(command, Encoding.ASCII.GetBytes(topic)));
            else peer.Send([kind, .. Encoding.ASCII.GetBytes(topic)]);
        }
    }

    [Fact]
    public void A_subscriber_with_too_many_topics_is_dropped()
    {
        using var peer = RawPeer.Connected(sockets.Publisher.Port, "SUB");
        for (var i = 0; i < 4; i++) peer.Send([1, (byte)i]);
        peer.AssertDropped();
        sockets.Logged("more than 3 subscriptions");
    }

    [Fact]
    public void A_subscriber_that_does_not_read_is_dropped_at_the_limit_and_others_get_everything()
    {
        const int Messages = 200;
        using var small = new Sockets(new ZmtpOptions { MaximumQueue = 8 << 20 });
        using var stuck = RawPeer.Connected(small.Publisher.Port, "SUB");
        using var reading = RawPeer.Connected(small.Publisher.Port, "SUB");
        foreach (var peer in new[] { stuck, reading })
        {
            peer.Send([1]);
            peer.Message();
        }

        for (var i = 0; i < Messages; i++)
        {
            small.Publisher.Send([[(byte)i], new byte[1 << 20]]);
            Assert.Equal((byte)i, reading.Message()[0][0]);
        }

        Assert.Contains("it does not read: ", small.Logged("8,388,608 are the most"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_over_the_limit_of_what_waits_goes_to_one_for_whom_nothing_waits()
    {
        using var small = new Sockets(new ZmtpOptions { MaximumQueue = 1_000 });
        using var peer = RawPeer.Connected(small.Router.Port, "DEALER", "me");
        Assert.True(SpinWait.SpinUntil(() => small.Router.Send("me"u8.ToArray(), [new byte[1 << 20]]), TimeSpan.FromSeconds(30)));
        Assert.Equal(1 << 20, peer.Message()[0].Length);
    }

    [Theory]
    [InlineData("REQ")]
    [InlineData("DEALER")]
    public void A_heartbeat_comes_back_frame_by_frame(string type)
    {
        using var peer = RawPeer.Connected(sockets.Reply.Port, type);
        peer.Send([], "ping"u8.ToArray());
        Assert.Equal([[], "ping"u8.ToArray()], peer.Message());
    }

    [Fact]
    public async Task What_waits_is_sent_before_a_socket_closes()
    {
        using var peer = RawPeer.Connected(sockets.Publisher.Port, "SUB");
        peer.Send([1]);
        peer.Message();
        var large = new byte[20 << 20];
        sockets.Publisher.Send(["a"u8.ToArray(), large]);
        var closing = Task.Run(sockets.Publisher.Dispose);
        Assert.Equal(large.Length, peer.Message()[1].Length);
        peer.AssertDropped();
        await closing.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_socket_listens_on_its_address_and_on_no_other()
    {
        using var other = new TcpClient();
        // All of 127.0.0.0/8 is this machine's on Linux; a socket on every address would answer here.
        var refused = Assert.Throws<SocketException>(() => other.Connect(IPAddress.Parse("127.0.0.2"), sockets.Router.Port));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
    }

    [Fact]
    public void A_closed_socket_s_port_can_be_bound_again_at_once()
    {
        var port = sockets.Reply.Port;
        using (var peer = RawPeer.Connected(port, "REQ"))
        {
            sockets.Reply.Dispose();
        }

        using var again = new ReplySocket("heartbeat", new IPEndPoint(IPAddress.Loopback, port), ZmtpOptions.Default, _ => { });
        Assert.Equal(port, again.Port);
    }
}
