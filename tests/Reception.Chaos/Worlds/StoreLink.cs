using System.Collections.Concurrent;
using System.Reflection;
using Reception.Hub.Storage;

namespace Reception.Chaos.Worlds;

/// <summary>How the way from a node to its store is at the moment. Shares are of calls.</summary>
/// <param name="Refused">Said at once to be unavailable; nothing was written.</param>
/// <param name="Unsure">The answer is lost: what was asked has happened, or not, or happens later.</param>
/// <param name="Longest">How long a call may take one way.</param>
internal sealed record StoreWeather(double Refused, double Unsure, TimeSpan Longest)
{
    public static StoreWeather Fair { get; } = new(0, 0, TimeSpan.FromMilliseconds(5));
}

/// <summary>
/// Stands between a node and the store: every call takes time, may fail before it arrived, and may fail after it was done. What the contract says of a
/// failure is kept: unavailable = nothing was written, unknown = perhaps, and perhaps only in a while.
/// </summary>
#pragma warning disable CA1852 // The proxy is a subclass made at run time.
internal class StoreLink : DispatchProxy
#pragma warning restore CA1852
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMicroseconds(200);
    private static readonly TimeSpan LongestGhost = TimeSpan.FromSeconds(4);
    private static readonly ConcurrentDictionary<MethodInfo, Func<StoreLink, MethodInfo, object?[], object>> Calls = new();

    private MemoryStore _store = null!;
    private Node _node = null!;

    public static IVenueStore Between(Node node, MemoryStore store)
    {
        var proxy = Create<IVenueStore, StoreLink>();
        ((StoreLink)(object)proxy)._store = store;
        ((StoreLink)(object)proxy)._node = node;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        Calls.GetOrAdd(targetMethod!, MakeCall)(this, targetMethod!, args ?? []);

    private static Func<StoreLink, MethodInfo, object?[], object> MakeCall(MethodInfo method)
    {
        if (method.ReturnType == typeof(ValueTask))
        {
            return (link, asked, args) => new ValueTask(link.Carry(asked, () => Done((ValueTask)asked.Invoke(link._store, args)!)));
        }

        var answer = method.ReturnType.GetGenericArguments()[0];
        var typed = typeof(StoreLink).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(answer);
        return (link, asked, args) => typed.Invoke(link, [asked, args])!;
    }

    private ValueTask<T> Typed<T>(MethodInfo asked, object?[] args) => new(Carry(asked, () => (ValueTask<T>)asked.Invoke(_store, args)!));

    private static async ValueTask<bool> Done(ValueTask work)
    {
        await work;
        return true;
    }

    private async Task<T> Carry<T>(MethodInfo asked, Func<ValueTask<T>> work)
    {
        var (world, weather) = (_node.World, _node.Store);
        var (there, back) = (world.Chance.Within(Shortest, weather.Longest), world.Chance.Within(Shortest, weather.Longest));
        if (world.Chance.Happens(weather.Refused))
        {
            await _node.Time.Wait(there);
            throw new StoreException(StoreFailure.Unavailable, $"{asked.Name}: the store cannot be reached.");
        }

        if (!world.Chance.Happens(weather.Unsure))
        {
            // What has left a node arrives, whatever becomes of the node meanwhile.
            await world.Line.Wait(there);
            var answer = await Happen(asked, work);
            await _node.Time.Wait(back);
            return answer;
        }

        switch (world.Chance.Below(3))
        {
            case 0:
                await world.Line.Wait(there);
                await Happen(asked, work);
                break;
            case 1:
                world.Line.After(world.Chance.Within(there, LongestGhost), () => _ = Happen(asked, work));
                break;
        }

        await _node.Time.Wait(there + back);
        world.Trace($"{_node}: {asked.Name} unknown");
        throw new StoreException(StoreFailure.Unknown, $"{asked.Name}: the connection to the store was lost before its answer.");
    }

    /// <summary>It has arrived at the store.</summary>
    private async Task<T> Happen<T>(MethodInfo asked, Func<ValueTask<T>> work)
    {
        var answer = await work();
        if (asked.Name == nameof(IVenueStore.Append) && answer is IReadOnlyList<AppendResult> results)
        {
            _node.World.Trace($"{_node}: append {string.Join(' ', results.Select(result => result.GetType().Name))}");
        }

        return answer;
    }
}
