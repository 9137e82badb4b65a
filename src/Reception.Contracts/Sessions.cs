namespace Reception.Contracts;

/// <summary><c>POST /enrol</c>: a one-time code becomes a session. No session needed; ten tries a minute per address.</summary>
/// <param name="Code">Eight characters as given out by a supervisor; case and spaces do not matter.</param>
/// <param name="Device">What the holder calls the device; 1 to 40 characters.</param>
public sealed record Enrol(string Code, string Device);

/// <summary>The session. <paramref name="Token"/> is shown once: sent as <c>Authorization: Bearer</c>, on the socket as <c>access_token</c>.</summary>
public sealed record Session(string Token, string SessionId, string Venue, string Staff, string Device, string Stream);

/// <summary><c>POST /codes</c> (desk): a code for one person, good once, for 15 minutes.</summary>
public sealed record MakeCode(string Staff);

/// <summary>The code, shown once. <paramref name="Expires"/> in host time, ms.</summary>
public sealed record EnrolCode(string Value, long Expires);

/// <summary><c>POST /demo/sessions</c> (only in a demo): signs in one of its staff.</summary>
public sealed record DemoSession(string Staff);

/// <summary><c>POST /demo/silent</c> (only in a demo): the crew of a position does nothing, or again.</summary>
public sealed record DemoSilence(string Position, bool Silent);

/// <summary>A refusal over HTTP (RFC 9457), with our code.</summary>
public sealed record Problem(string Type, string Title, int Status, string Code, Text Words);

/// <summary><c>GET /log</c> (desk): one entry, in words and with what a checker needs. Times in ms.</summary>
/// <param name="Outcome">ok, refused or system.</param>
/// <param name="Events">Kinds of what happened, in order; <paramref name="Words"/> one line a person reads.</param>
/// <param name="Step">For an escalation: alert id and step, <c>alert/2</c>; with when it was due and when it was taken (venue time).</param>
public sealed record LogRow(
    long Seq, string? CommandId, string? Staff, string? Device, long At, string Day, string Outcome, string? Code,
    IReadOnlyList<string> Events, Text Words, string? Step, long? Due, long? Fired, string Mark);

/// <summary>A page of the log, oldest first. <paramref name="Next"/>: the <c>since</c> of the next page, 0 at the end.</summary>
public sealed record LogPage(IReadOnlyList<LogRow> Rows, long Next);
