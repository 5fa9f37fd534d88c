using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Workflows.Engine.Tests.OnElsa;

/// <summary>Keeps what was logged as a warning or worse, for the message of a test that fails.</summary>
internal sealed class FaultLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{formatter(state, exception)} {exception}");

    public override string ToString() => string.Join(Environment.NewLine, lines);

    public void Dispose()
    {
    }
}
