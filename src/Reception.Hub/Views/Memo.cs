using System.Collections.Concurrent;

namespace Reception.Hub.Views;

/// <summary>One view per id, with the objects that it was made from; another object means another view.</summary>
internal sealed class Memo<TView>
    where TView : class
{
    private readonly ConcurrentDictionary<string, Made> _made = new(StringComparer.Ordinal);

    /// <param name="sources">What the view is made from, compared by reference; an id's sources always stand in the same order.</param>
    public TView Get(string id, ReadOnlySpan<object?> sources, Func<TView> make)
    {
        if (_made.TryGetValue(id, out var made) && made.From(sources))
        {
            return made.View;
        }

        var view = make();
        _made[id] = new(sources.ToArray(), view);
        return view;
    }

    public void Forget(string id) => _made.TryRemove(id, out _);

    private sealed class Made(object?[] sources, TView view)
    {
        public TView View => view;

        public bool From(ReadOnlySpan<object?> others)
        {
            for (var i = 0; i < sources.Length; i++)
            {
                if (!ReferenceEquals(sources[i], others[i]))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
