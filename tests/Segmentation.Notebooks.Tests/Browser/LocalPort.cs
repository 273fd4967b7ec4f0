using System.Net;
using System.Net.Sockets;

namespace Segmentation.Notebooks.Tests.Browser;

/// <summary>Ports of this machine, for servers that a browser opens.</summary>
internal static class LocalPort
{
    /// <summary>Returns a port that nothing listens on.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
