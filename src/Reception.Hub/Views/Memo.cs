using System.Collections.Concurrent;

namespace Reception.Hub.Views;

/// <summary>One view per id, with the objects that it was made from; another object means another view.</summary>
internal sealed class Memo<TView>
    where TView : class
{
    private readonly ConcurrentDictionary<string, Made> _made = new(StringComparer.Ordinal);

    /// <summary>Whether the view made anew says no more than the one before it, made from <paramref name="old"/>.</summary>
    public delegate bool SaysTheSame(TView before, TView after, ReadOnlySpan<object?> old, ReadOnlySpan<object?> now);

    /// <param name="sources">What the view is made from, compared by reference; always in the same order.</param>
    /// <param name="same">When it says so, the view before stays, with its number.</param>
    public TView Get(string id, ReadOnlySpan<object?> sources, Func<TView> make, SaysTheSame? same = null)
    {
        if (_made.TryGetValue(id, out var made) && made.IsOf(sources))
        {
            return made.View;
        }

        var view = make();
        if (made is not null && same?.Invoke(made.View, view, made.Sources, sources) == true)
        {
            view = made.View;
        }

        _made[id] = new(sources.ToArray(), view);
        return view;
    }

    public void Forget(string id) => _made.TryRemove(id, out _);

    private sealed record Made(object?[] Sources, TView View)
    {
        public bool IsOf(ReadOnlySpan<object?> others)
        {
            for (var i = 0; i < Sources.Length; i++)
            {
                if (!ReferenceEquals(Sources[i], others[i]))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
