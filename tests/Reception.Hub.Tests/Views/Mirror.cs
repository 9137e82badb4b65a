using Reception.Contracts;

namespace Reception.Hub.Tests.Views;

/// <summary>What PROTOCOL.md tells a client to do, and no more: a dictionary of views and a cursor.</summary>
internal sealed class Mirror
{
    private readonly Dictionary<(string Kind, string Id), IView> _views = [];

    public long Cursor { get; private set; }

    public string Mark { get; private set; } = "";

    public IReadOnlyDictionary<(string Kind, string Id), IView> Views => _views;

    /// <returns>False: it has to fetch.</returns>
    public bool Apply(Changes changes)
    {
        if (changes.Reset)
        {
            _views.Clear();
        }
        else if (changes.From > Cursor)
        {
            return false;
        }
        else if (changes.To < Cursor)
        {
            return true;
        }

        foreach (var (kind, view) in All(changes).Where(one => !_views.TryGetValue((one.Kind, one.View.Id), out var old) || one.View.Seq > old.Seq))
        {
            _views[(kind, view.Id)] = view;
        }

        foreach (var gone in changes.Gone ?? [])
        {
            _views.Remove((gone.Kind, gone.Id));
        }

        (Cursor, Mark) = (changes.To, changes.Mark);
        return true;
    }

    public static IEnumerable<(string Kind, IView View)> All(Changes changes) =>
    [
        .. Of("venue", changes.Venue is { } venue ? [venue] : null), .. Of("guest", changes.Guests), .. Of("journey", changes.Journeys), .. Of("alert", changes.Alerts),
        .. Of("receipt", changes.Receipts), .. Of("item", changes.Items), .. Of("position", changes.Positions), .. Of("staff", changes.Staff),
        .. Of("place", changes.Places), .. Of("session", changes.Sessions),
    ];

    private static IEnumerable<(string Kind, IView View)> Of(string kind, IEnumerable<IView>? views) => (views ?? []).Select(view => (kind, view));
}
