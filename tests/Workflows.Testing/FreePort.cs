using System.Net;
using System.Net.Sockets;

namespace Workflows.Testing;

/// <summary>A TCP port of 127.0.0.1 that nobody listened on a moment ago.</summary>
public static class FreePort
{
    /// <summary>Asks the system for a port and gives it back at once; somebody else could take it before its user does.</summary>
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until somebody listens on the port. False when nobody did within the limit.</summary>
    public static async Task<bool> AnswersAsync(int port, TimeSpan limit)
    {
        using var end = new CancellationTokenSource(limit);
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, end.Token);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        return false;
    }
}
