using System.Net;
using System.Net.Sockets;

namespace Workflows.Testing;

/// <summary>
/// A TCP port of 127.0.0.1 that nobody listened on a moment ago, from below those that the system gives to outgoing connections: one of these would
/// be taken by the next connection of any program, or by the very one that asks whether somebody listens there already.
/// </summary>
public static class FreePort
{
    private const int First = 10_000;
    private const int FirstOfOutgoing = 32_768;

    /// <summary>Tries ports by chance, as other test programs do at the same time.</summary>
    public static int Take()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, FirstOfOutgoing);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                // Somebody listens there: another one.
            }
        }
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
