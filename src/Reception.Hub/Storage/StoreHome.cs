using Reception.Hub.Cards;

namespace Reception.Hub.Storage;

/// <summary>Where everything lies: a store, and the keys of its cards apart from it. Opened whole or not at all, and the two belong together.</summary>
internal abstract class StoreHome : IAsyncDisposable
{
    public abstract IVenueStore Store { get; }

    public abstract IKeyStore Keys { get; }

    /// <summary>For an operator; without a password.</summary>
    public abstract string Place { get; }

    public abstract ValueTask DisposeAsync();
}
