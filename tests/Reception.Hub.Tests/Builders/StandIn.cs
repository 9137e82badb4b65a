using System.Reflection;
using Reception.Hub.Storage;

namespace Reception.Hub.Tests.Builders;

/// <summary>
/// Stands between a hub and its store: the test says what happens to an append, everything else passes through. The commit it passes on
/// is the real one.
/// </summary>
#pragma warning disable CA1852 // The proxy is a subclass made at run time.
internal class StandIn : DispatchProxy
#pragma warning restore CA1852
{
    private IVenueStore _store = null!;
    private Func<IReadOnlyList<AppendRequest>, Func<Task<IReadOnlyList<AppendResult>>>, Task<IReadOnlyList<AppendResult>>> _append = null!;

    /// <param name="append">Is given the requests and the store's own append.</param>
    public static IVenueStore For(
        IVenueStore store, Func<IReadOnlyList<AppendRequest>, Func<Task<IReadOnlyList<AppendResult>>>, Task<IReadOnlyList<AppendResult>>> append)
    {
        var proxy = Create<IVenueStore, StandIn>();
        ((StandIn)(object)proxy)._store = store;
        ((StandIn)(object)proxy)._append = append;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IVenueStore.Append))
        {
            var requests = (IReadOnlyList<AppendRequest>)args![0]!;
            return new ValueTask<IReadOnlyList<AppendResult>>(_append(requests, () => _store.Append(requests, CancellationToken.None).AsTask()));
        }

        try
        {
            return targetMethod.Invoke(_store, args);
        }
        catch (TargetInvocationException cause) when (cause.InnerException is { } inner)
        {
            throw inner;
        }
    }
}
