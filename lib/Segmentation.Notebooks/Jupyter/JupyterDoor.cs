using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Jupyter.Zmtp;
using Segmentation.Notebooks.Kernel;
using Segmentation.Notebooks.Run;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Jupyter;

/// <summary>
/// Serves Jupyter programs: a kernel on the five sockets of a connection file. Whatever is not signed with the file's key is dropped with a line
/// in the log.
/// </summary>
internal sealed class JupyterDoor : IDisposable
{
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    private readonly JupyterWire wire;
    private readonly KernelHeader header;
    private readonly string session = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private readonly Action<string> log;
    private readonly RouterSocket shell;
    private readonly RouterSocket control;
    private readonly RouterSocket stdin;
    private readonly PublisherSocket iopub;
    private readonly ReplySocket heartbeat;
    private readonly List<ZmtpSocket> sockets = [];
    private Action<KernelRequest>? receive;
    private volatile KernelMessage? status;
    private int started;
    private volatile bool ended;

    private JupyterDoor(string path, JupyterOptions options, TextWriter errors, TimeProvider clock)
    {
        var file = ConnectionFile.Read(path);
        wire = new JupyterWire(file.Key, options.RememberedSignatures);
        header = new KernelHeader(session, clock);
        log = line => errors.WriteLine("segmentation kernel: " + line);
        try
        {
            shell = Router("shell", file.Ports.Shell, KernelChannel.Shell);
            control = Router("control", file.Ports.Control, KernelChannel.Control);
            stdin = Router("stdin", file.Ports.Stdin, KernelChannel.Stdin);
            iopub = Bind("iopub", file.Ports.IoPub, address => new PublisherSocket("iopub", address, options.Sockets, log, Welcome));
            heartbeat = Bind("hb", file.Ports.Heartbeat, address => new ReplySocket("heartbeat", address, options.Sockets, log));
        }
        catch
        {
            Dispose();
            throw;
        }

        var ports = new ConnectionPorts(shell.Port, control.Port, stdin.Port, iopub.Port, heartbeat.Port);
        if (ports != file.Ports) ConnectionFile.Write(path, ports);

        RouterSocket Router(string name, int port, KernelChannel channel) =>
            Bind(name, port, address => new RouterSocket(name, address, options.Sockets, log, frames => Receive(name, channel, frames)));

        T Bind<T>(string name, int port, Func<IPEndPoint, T> make)
            where T : ZmtpSocket
        {
            var address = new IPEndPoint(file.Address, port);
            try
            {
                var socket = make(address);
                sockets.Add(socket);
                return socket;
            }
            catch (SocketException e)
            {
                throw new RunException(
                    $"Cannot listen on {address}, the {name}_port of '{path}': {e.Message}. Another program may have the port, or this machine may not have the address. Remedy: start the kernel again from Jupyter, which chooses other ports.", e);
            }
        }
    }

    /// <summary>Serves until a shutdown is asked for, the program that started the kernel is gone, or it is cancelled; then sends what waits.</summary>
    /// <param name="connectionFile">Path of the connection file.</param>
    /// <param name="session">What the session is told.</param>
    /// <param name="options">Limits.</param>
    /// <param name="errors">Where dropped messages and peers are noted.</param>
    /// <param name="clock">Gives the date of messages.</param>
    /// <param name="cancellation">Ends the kernel.</param>
    /// <exception cref="RunException">The connection file cannot be served.</exception>
    public static async Task<int> ServeAsync(string connectionFile, SessionOptions session, JupyterOptions options, TextWriter errors, TimeProvider clock, CancellationToken cancellation)
    {
        // Bound before anything else is loaded: clients that poll the ports connect at once, and wait for their first answer there.
        using var door = new JupyterDoor(connectionFile, options, TextWriter.Synchronized(errors), clock);
        using var kernel = new NotebookKernel(session, door.Send);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        door.receive = kernel.Receive;
        foreach (var socket in door.sockets) socket.Start();
        var parent = ParentWatch.EndAsync(Environment.GetEnvironmentVariable(ParentWatch.Variable), options.ParentCheck, stop.Token);
        await Task.WhenAny(kernel.Finished, parent, Task.Delay(Timeout.Infinite, cancellation)).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        // Before the session ends, which a cell that does not stop may delay.
        door.Dispose();
        return 0;
    }

    /// <summary>Sends what waits and closes the sockets.</summary>
    public void Dispose()
    {
        ended = true;
        foreach (var socket in sockets) socket.Dispose();
    }

    private void Receive(string name, KernelChannel channel, IReadOnlyList<byte[]> frames)
    {
        try
        {
            receive!(wire.Unpack(channel, frames));
        }
        catch (JupyterException e)
        {
            log($"{name}: a message was dropped: {e.Message}");
        }
    }

    private void Send(KernelMessage message)
    {
        var client = (JupyterClient?)message.Parent?.Client;
        // What the kernel says by itself is that it starts, when nobody can have subscribed yet: the first who does is told.
        if (client is null && message.Type == "status") return;
        // Kept before it is sent: who subscribes meanwhile gets it one way or the other.
        if (message.Type == "status") status = message;
        if (message.Channel == KernelChannel.IoPub) iopub.Send(Pack([Topic(message.Type)], message, client));
        else if (client is null) throw new InvalidOperationException($"{message.Type} answers nobody.");
        else if (!Router(message.Channel).Send(client.Identities[0], Pack(client.Identities.Skip(1), message, client)) && !ended)
            log($"{message.Channel.ToString().ToLowerInvariant()}: {message.Type} was not sent: its client is not connected there");
    }

    private RouterSocket Router(KernelChannel channel) => channel switch
    {
        KernelChannel.Shell => shell,
        KernelChannel.Control => control,
        _ => stdin,
    };

    private IReadOnlyList<byte[]> Pack(IEnumerable<byte[]> before, KernelMessage message, JupyterClient? client) => wire.Pack(
        before,
        JsonSerializer.SerializeToUtf8Bytes(header.Of(message)),
        client?.Header ?? EmptyObject,
        message.Metadata is { } metadata ? JsonSerializer.SerializeToUtf8Bytes(metadata) : EmptyObject,
        JsonSerializer.SerializeToUtf8Bytes(message.Content));

    private byte[] Topic(string type) => Encoding.ASCII.GetBytes($"kernel.{session}.{type}");

    // What is published before anybody listens is lost: the first subscriber is told that the kernel starts, each that he hears it now, and how
    // the last request stands. Jupyter Server lets a front end ask before it has subscribed for it, and that waits for the end of its question.
    private List<IReadOnlyList<byte[]>> Welcome(byte[] topic)
    {
        var welcome = new KernelMessage(KernelChannel.IoPub, "iopub_welcome", new JsonObject { ["subscription"] = Encoding.UTF8.GetString(topic) }, null);
        var messages = new List<IReadOnlyList<byte[]>> { Pack([topic], welcome, null) };
        if (status is { } last) messages.Add(Pack([topic], last, (JupyterClient?)last.Parent?.Client));
        if (Interlocked.Exchange(ref started, 1) == 0)
            messages.Insert(0, Pack([topic], new KernelMessage(KernelChannel.IoPub, "status", new JsonObject { ["execution_state"] = "starting" }, null), null));
        return messages;
    }
}
