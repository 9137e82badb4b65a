using Microsoft.AspNetCore.SignalR;
using Reception.Contracts;

namespace Reception.Hub.Identity;

/// <summary>A method of the socket is judged by its row in the table of rights; one without a row is closed.</summary>
internal sealed class HubRights : IHubFilter
{
    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next) =>
        Rights.HubMethods.TryGetValue(invocationContext.HubMethodName, out var right) && right.Grants(SessionIdentity.Of(invocationContext.Context.User))
            ? next(invocationContext)
            : throw new HubException(ErrorCodes.NotAllowed.Id);
}
