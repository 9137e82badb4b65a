using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Reception.Contracts;

namespace Reception.Client;

/// <summary>
/// What a person can do. Every method stores the command, sends it in order until it is answered, and completes with the answer: a refusal is an
/// <see cref="Answer"/> with <see cref="Answer.Ok"/> false, a code and words, never an exception. Without contact it waits; a cancelled wait is
/// not a cancelled command.
/// </summary>
public sealed partial class ReceptionClient
{
    /// <summary>A command of this person, made now, with an id of its own. Make it when the button is drawn: a double tap then has one effect.</summary>
    public Command Make(string kind, IReadOnlyDictionary<string, string> args, IReadOnlyDictionary<string, string>? fields = null)
    {
        Span<byte> id = stackalloc byte[15];
        RandomNumberGenerator.Fill(id);
        return new(Base64Url.EncodeToString(id), kind, Time.Now, args, fields);
    }

    /// <summary>The one way to change anything.</summary>
    public Task<Answer> Do(Command command, CancellationToken stop = default) => sender.Do(command).WaitAsync(stop);

    /// <summary>Sends once, past the outbox, by the link there is. Null when no answer came. For tools; a person's command belongs into <see cref="Do"/>.</summary>
    public Task<Answer?> TryOnce(Command command, CancellationToken stop = default) => sender.Once(command, stop);

    /// <summary>Pulls a trigger of a journey. <paramref name="fields"/>: what the playbook asks for. <paramref name="reason"/>: for an override.</summary>
    public Task<Answer> Pull(string journey, string trigger, IReadOnlyDictionary<string, string>? fields = null, string? reason = null) =>
        Send(Kinds.Pull, fields, ("journey", journey), ("trigger", trigger), ("reason", reason));

    /// <summary>Opens a journey of a playbook; <see cref="Answer.Created"/> names it.</summary>
    public Task<Answer> Open(string playbook, string trigger, IReadOnlyDictionary<string, string>? fields = null) =>
        Send(Kinds.Pull, fields, ("playbook", playbook), ("trigger", trigger));

    /// <summary>Takes back the last trigger of a journey, within 30 s of venue time.</summary>
    public Task<Answer> Undo(string journey) => Send(Kinds.Undo, null, ("journey", journey));

    /// <summary>Corrects words about a guest.</summary>
    public Task<Answer> CorrectCard(string guest, IReadOnlyDictionary<string, string> fields) => Send(Kinds.GuestCard, fields, ("guest", guest));

    /// <summary>Destroys a guest's card and its key.</summary>
    public Task<Answer> Erase(string guest) => Send(Kinds.GuestErase, null, ("guest", guest));

    /// <summary>A free call with ready words. <paramref name="to"/>: position ids, or <c>everyone</c>; or one person.</summary>
    public Task<Answer> Raise(string phrase, IEnumerable<string>? to = null, string? staff = null, string? journey = null, string? place = null) =>
        Send(Kinds.AlertRaise, null, ("phrase", phrase), ("to", Join(to)), ("staff", staff), ("journey", journey), ("place", place));

    /// <summary>收到. <paramref name="position"/>: for whom, when the person holds several that are asked.</summary>
    public Task<Answer> Acknowledge(AlertView alert, string? position = null) => Send(Kinds.AlertAcknowledge, null, ("alert", alert.Id), ("position", position));

    /// <summary>稍候 N 分钟.</summary>
    public Task<Answer> Delay(AlertView alert, int minutes) =>
        Send(Kinds.AlertDelay, null, ("alert", alert.Id), ("minutes", minutes.ToString(CultureInfo.InvariantCulture)));

    /// <summary>去不了: goes on to the next at once.</summary>
    public Task<Answer> Decline(AlertView alert) => Send(Kinds.AlertDecline, null, ("alert", alert.Id));

    /// <summary>完成.</summary>
    public Task<Answer> Done(AlertView alert) => Send(Kinds.AlertDone, null, ("alert", alert.Id));

    /// <summary>Takes back one's own alert, within 30 s.</summary>
    public Task<Answer> Cancel(AlertView alert) => Send(Kinds.AlertCancel, null, ("alert", alert.Id));

    /// <summary>Takes these positions and begins duty, or changes it.</summary>
    public Task<Answer> DutyStart(params IEnumerable<string> positions) => Send(Kinds.DutyStart, null, ("positions", Join(positions)));

    /// <summary>Ends duty. <paramref name="heir"/>: who takes over what is open.</summary>
    public Task<Answer> DutyEnd(string? heir = null) => Send(Kinds.DutyEnd, null, ("heir", heir));

    /// <summary>临时离岗 for a stated time. <paramref name="cover"/>: who stands in.</summary>
    public Task<Answer> Away(int minutes, string? cover = null) =>
        Send(Kinds.DutyAway, null, ("minutes", minutes.ToString(CultureInfo.InvariantCulture)), ("cover", cover));

    /// <summary>Back from away.</summary>
    public Task<Answer> Back() => Send(Kinds.DutyBack, null);

    /// <summary>Stands in for somebody (替岗).</summary>
    public Task<Answer> Cover(string staff, string position) => Send(Kinds.DutyCover, null, ("staff", staff), ("position", position));

    /// <summary>Ticks an item off.</summary>
    public Task<Answer> Tick(string item) => Send(Kinds.ItemTick, null, ("item", item));

    /// <summary>An item is not done, on purpose.</summary>
    public Task<Answer> Skip(string item) => Send(Kinds.ItemSkip, null, ("item", item));

    /// <summary>Takes a place out of use, or back.</summary>
    public Task<Answer> SetPlace(string place, bool open) => Send(Kinds.PlaceOpen, null, ("place", place), ("open", open ? "true" : "false"));

    /// <summary>Says what the weather is: clear, cloudy, rain, snow or hot.</summary>
    public Task<Answer> Weather(string weather) => Send(Kinds.Weather, null, ("weather", weather));

    /// <summary>Ends a session; its sockets close.</summary>
    public Task<Answer> Revoke(string session) => Send(Kinds.SessionRevoke, null, ("session", session));

    private Task<Answer> Send(string kind, IReadOnlyDictionary<string, string>? fields, params ReadOnlySpan<(string Name, string? Value)> args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
        {
            if (value is not null)
            {
                given.Add(name, value);
            }
        }

        return sender.Do(Make(kind, given, fields));
    }

    private static string? Join(IEnumerable<string>? ids) => ids is null ? null : string.Join(',', ids);
}
