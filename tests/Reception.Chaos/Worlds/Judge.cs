using System.Security.Cryptography;
using Reception.Client;
using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Venues;
using Reception.Hub.Identity;
using Reception.Hub.Storage;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Chaos.Worlds;

/// <summary>Folds the log by itself, entry by entry as it is committed, and holds every promise against it while the world goes on.</summary>
internal sealed class Judge(World world)
{
    private static readonly TimeSpan AtHeadWithin = TimeSpan.FromSeconds(10);

    /// <summary>A look at the heads, a message that was under way, a phone that was out of range.</summary>
    private static readonly TimeSpan RestoreNoticed = TimeSpan.FromSeconds(40);

    private readonly List<StoredEntry> _log = [];
    private readonly List<VenueState> _states = [new(Centre.Venue)];
    private readonly Dictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly Mirrors _mirrors = new(world);
    private readonly List<(TimeSpan At, long Changed)> _changes = [];
    private Calls _calls = new(world);
    private Ways _ways = new(world);
    private TimeSpan _doubtUntil;
    private byte[] _mark = Mark.First(Centre.Venue).ToBytes();

    public VenueState State => _states[^1];

    public int Answers => _answers.Count;

    public IReadOnlyList<StoredEntry> Log => _log;

    /// <summary>The state after an entry, and the chain's mark there.</summary>
    public (VenueState State, Mark Mark) At(long seq) => (_states[(int)seq], seq == 0 ? Mark.First(Centre.Venue) : Mark.Of(_log[(int)seq - 1].Mark));

    /// <summary>An older backup was put back: what came after it is no more, and for a moment nodes and phones cannot know.</summary>
    public void Forget(int entries)
    {
        _doubtUntil = world.Line.Now + RestoreNoticed;
        var end = _log.Count - entries;
        _log.RemoveRange(end, entries);
        _states.RemoveRange(end + 1, entries);
        _changes.RemoveRange(end, entries);
        _mark = At(end).Mark.ToBytes();
        foreach (var (id, _) in _answers.Where(answer => answer.Value.Seq > end).ToList())
        {
            _answers.Remove(id);
        }

        (_calls, _ways) = (new(world), new(world));
        foreach (var entry in _log.Select(stored => LogJson.ReadEntry(Centre.Venue, stored)))
        {
            _ways.Judge(entry);
        }
    }

    /// <summary>Whether the log had this mark there.</summary>
    public bool Knows(Cursor cursor) => cursor.Seq <= _log.Count && cursor.Mark == At(cursor.Seq).Mark.Value;

    public void Appended(StoredEntry stored)
    {
        _mark = SHA256.HashData([.. _mark, .. stored.Body]);
        world.Hold("P2", stored.Seq == _log.Count + 1 && _mark.AsSpan().SequenceEqual(stored.Mark), $"entry {stored.Seq} does not go on from {_log.Count}");
        world.Hold("P5", stored.CommandId is null || _log.TrueForAll(earlier => earlier.CommandId != stored.CommandId), $"{stored.CommandId} has two entries");
        var entry = LogJson.ReadEntry(Centre.Venue, stored);
        var before = State;
        var after = Folder.Fold(before, entry);
        _log.Add(stored);
        _states.Add(after);
        _changes.Add((world.Line.Now, after.Changed));
        world.Trace($"{stored.Seq} {entry.At:HH:mm:ss.fff} {entry.Who?.Value} {stored.CommandId} {entry.Refusal?.Code.Value} {string.Join(' ', entry.Events.Select(Short))}");
        _calls.Judge(before, entry, after);
        _ways.Judge(entry);
        Lost(entry);
    }

    /// <summary>The hub says this to whoever asks: then it must be in the log, and the same each time.</summary>
    public void Answered(Contracts.Command command, SessionIdentity who, Answer answer)
    {
        if (answer.Seq == 0)
        {
            world.Hold("P1", !answer.Ok, $"{command.CommandId} is answered ok without an entry");
            return;
        }

        if (world.Line.Now < _doubtUntil)
        {
            return;
        }

        var entry = answer.Seq <= _log.Count ? LogJson.ReadEntry(Centre.Venue, _log[(int)answer.Seq - 1]) : null;
        world.Hold(
            "P1", entry?.CommandId?.Value == command.CommandId && entry.Who == who.Staff && entry.Refusal?.Code.Value == answer.Code,
            $"{command.CommandId} is answered with {answer.Seq} {answer.Code ?? "ok"}, where the log has {entry?.CommandId?.Value ?? "nothing"} {entry?.Refusal?.Code.Value}");
        if (!_answers.TryAdd(command.CommandId, answer))
        {
            var first = _answers[command.CommandId];
            world.Hold("P5", (first.Seq, first.Ok, first.Code, first.At) == (answer.Seq, answer.Ok, answer.Code, answer.At), $"{command.CommandId} is answered {first} and then {answer}");
        }

        world.Hold(
            "P7", answer.Code != RefusalCodes.AlreadyAnswered || (answer.Args?.ContainsKey("who") == true && answer.Args.ContainsKey("at")),
            $"{command.CommandId} came second and is not told who was first and when");
    }

    /// <summary>A phone has applied something, or not.</summary>
    public void Moved(Phone phone, Cursor before, Changes changes)
    {
        var cursor = phone.Cursor;
        world.Hold("P2", cursor.Seq >= before.Seq || changes.Reset, $"{phone.Who.Staff} went back from {before.Seq} to {cursor.Seq}");
        world.Hold("P1", cursor.Seq == 0 || world.Line.Now < _doubtUntil || Knows(cursor), $"{phone.Who.Staff} was shown {cursor.Seq}, which is not in the log");
        if (world.Chance.OneIn(40))
        {
            _mirrors.Compare(phone);
        }
    }

    /// <summary>Long after the last fault.</summary>
    public void End()
    {
        var then = _changes.LastOrDefault(change => change.At < world.Line.Now - AtHeadWithin).Changed;
        foreach (var phone in world.Phones)
        {
            world.Hold(
                "P3", phone.IsConnected && phone.Cursor.Seq >= then && Knows(phone.Cursor),
                $"{phone.Who.Staff} is at {phone.Cursor}, the venue has long been at {then}, connected: {phone.IsConnected}");
            world.Hold("P5", phone.Outbox.Waiting == 0, $"{phone.Who.Staff} still has no answer to {phone.Outbox.Waiting} commands");
            _mirrors.Compare(phone);
        }

        _calls.End(State);
    }

    private static string Short(Event happened) => happened switch
    {
        Domain.Positions.DutyEvents.DeviceReached reached => $"DeviceReached({reached.Staff})",
        Domain.Positions.DutyEvents.DeviceLost lost => $"DeviceLost({lost.Staff})",
        VenueEvents.FellDue fell => $"FellDue({fell.Kind} {fell.Id} {fell.Step})",
        _ => happened.GetType().Name,
    };

    /// <summary>P11: nobody is lost who was heard a moment ago; what nobody could hear does not count.</summary>
    private void Lost(Entry entry)
    {
        foreach (var lost in entry.Events.OfType<Domain.Positions.DutyEvents.DeviceLost>().Where(_ => world.Line.Now > world.IllUntil))
        {
            var phone = world.Phones.First(phone => phone.Who.Device == lost.Device);
            var silent = world.Line.Now - (phone.LastContact > world.UpSince ? phone.LastContact : world.UpSince);
            // Vouched for every ten seconds, lost after 15.
            world.Hold("P11", silent > TimeSpan.FromSeconds(4), $"{lost.Staff} is said to be lost after {silent.TotalSeconds:0.0} s");
        }
    }
}
