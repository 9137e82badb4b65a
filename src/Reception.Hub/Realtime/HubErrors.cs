using Microsoft.AspNetCore.SignalR;
using Reception.Contracts;

namespace Reception.Hub.Realtime;

/// <summary>The one place where an exception behind a hub method becomes an answer. A failed report fails nobody.</summary>
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
            throw;
        }
        catch (Exception cause) when (cause is not (HubException or OutOfMemoryException))
        {
            Log.Failed(log, cause, invocationContext.HubMethodName, invocationContext.Context.ConnectionId);
            return invocationContext.HubMethodName switch
            {
                nameof(ReceptionHub.Do) => Refusals.Answer(invocationContext.HubMethodArguments[0] as Command, ErrorCodes.Fault, host.GetUtcNow()),
                nameof(ReceptionHub.Report) => null,
                _ => throw new HubException(ErrorCodes.Fault.Id),
            };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1204, LogLevel.Error, "{Method} failed on connection {Connection}")]
        public static partial void Failed(ILogger log, Exception cause, string method, string connection);
    }
}
