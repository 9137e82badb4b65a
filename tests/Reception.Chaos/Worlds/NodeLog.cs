using Microsoft.Extensions.Logging;

namespace Reception.Chaos.Worlds;

/// <summary>What a node logs goes into the story of the world; an error fails it, as in every other test of the hub.</summary>
internal sealed class NodeLog(Node node) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var words = $"{node}: {formatter(state, exception)}";
        node.World.Trace(words);
        if (logLevel >= LogLevel.Error)
        {
            node.World.Fail("log", $"{words} ({exception})");
        }
    }

    public void Dispose()
    {
    }
}
