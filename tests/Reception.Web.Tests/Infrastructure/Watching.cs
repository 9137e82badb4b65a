using Reception.Client;

namespace Reception.Web.Tests.Infrastructure;

/// <summary>What another person's device comes to know: a browser may show a thing a moment earlier.</summary>
internal static class Watching
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task<T> Sees<T>(this ReceptionClient person, Func<ViewSet, T?> what)
        where T : class
    {
        var seen = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(ViewsChanged changed)
        {
            if (what(changed.After) is { } found)
            {
                seen.TrySetResult(found);
            }
        }

        person.Changed += Look;
        try
        {
            Look(new(person.Views, person.Views));
            return await seen.Task.WaitAsync(Patience);
        }
        finally
        {
            person.Changed -= Look;
        }
    }
}
