using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Workflows.Testing;

/// <summary>A log that is kept: everything at Debug from the product's own categories, warnings and worse from all others, exceptions with their whole text.</summary>
public sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(EventId Event, string Line)> lines = [];

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<string> Lines => [.. lines.Select(line => line.Line)];

    /// <summary>The lines of an event.</summary>
    public IReadOnlyList<string> Of(int number) => [.. lines.Where(line => line.Event.Id == number).Select(line => line.Line)];

    /// <summary>Keeps what a program logs.</summary>
    public void Keep(ILoggingBuilder logging)
    {
        logging.Services.AddSingleton<ILoggerProvider>(this);
        logging.AddFilter<KeptLog>(null, LogLevel.Warning).AddFilter<KeptLog>("Workflows", LogLevel.Debug);
    }

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Kept(this, categoryName);

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private sealed class Kept(KeptLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.lines.Enqueue((eventId, $"{category}[{eventId.Id}] {formatter(state, exception)} {exception}"));
    }
}
