using System.Security.Cryptography;
using System.Text;
using Reception.Domain;
using Reception.Hub.Identity;

namespace Reception.Chaos.Worlds;

/// <summary>One seed: nodes, store, phones, people and what befalls them. The same seed is the same world, to the last byte of its story.</summary>
internal sealed class World
{
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(75);
    private static readonly DateTimeOffset StoreBegins = new(2026, 11, 28, 1, 0, 0, TimeSpan.Zero);

    // By day, across the turn of the day, in the evening.
    private static readonly DateTimeOffset[] Hours =
        [new(2026, 11, 28, 14, 0, 0, TimeSpan.FromHours(8)), new(2026, 11, 28, 3, 57, 0, TimeSpan.FromHours(8)), new(2026, 11, 28, 19, 0, 0, TimeSpan.FromHours(8))];

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Acts _acts;
    private readonly Faults _faults;
    private readonly TimeSpan _loud;
    private TimeSpan? _quietSince;
    private int _ids;

    public World(int seed)
    {
        Chance = new(seed);
        Line = new(Chance);
        Pace = Chance.Of<double>([1, 4, 10]);
        Begins = Chance.Of(Hours);
        _loud = TimeSpan.FromSeconds(Chance.Between(60, 150));
        Store = new(() => StoreNow, Line.Wait, (_, entry) => Judge!.Appended(entry));
        Judge = new(this);
        Wire = new(this);
        _acts = new(this);
        _faults = new(this);
        Phones = [.. Centre.Library.Venue.Staff.Select(person => new Phone(this, IdentityOf(person.Id, person.Allowed.Any(IsDesk))))];
    }

    public Chance Chance { get; }

    public Timeline Line { get; }

    public MemoryStore Store { get; }

    public MemoryKeys Keys { get; } = new();

    public Judge Judge { get; }

    public Wire Wire { get; }

    public double Pace { get; }

    /// <summary>Venue time at the beginning.</summary>
    public DateTimeOffset Begins { get; }

    public List<Node> Nodes { get; } = [];

    public IReadOnlyList<Node> UpNodes => [.. Nodes.Where(node => node.IsUp)];

    public IReadOnlyList<Phone> Phones { get; }

    public TimeSpan Network { get; set; } = TimeSpan.FromMilliseconds(80);

    public double AnswersLost { get; set; }

    /// <summary>How far the store's clock has been moved.</summary>
    public TimeSpan ClockOffset { get; set; }

    public int ClockSteps { get; set; }

    /// <summary>Until when anything between nodes, store and clock is or may still be ill.</summary>
    public TimeSpan IllUntil { get; private set; }

    /// <summary>When the last node went down with none beside it, or the first came up again.</summary>
    public TimeSpan UpSince { get; private set; }

    public TimeSpan QuietFor => _quietSince is { } since ? Line.Now - since : TimeSpan.Zero;

    public DateTimeOffset VenueNow => Begins + ((StoreNow - StoreBegins - Anchored) * Pace);

    public List<string> Story { get; } = [];

    /// <summary>The first promise that did not hold.</summary>
    public string? Failure { get; private set; }

    public string Hash { get; private set; } = "";

    public string Summary => $"pace {Pace}, {Judge.Log.Count} entries, {Judge.Answers} commands answered, {_faults.Count} faults";

    private DateTimeOffset StoreNow => StoreBegins + Line.Now + ClockOffset;

    private TimeSpan Anchored => Store.InForce is { } anchor ? anchor.StoreTime - StoreBegins : TimeSpan.Zero;

    public async Task Run()
    {
        OneThread.Begin();
        for (var number = Chance.Between(1, 3); number > 0; number--)
        {
            Begin(Nodes.Count + 1, 1);
        }

        await Until(TimeSpan.FromSeconds(2));
        await SignIn();
        await Until(Opening);
        foreach (var phone in Phones)
        {
            _acts.TakePositions(phone);
        }

        Act();
        _faults.Begin();
        await Until(Opening + _loud);
        _faults.End();
        _quietSince = Line.Now;
        await Until(Opening + _loud + Quiet);
        if (Failure is null)
        {
            Judge.End();
        }

        Close();
    }

    /// <summary>A process starts.</summary>
    public void Begin(int number, int life)
    {
        var node = new Node(this, number, life);
        Nodes.RemoveAll(former => former.Number == number);
        Nodes.Add(node);
        _ = node.Start();
    }

    /// <summary>Somebody puts an older backup of the store back.</summary>
    public void Restore(int fewer)
    {
        Trace($"the store is restored without its last {fewer} entries");
        IllFor(TimeSpan.FromSeconds(25));
        Judge.Forget(fewer);
        Store.Restore(Centre.Venue, fewer, Judge.State.NextDue);
    }

    public int NextId() => ++_ids;

    public void NodeIs(Node node, string what)
    {
        UpSince = UpNodes.All(other => other == node) ? Line.Now : UpSince;
        Trace($"{node} {what}");
    }

    public void IllFor(TimeSpan time) => IllUntil = Line.Now + time > IllUntil ? Line.Now + time : IllUntil;

    public void Trace(string what)
    {
        var line = $"{Line.Now:mm\\:ss\\.ffffff} {what}";
        Story.Add(line);
        _hash.AppendData(Encoding.UTF8.GetBytes(line));
    }

    public void Hold(string promise, bool holds, string otherwise)
    {
        if (!holds)
        {
            Fail(promise, otherwise);
        }
    }

    public void Fail(string promise, string words)
    {
        Failure ??= $"{promise}: {words}";
        Trace($"BROKEN {promise}: {words}");
    }

    private async Task Until(TimeSpan end)
    {
        if (await Line.RunUntil(end, Failed) is { } spins)
        {
            Fail("rig", spins);
        }
    }

    private bool Failed() => Failure is not null;

    private async Task SignIn()
    {
        var venue = await Nodes[0].Venues.Get(Centre.Venue);
        foreach (var phone in Phones)
        {
            var opened = venue.Do(new Command.OpenSession(phone.Who.Session, phone.Who.Staff, phone.Who.Device, phone.Who.Desk));
            await Line.RunUntil(Line.Now + TimeSpan.FromMilliseconds(200), () => opened.IsCompleted);
            Hold("rig", await opened, $"no session for {phone.Who.Staff}");
            phone.Connect();
        }
    }

    private void Act() => Line.After(Chance.Within(TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(3)), () =>
    {
        if (_quietSince is null)
        {
            _acts.Act();
            Act();
        }
    });

    private void Close()
    {
        foreach (var entry in Judge.Log)
        {
            _hash.AppendData(Encoding.UTF8.GetBytes(Canonical.Of(entry.Body)));
        }

        Hash = Convert.ToHexStringLower(_hash.GetHashAndReset())[..16];
        foreach (var node in Nodes)
        {
            node.Time.Die();
        }
    }

    private static bool IsDesk(PositionId position) => Centre.Library.Venue.Positions.Any(known => known.Id == position && known.Desk);

    private static SessionIdentity IdentityOf(StaffId staff, bool desk) => new($"session-{staff}", Centre.Venue, staff, new($"phone-{staff}"), desk);
}
