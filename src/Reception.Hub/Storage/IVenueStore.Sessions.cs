namespace Reception.Hub.Storage;

/// <summary>Who may speak: sessions and one-time codes. Of tokens and codes the store has only SHA-256. Times here are host time, given by the caller.</summary>
internal partial interface IVenueStore
{
    ValueTask OpenSession(SessionRow session, CancellationToken stop = default);

    /// <summary>The session with this token, revoked or not; null when there is none.</summary>
    ValueTask<SessionRow?> SessionBy(byte[] tokenHash, CancellationToken stop = default);

    /// <summary>The sessions of a venue, the newest first; revoked ones too.</summary>
    ValueTask<IReadOnlyList<SessionRow>> Sessions(string venue, CancellationToken stop = default);

    /// <summary>Moves "last seen" of many sessions forward, in one statement. It never goes back.</summary>
    ValueTask Seen(IReadOnlyCollection<string> sessionIds, DateTimeOffset at, CancellationToken stop = default);

    /// <summary>Ends a session of this venue. False when there is none or it had ended before; the first time is kept.</summary>
    ValueTask<bool> Revoke(string venue, string sessionId, DateTimeOffset at, CancellationToken stop = default);

    ValueTask AddCode(CodeRow code, CancellationToken stop = default);

    /// <summary>Uses a code up in one atomic statement: of any number of tries at once one gets the row, the others null; so do tries at or after its end.</summary>
    ValueTask<CodeRow?> Redeem(byte[] codeHash, DateTimeOffset now, CancellationToken stop = default);
}
