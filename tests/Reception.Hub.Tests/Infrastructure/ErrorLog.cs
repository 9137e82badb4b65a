using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Reception.Hub.Tests.Infrastructure;

/// <summary>Keeps what was logged; an error that nobody expected fails the test.</summary>
internal sealed class ErrorLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = new();
    private readonly ConcurrentBag<string> _expected = [];

    public IReadOnlyList<string> All => [.. _lines.Select(line => line.Line)];

    public IReadOnlyList<string> Unexpected =>
        [.. _lines.Where(line => line.Level >= LogLevel.Error && !_expected.Any(part => line.Line.Contains(part, StringComparison.Ordinal))).Select(line => line.Line)];

    public void Expect(string part) => _expected.Add(part);

    public ILogger CreateLogger(string categoryName) => new Book(categoryName, _lines);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Book(string category, ConcurrentQueue<(LogLevel Level, string Line)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, $"{logLevel} {category}[{eventId.Id}] {formatter(state, exception)} {exception}"));
    }
}
