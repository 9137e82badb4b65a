using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Reception.Hub.Identity;
using Reception.Hub.Storage;
using Reception.Hub.Venues;

namespace Reception.Hub.Realtime;

/// <summary>The devices that this node hears from: by a socket, or because they asked a moment ago.</summary>
internal sealed class Contacts(TimeProvider host, IOptions<RealtimeOptions> options)
{
    private readonly ConcurrentDictionary<Contact, bool> _connected = [];
    private readonly ConcurrentDictionary<string, Contact> _asking = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource _news = New();

    /// <summary>Done when a device can be reached otherwise than its venue's state says; made anew by <see cref="TakeNews"/>.</summary>
    public Task News => _news.Task;

    /// <summary>Each device once: of one that has a socket and asks besides, the socket's word counts.</summary>
    public IReadOnlyList<Contact> All
    {
        get
        {
            foreach (var (session, _) in _asking.Where(asking => host.GetElapsedTime(asking.Value.Asked) > options.Value.PolledWithin))
            {
                _asking.TryRemove(session, out _);
            }

            return [.. _connected.Keys.OrderByDescending(contact => contact.Asked).Concat(_asking.Values).DistinctBy(contact => contact.Session)];
        }
    }

    public void TakeNews() => _news = New();

    /// <summary>It has a socket.</summary>
    public void Add(Contact contact, string? reach)
    {
        _connected[contact] = true;
        contact.Asked = host.GetTimestamp();
        Reached(contact, reach);
    }

    public void Remove(Contact contact) => _connected.TryRemove(contact, out _);

    /// <summary>It asked or reported without one. <paramref name="reach"/> null: as before.</summary>
    public void Asked(SessionIdentity who, LiveVenue venue, string? reach)
    {
        var contact = _asking.GetOrAdd(who.Session, _ => new(who, venue));
        contact.Asked = host.GetTimestamp();
        Reached(contact, reach);
    }

    public bool Hears(DeviceAt device) => All.Any(contact => contact.Device == device);

    private void Reached(Contact contact, string? reach)
    {
        contact.Says(reach);
        if (contact.IsNews)
        {
            _news.TrySetResult();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
