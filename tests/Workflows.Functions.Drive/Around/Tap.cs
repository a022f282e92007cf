using System.Net;
using System.Net.Sockets;

namespace Workflows.Functions.Drive.Around;

/// <summary>
/// A way to a service on this machine that can be shut and opened again. While it is shut connections are refused, and those that
/// were open are cut, as when the service goes away.
/// </summary>
internal sealed class Tap : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<Socket> _sockets = [];
    private readonly int _target;
    private TcpListener _listener;

    public Tap(int target)
    {
        _target = target;
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    public int Port { get; }

    public void Shut()
    {
        _listener.Stop();
        lock (_lock)
        {
            foreach (var socket in _sockets)
            {
                socket.Dispose();
            }

            _sockets.Clear();
        }
    }

    public void Open()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    public void Dispose() => Shut();

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            try
            {
                _ = CarryAsync(await listener.AcceptSocketAsync());
            }
            catch (Exception problem) when (problem is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(Socket near)
    {
        var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        Keep(near);
        Keep(far);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _target);
            await Task.WhenAny(PassAsync(near, far), PassAsync(far, near));
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            // Cut, or nobody there: the near side is told by the end of its connection.
        }
        finally
        {
            Drop(near);
            Drop(far);
        }
    }

    private static async Task PassAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                for (var sent = 0; sent < count;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
                }
            }
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            // The connection is over.
        }
    }

    private void Keep(Socket socket)
    {
        lock (_lock)
        {
            _sockets.Add(socket);
        }
    }

    private void Drop(Socket socket)
    {
        lock (_lock)
        {
            _sockets.Remove(socket);
        }

        socket.Dispose();
    }
}
