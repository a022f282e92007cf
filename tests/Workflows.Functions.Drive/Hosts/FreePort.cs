using System.Net;
using System.Net.Sockets;

namespace Workflows.Functions.Drive.Hosts;

/// <summary>An address on this machine where nobody listens.</summary>
internal static class FreePort
{
    public static Uri Address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
