using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Segmentation.Notebooks.Jupyter.Zmtp;

/// <summary>
/// A server socket of ZMTP 3.0 (RFC 23) over TCP, mechanism NULL. It is bound when it is made, so that clients can connect, and serves from
/// <see cref="Start"/> on. A peer that does not keep to the protocol is dropped; others do not notice.
/// </summary>
internal abstract class ZmtpSocket : IDisposable
{
    private readonly Socket listener;
    private readonly string name;
    private readonly Action<string> log;
    private readonly ConcurrentDictionary<ZmtpPeer, bool> peers = new();
    private volatile bool closing;

    /// <summary>Binds a socket.</summary>
    /// <param name="name">What messages about it call it.</param>
    /// <param name="address">The one address to listen on; port 0 for any.</param>
    /// <param name="options">Its limits.</param>
    /// <param name="log">Told in a line why a peer was dropped.</param>
    /// <exception cref="SocketException">The address cannot be had.</exception>
    protected ZmtpSocket(string name, IPEndPoint address, ZmtpOptions options, Action<string> log)
    {
        this.name = name;
        this.log = log;
        Options = options;
        listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (OperatingSystem.IsWindows()) listener.ExclusiveAddressUse = true;
            listener.Bind(address);
            listener.Listen();
            Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>Gets the port that it listens on.</summary>
    public int Port { get; }

    /// <summary>Gets its limits.</summary>
    protected ZmtpOptions Options { get; }

    /// <summary>Gets its type, as READY names it.</summary>
    protected abstract string Type { get; }

    /// <summary>Gets the types of peers that it talks to.</summary>
    protected abstract IReadOnlyList<string> Accepted { get; }

    /// <summary>Gets the most bytes of a message that it takes in.</summary>
    protected virtual int MaximumMessage => Options.MaximumMessage;

    /// <summary>Serves on threads of its own.</summary>
    public void Start() => new Thread(Accept) { IsBackground = true, Name = name + " accepts" }.Start();

    /// <summary>Sends what waits, within the time for it, and ends all connections.</summary>
    public void Dispose()
    {
        closing = true;
        listener.Dispose();
        Parallel.ForEach(peers.Keys, peer => peer.Flush());
    }

    /// <summary>A peer has finished its handshake.</summary>
    protected virtual void Joined(ZmtpPeer peer)
    {
    }

    /// <summary>A peer that had joined is gone.</summary>
    protected virtual void Left(ZmtpPeer peer)
    {
    }

    /// <summary>A message came.</summary>
    protected abstract void Received(ZmtpPeer peer, IReadOnlyList<byte[]> frames);

    /// <summary>A command came that is not the protocol's own business.</summary>
    protected virtual void Received(ZmtpPeer peer, ZmtpCommand command)
    {
    }

    private void Accept()
    {
        while (!closing)
        {
            try
            {
                var peer = new ZmtpPeer(listener.Accept(), Options);
                if (peers.Count >= Options.MaximumPeers)
                {
                    peer.Dispose();
                    log($"{name}: {peer.Name} was turned away: there are {Options.MaximumPeers} peers already");
                    continue;
                }

                peers[peer] = true;
                new Thread(() => Serve(peer)) { IsBackground = true, Name = name + " from " + peer.Name }.Start();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The connection was gone before it could be taken, no more can be opened, or this socket is closing.
                Thread.Sleep(Options.AcceptPause);
            }
        }
    }

    private void Serve(ZmtpPeer peer)
    {
        string? fault = null;
        try
        {
            peer.Handshake(Type, Accepted);
            Joined(peer);
            while (true) Received(peer, peer.Read(MaximumMessage, command => Obey(peer, command)));
        }
        catch (ZmtpException e)
        {
            fault = e.Message;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The peer has gone, as clients do.
        }

        peers.TryRemove(peer, out _);
        Left(peer);
        if (!closing) peer.Drop(fault);
        if (peer.Fault is { } said) log($"{name}: {peer.Name} was dropped: {said}");
    }

    private void Obey(ZmtpPeer peer, ZmtpCommand command)
    {
        const int TimeToLive = 2;
        if (command.Name == "PING") peer.Send(ZmtpBytes.Command("PONG", command.Data.AsSpan(Math.Min(TimeToLive, command.Data.Length))));
        else Received(peer, command);
    }
}
