using Microsoft.AspNetCore.SignalR;
using Reception.Contracts;

namespace Reception.Hub.Realtime;

/// <summary>
/// The one place where an exception behind a hub method becomes an answer. A failed report fails nobody; a connection that was cut while its command was
/// under way is no fault of anybody: the client sends it again.
/// </summary>
internal sealed partial class HubErrors(TimeProvider host, ILogger<HubErrors> log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (OperationCanceledException) when (invocationContext.Context.ConnectionAborted.IsCancellationRequested)
        {
            Log.Cut(log, invocationContext.HubMethodName, invocationContext.Context.ConnectionId);
            return Instead(invocationContext, ErrorCodes.Busy);
        }
        catch (Exception cause) when (cause is not (HubException or OutOfMemoryException))
        {
            Log.Failed(log, cause, invocationContext.HubMethodName, invocationContext.Context.ConnectionId);
            return Instead(invocationContext, ErrorCodes.Fault);
        }
    }

    private Answer? Instead(HubInvocationContext invocation, ErrorCode code) => invocation.HubMethodName switch
    {
        nameof(ReceptionHub.Do) => Refusals.Answer(invocation.HubMethodArguments[0] as Command, code, host.GetUtcNow()),
        nameof(ReceptionHub.Report) => null,
        _ => throw new HubException(code.Id),
    };

    private static partial class Log
    {
        [LoggerMessage(1205, LogLevel.Debug, "{Method} was under way when connection {Connection} was cut")]
        public static partial void Cut(ILogger log, string method, string connection);

        [LoggerMessage(1204, LogLevel.Error, "{Method} failed on connection {Connection}")]
        public static partial void Failed(ILogger log, Exception cause, string method, string connection);
    }
}
