using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Reception.Hub.Storage;

namespace Reception.Hub.Tests.Infrastructure;

/// <summary>What a test may do to the store that the hub sees: hold its commits, make them fail, move the clock's anchor.</summary>
internal sealed class StoreSwitch
{
    private TaskCompletionSource? _held;

    /// <summary>How far venue time was put forward.</summary>
    public TimeSpan Shift { get; set; }

    /// <summary>Appends that have reached the store.</summary>
    public int Appends { get; private set; }

    /// <summary>An append was carried out and waits to be told.</summary>
    public bool IsHolding { get; private set; }

    /// <summary>Called before each append; what it throws, the hub gets.</summary>
    public Action<AppendRequest>? Before { get; set; }

    /// <summary>Called after each append that was carried out; what it throws, the hub gets instead of the result.</summary>
    public Action<AppendRequest>? After { get; set; }

    /// <summary>A method of the store that has a bug.</summary>
    public string? Fails { get; set; }

    /// <summary>From now on appends are carried out, but nobody hears of it until <see cref="Release"/>.</summary>
    public void Hold() => _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release()
    {
        _held?.TrySetResult();
        _held = null;
    }

    public static IVenueStore Put(StoreSwitch rules, IVenueStore store)
    {
        var proxy = DispatchProxy.Create<IVenueStore, Between>();
        ((Between)(object)proxy).Connect(rules, store);
        return proxy;
    }

    private async ValueTask<IReadOnlyList<AppendResult>> Append(IVenueStore store, IReadOnlyList<AppendRequest> requests, CancellationToken stop)
    {
        var held = _held?.Task ?? Task.CompletedTask;
        foreach (var request in requests)
        {
            Before?.Invoke(request);
        }

        var results = await store.Append(requests, stop);
        Appends++;
        IsHolding = !held.IsCompleted;
        await held;
        IsHolding = false;
        foreach (var request in requests)
        {
            After?.Invoke(request);
        }

        return results;
    }

    private async ValueTask<ClockAnchor> Anchor(IVenueStore store, ClockAnchor anchor, CancellationToken stop)
    {
        var inForce = await store.Anchor(anchor, stop);
        return inForce with { VenueTime = inForce.VenueTime + Shift };
    }

    /// <summary>Everything goes through, save what the switch is about.</summary>
    [SuppressMessage("Performance", "CA1852", Justification = "The proxy inherits it at run time.")]
    [SuppressMessage("Reliability", "CA2012", Justification = "Handed on to the caller, who awaits it once.")]
    internal class Between : DispatchProxy
    {
        private StoreSwitch _rules = new();
        private IVenueStore? _store;

        public void Connect(StoreSwitch rules, IVenueStore store) => (_rules, _store) = (rules, store);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => (targetMethod!.Name, args) switch
        {
            _ when targetMethod.Name == _rules.Fails => throw new InvalidOperationException("a bug"),
            (nameof(IVenueStore.Append), [IReadOnlyList<AppendRequest> requests, CancellationToken stop]) => _rules.Append(_store!, requests, stop),
            (nameof(IVenueStore.Anchor), [ClockAnchor anchor, CancellationToken stop]) => _rules.Anchor(_store!, anchor, stop),
            // The store belongs to its folder.
            (nameof(IAsyncDisposable.DisposeAsync), _) => ValueTask.CompletedTask,
            _ => targetMethod.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null),
        };
    }
}
