using System.Collections.Immutable;
using Reception.Contracts;

namespace Reception.Client;

/// <summary>What a client tells.</summary>
public sealed partial class ReceptionClient
{
    /// <summary>
    /// An alert that is open, asks this person and was not answered by them: once when it arrives, again every <see cref="AlertView.AgainSeconds"/>.
    /// Say with <see cref="Heard"/> when it was played. One that is over never rings.
    /// </summary>
    public event Action<AlertView>? Rings;

    /// <summary>Somebody answered an alert that this person sent.</summary>
    public event Action<AlertAnswered>? Answered;

    /// <summary>An alert that was open here is over (or has gone while there was no contact): stop its sound.</summary>
    public event Action<AlertView>? Over;

    /// <summary>Views changed: the set before and after. After a snapshot too.</summary>
    public event Action<ViewsChanged>? Changed;

    /// <summary>25 s without a message: use the telephone.</summary>
    public event Action? ContactLost;

    /// <summary>The hub is heard again.</summary>
    public event Action? ContactBack;

    /// <summary>A socket, polling, or no link: for a small light. Losing a link is not yet a loss of contact.</summary>
    public event Action<LinkState>? LinkChanged;

    /// <summary>A command was refused, with words; of an earlier run of the program too.</summary>
    public event Action<RefusedCommand>? Refused;

    /// <summary>A command has its answer, whatever it is: for logs and measurements.</summary>
    public event Action<AnsweredCommand>? Settled;

    /// <summary>The session is over (revoked, or signed out): sign in again. What waits stays in the outbox under its session.</summary>
    public event Action<Leave>? LeftBehind;

    /// <summary>A handler of one of these events threw, or the outbox could not be written. The client goes on.</summary>
    public event Action<Exception>? Faulted;

    // All below runs on the event loop, in order. The views may be ahead of it: what is shown is judged by what has been looked at here, or a call
    // would ring once more between its answer and the message that shows it.
    private long seen;
    private ViewSet shown = ViewSet.Empty;

    private void See(ViewSet before, ViewSet after, Changes changes)
    {
        (seen, shown) = (changes.To, after);
        ready.TrySetResult();
        DropShown();
        Release();
        if (Session is { Staff: var me })
        {
            Sound(after, me);
            reporter.Arrived(after, me, changes.To);
            foreach (var answered in AlertWatch.Answered(before, after, changes, me))
            {
                Answered?.Invoke(answered);
            }
        }

        foreach (var over in AlertWatch.Over(before, after, changes))
        {
            Over?.Invoke(over);
        }

        if (!changes.IsHead())
        {
            Changed?.Invoke(new(before, after));
        }
    }

    private Taken Take(Changes changes)
    {
        Time.Heard(changes);
        contact.Heard();
        var taken = store.Take(changes);
        connector.Seen(changes, taken);
        if (taken == Taken.Fetch)
        {
            Interlocked.Increment(ref counters.Gaps);
            fetcher.Want();
        }

        if (changes.IsHead())
        {
            loop.Post(() => reporter.Head(Cursor.Seq));
        }

        return taken;
    }

    private void Used(ILink? link)
    {
        LinkChanged?.Invoke(StateOf(link));
        if (link is null)
        {
            return;
        }

        reporter.Again();
        SoundAgain();
        if (Session is { Staff: var me })
        {
            // The first snapshot may have been here before the answer that says who we are.
            reporter.Arrived(Views, me, Cursor.Seq);
        }
    }

    private void End(Leave leave)
    {
        ready.TrySetException(new HubProblemException(System.Net.HttpStatusCode.Unauthorized, ErrorCodes.NotSignedIn.Id, ErrorCodes.NotSignedIn.En));
        _ = ready.Task.Exception;
        LeftBehind?.Invoke(leave);
    }

    // Not on the loop: who has just tapped sees it wait.
    private void Waits(Command command)
    {
        ImmutableInterlocked.Update(ref pending, waiting => waiting.Add(new(command)));
        loop.Post(SoundAgain);
    }

    private void Settle(AnsweredCommand done)
    {
        var (command, answer) = (done.Command, done.Answer);
        ImmutableInterlocked.Update(ref pending, waiting => waiting.FindIndex(one => one.Command.CommandId == command.CommandId) switch
        {
            < 0 => waiting,
            var index when answer.Ok && answer.Seq > seen => waiting.SetItem(index, waiting[index] with { Answer = answer }),
            var index => waiting.RemoveAt(index),
        });
        Settled?.Invoke(done);
        if (!answer.Ok)
        {
            // A refused answer to an alert no longer keeps it quiet.
            SoundAgain();
            Refused?.Invoke(new(command, answer));
        }
    }

    private void DropShown() => ImmutableInterlocked.Update(ref pending, waiting => waiting.RemoveAll(one => one.Answer is { } answer && answer.Seq <= seen));

    private void Sound(ViewSet views, string me) => ringer.See(views, me, AlertIsBeingAnswered);

    private void SoundAgain()
    {
        if (Session is { Staff: var me })
        {
            Sound(shown, me);
        }
    }

    private bool AlertIsBeingAnswered(string alert) => pending.Any(one =>
        one.Command.Kind is Kinds.AlertAcknowledge or Kinds.AlertDelay or Kinds.AlertDecline or Kinds.AlertDone
        && one.Command.Args.GetValueOrDefault("alert") == alert);

    private void Release()
    {
        foreach (var (_, done) in waiters.Where(one => one.Seq <= Cursor.Seq))
        {
            done.TrySetResult();
        }

        waiters.RemoveAll(one => one.Done.Task.IsCompleted);
    }
}

/// <summary>The set before a change and after it.</summary>
public sealed record ViewsChanged(ViewSet Before, ViewSet After);
