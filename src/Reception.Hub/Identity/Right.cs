namespace Reception.Hub.Identity;

/// <summary>Who may.</summary>
internal enum Right
{
    /// <summary>Everybody, signed in or not.</summary>
    Open,

    /// <summary>Whoever has a session. Positions and duty are judged by the state machine.</summary>
    Session,

    /// <summary>Holders of a session of a supervisor's position.</summary>
    Desk,

    /// <summary>Everybody, and only in a demo; elsewhere it does not exist.</summary>
    Demo,
}
