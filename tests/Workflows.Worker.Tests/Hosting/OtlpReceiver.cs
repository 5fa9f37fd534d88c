using System.Collections.Concurrent;
using System.Text;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Workflows.Worker.Tests.Hosting;

/// <summary>A real receiver of OTLP over HTTP with protobuf: keeps what came, and reads of it what tests ask for.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private const int Gauge = 5;
    private const int Sum = 7;
    private const int Histogram = 9;

    private readonly ConcurrentQueue<(string Signal, ByteString Message)> received = [];
    private readonly WebApplication app;

    private OtlpReceiver(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>All that came as text, whatever its field: what was sent nowhere isn't in it.</summary>
    public string Everything => string.Concat(received.Select(one => Encoding.UTF8.GetString(one.Message.Span)));

    /// <summary>The names of the metrics.</summary>
    public IReadOnlyList<string> Metrics => [.. Of("metrics", 1, 2, 2, 1).Select(name => name.ToStringUtf8()).Distinct()];

    /// <summary>The spans.</summary>
    public IReadOnlyList<Span> Spans => [.. Of("traces", 1, 2, 2).Select(Span.Of)];

    public static async Task<OtlpReceiver> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver.app.MapPost("/v1/{signal}", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>The values of a metric's tag, however often it was told.</summary>
    public IReadOnlyList<string> Tag(string metric, string tag) =>
    [
        .. Of("metrics", 1, 2, 2).Where(one => Fields(one, 1).Single().ToStringUtf8() == metric)
            .SelectMany(one => (ByteString[])[.. Fields(one, Gauge, 1, 7), .. Fields(one, Sum, 1, 7), .. Fields(one, Histogram, 1, 9)])
            .Where(pair => Fields(pair, 1).Single().ToStringUtf8() == tag).Select(pair => Fields(pair, 2, 1).Single().ToStringUtf8()).Distinct(),
    ];

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(string signal, HttpRequest request)
    {
        request.ContentType.ShouldBe("application/x-protobuf");
        received.Enqueue((signal, await ByteString.FromStreamAsync(request.Body)));
    }

    private IEnumerable<ByteString> Of(string signal, params int[] path) => received.Where(one => one.Signal == signal).SelectMany(one => Fields(one.Message, path));

    // Along the path of field numbers of the protocol; every one is a message, a string or bytes.
    private static List<ByteString> Fields(ByteString message, params ReadOnlySpan<int> path)
    {
        List<ByteString> here = [message];
        foreach (var number in path)
            here = [.. here.SelectMany(one => Field(one, number))];
        return here;
    }

    private static List<ByteString> Field(ByteString message, int number)
    {
        var found = new List<ByteString>();
        using var input = message.CreateCodedInput();
        while (input.ReadTag() is not 0 and var tag)
        {
            if (WireFormat.GetTagFieldNumber(tag) == number && WireFormat.GetTagWireType(tag) is WireFormat.WireType.LengthDelimited)
                found.Add(input.ReadBytes());
            else
                input.SkipLastField();
        }

        return found;
    }

    /// <summary>A span with its tags that are strings.</summary>
    internal sealed record Span(string Trace, string Name, IReadOnlyDictionary<string, string> Tags)
    {
        public static Span Of(ByteString span) => new(
            Convert.ToHexString(Fields(span, 1).Single().Span), Fields(span, 5).Single().ToStringUtf8(),
            Fields(span, 9).Where(pair => Fields(pair, 2, 1).Count > 0)
                .ToDictionary(pair => Fields(pair, 1).Single().ToStringUtf8(), pair => Fields(pair, 2, 1).Single().ToStringUtf8()));
    }
}
