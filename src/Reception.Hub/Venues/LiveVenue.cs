using Reception.Contracts;
using Reception.Hub.Identity;

namespace Reception.Hub.Venues;

/// <summary>A venue that this node holds in memory.</summary>
internal sealed class LiveVenue(string id, VenueMoment moment)
{
    private readonly VenueMoment _current = moment;

    public string Id { get; } = id;

    /// <summary>The venue as last committed. Read it once and work on what was read.</summary>
    public VenueMoment Current => _current;

    /// <summary>
    /// A command of a person. Answered after its entry is committed, never before; the same id again gives the first answer.
    /// After five seconds the answer is <c>busy</c>, and the entry may still come: the client sends the same id again.
    /// </summary>
    public ValueTask<Answer> Do(SessionIdentity who, Contracts.Command command, CancellationToken stop) => throw new NotSupportedException();

    /// <summary>The hub's own work: receipts, a lost device, what falls due.</summary>
    /// <returns>True once it is committed, or when there was nothing to do; false when the store did not take it: try again later.</returns>
    public Task<bool> Do(Domain.Command work) => throw new NotSupportedException();

    /// <summary>
    /// Called by the writer after each commit, in commit order, with the moment before and after (one or several entries apart).
    /// It must neither wait nor throw. A venue with subscribers stays in memory.
    /// When <c>after.Seq</c> is not above <c>before.Seq</c>, the store's history is another one than this node remembered.
    /// </summary>
    public IDisposable Subscribe(Action<VenueMoment, VenueMoment> committed) => throw new NotSupportedException();

    /// <summary>Whether the log had this mark at this number; only the last 4 096 are known. 0 is never known.</summary>
    public bool KnowsMark(long seq, string mark) => throw new NotSupportedException();
}
