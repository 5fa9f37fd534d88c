using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Npgsql;
using Workflows.Personnel.Mail;
using Workflows.Testing;

namespace Workflows.Benchmarks;

/// <summary>
/// Reminders that are due at nine in the morning, on PostgreSQL and to a local SMTP server: each is asked again whether it stands, committed, handed
/// over, and committed again. Beside it MailKit alone brings the same bytes to the same server, in the same run.
/// </summary>
internal static class MorningMail
{
    /// <summary>Some rounds of both; 0 when the median round is below ten seconds.</summary>
    public static async Task<int> RunAsync(int letters, int connections, int rounds)
    {
        await using var cluster = new PostgresCluster();
        var times = new List<TimeSpan>();
        for (var round = 1; round <= rounds; round++)
        {
            await using var sink = await SmtpSink.StartAsync();
            await using var office = await RemindingOffice.OpenAsync(cluster, sink.Port, letters, connections);
            if (round == 1)
            {
                await using var source = NpgsqlDataSource.Create(await office.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!)));
                Console.WriteLine(await Machine.DescribeAsync(source));
                Console.WriteLine($"{letters} reminders due at 09:00, {connections} connections, {rounds} rounds");
            }

            var planning = Stopwatch.StartNew();
            var planned = await office.PlanAsync();
            planning.Stop();
            var (sent, time) = await TakeAsync(office.SendAsync);
            var mails = await office.ReadAsync(db => db.Letters.Where(letter => letter.Phase == LetterPhase.Accepted)
                .Select(letter => new Bare(letter.Message!, letter.Address)).ToListAsync());
            var (_, alone) = await TakeAsync(() => BringAsync(mails, sink.Port, connections));
            times.Add(time);
            Console.WriteLine(FormattableString.Invariant(
                $"round {round}: planned {planned} in {planning.Elapsed.TotalSeconds:0.0} s; sent {sent} in {time.TotalSeconds:0.00} s = {sent / time.TotalSeconds:0} mails/s; MailKit alone {mails.Count / alone.TotalSeconds:0} mails/s"));
        }

        var median = times.Order().ElementAt(times.Count / 2);
        Console.WriteLine(FormattableString.Invariant($"median: {letters} reminders in {median.TotalSeconds:0.00} s"));
        return median < TimeSpan.FromSeconds(10) ? 0 : 1;
    }

    private static async Task<(int Count, TimeSpan Time)> TakeAsync(Func<Task<int>> work)
    {
        var watch = Stopwatch.StartNew();
        var count = await work();
        return (count, watch.Elapsed);
    }

    private static async Task<int> BringAsync(IReadOnlyCollection<Bare> mails, int port, int connections)
    {
        var waiting = new ConcurrentQueue<Bare>(mails);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var client = new SmtpClient();
            // On the same kind of socket as the product's, which doesn't hold short writes back: else it would lose by 40 ms a mail.
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync("127.0.0.1", port);
            await client.ConnectAsync(socket, "127.0.0.1", port, SecureSocketOptions.None);
            var from = MailboxAddress.Parse(RemindingOffice.From);
            while (waiting.TryDequeue(out var mail))
            {
                using var bytes = new MemoryStream(mail.Bytes);
                using var message = await MimeMessage.LoadAsync(bytes);
                await client.SendAsync(message, from, [MailboxAddress.Parse(mail.Address)]);
            }

            await client.DisconnectAsync(quit: true);
        })));
        return mails.Count;
    }

    private sealed record Bare(byte[] Bytes, string Address);
}
