using Reception.Client;
using Reception.Contracts;
using Xunit.Sdk;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>What a phone has said to its holder, in order, until a test asks for it.</summary>
internal sealed class Ear
{
    private readonly Lock _gate = new();
    private readonly HashSet<(string Alert, int Answers)> _rung = [];
    private readonly List<AlertView> _unheard = [];
    private readonly List<AlertAnswered> _answers = [];
    private readonly List<AlertView> _over = [];
    private TaskCompletionSource _news = New();

    public IReadOnlyList<AlertView> Unheard
    {
        get
        {
            lock (_gate)
            {
                return [.. _unheard];
            }
        }
    }

    /// <summary>The same ring once more after half a minute is the phone's own doing; after an answer it is the hub's.</summary>
    public void Ring(AlertView alert)
    {
        lock (_gate)
        {
            if (_rung.Add((alert.Id, alert.Answers.Count)))
            {
                _unheard.Add(alert);
                Tell();
            }
        }
    }

    public void Answer(AlertAnswered answered) => Add(_answers, answered);

    public void End(AlertView alert) => Add(_over, alert);

    public void Hush()
    {
        lock (_gate)
        {
            _unheard.Clear();
            _answers.Clear();
        }
    }

    public Task<AlertView> Hears(string who, string zh) =>
        Take(_unheard, ring => ring.Ear.Zh == zh, () => $"{who} did not hear “{zh}”, but: {string.Join(" ", _unheard.Select(ring => ring.Ear.Zh))}");

    public Task<AlertView> Rings(string who, string alert) =>
        Take(_unheard, ring => ring.Id == alert, () => $"at {who} {alert} did not ring");

    public Task<AlertAnswered> IsAnswered(string who, string answer, string by) =>
        Take(_answers, told => told.By.Kind == answer && told.By.Staff == by,
            () => $"{who} was not told {answer} by {by}, but: {string.Join(", ", _answers.Select(told => $"{told.By.Kind} by {told.By.Staff}"))}");

    public Task<AlertView> IsOver(string who, string alert) => Take(_over, over => over.Id == alert, () => $"at {who} {alert} is not over");

    private async Task<T> Take<T>(List<T> from, Predicate<T> wanted, Func<string> instead)
    {
        using var limit = new CancellationTokenSource(SalesDay.Patience);
        while (true)
        {
            Task news;
            lock (_gate)
            {
                if (from.FindIndex(wanted) is >= 0 and var at)
                {
                    var found = from[at];
                    from.RemoveAt(at);
                    return found;
                }

                if (limit.IsCancellationRequested)
                {
                    throw new XunitException(instead());
                }

                news = _news.Task;
            }

            await news.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Add<T>(List<T> to, T one)
    {
        lock (_gate)
        {
            to.Add(one);
            Tell();
        }
    }

    private void Tell()
    {
        _news.TrySetResult();
        _news = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
