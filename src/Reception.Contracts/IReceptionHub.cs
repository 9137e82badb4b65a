namespace Reception.Contracts;

/// <summary>What a client may call on <c>/hub</c>. Rights: every method needs a session; which commands a session may send is judged per kind.</summary>
public interface IReceptionHub
{
    /// <summary>First call on a connection: from where the client goes on. The differences follow as <see cref="IReceptionClient.Changes"/>.</summary>
    Task<Joined> Join(Join join);

    /// <summary>The one way to change anything. Answered after the commit, never before. The same <see cref="Command.CommandId"/> again gives the first answer again.</summary>
    Task<Answer> Do(Command command);

    /// <summary>Where the client stands, and what has arrived or was heard. Sent when one of them changed; never answered with an error.</summary>
    Task Report(Report report);
}

/// <summary>What the hub calls on a client. One connection receives its messages in order; a message may be missing (then <c>from</c> tells).</summary>
public interface IReceptionClient
{
    /// <summary>Differences, a head (nothing but from, to, mark, now) or a whole snapshot (<c>reset</c>).</summary>
    Task Changes(Changes changes);

    /// <summary>This connection is about to end: why, and how long to wait before the next try.</summary>
    Task Leave(Leave leave);
}
