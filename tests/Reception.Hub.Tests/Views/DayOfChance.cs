using System.Collections.Immutable;
using Reception.Domain;
using Reception.Domain.Alerts;
using Reception.Domain.Positions;

namespace Reception.Hub.Tests.Views;

/// <summary>Steps of a day by chance, most of them sensible: whoever may pull a trigger of an open journey does, calls are answered or not, time goes on.</summary>
internal sealed class DayOfChance(int seed)
{
    private static readonly string[] Addresses = ["王先生", "单女士", "欧阳先生", "李总"];
    private readonly Random _chance = new(seed);

    public Day Day { get; } = new Day().Staffed();

    public void Step()
    {
        switch (_chance.Next(16))
        {
            case 0: Day.Pull(Day.Boss, "expect", null, ("address", Pick(Addresses)), ("eta", Ms(_chance.Next(-30, 90))), ("plate", "浙A12345"), ("manager", Day.Host)); break;
            case 1: Day.Pull(Day.Valet, "walk-in", null, ("address", Pick(Addresses)), ("size", "3")); break;
            case < 8: Trigger(); break;
            case 8: Alert(alert => new Command.Acknowledge(alert.Id, null)); break;
            case 9: Alert(alert => _chance.Next(2) == 0 ? new Command.Decline(alert.Id) : new Command.Delay(alert.Id, 2)); break;
            case 10: Alert(alert => new Command.Complete(alert.Id)); break;
            case 11: Duty(); break;
            case 12: Receive(); break;
            case 13: Guest(); break;
            case 14: Session(); break;
            default: Day.Pass(TimeSpan.FromSeconds(Pick([1, 20, 70, 400, 1200]))); break;
        }
    }

    private void Trigger()
    {
        if (Pick(Day.State.Journeys.Values.Where(journey => journey.Open)) is not { } journey)
        {
            return;
        }

        var playbook = Day.Library.Get(journey.Hash)!;
        if (_chance.Next(8) == 0)
        {
            Day.Do(Someone(), new Command.Undo(journey.Id));
            return;
        }

        if (Pick(playbook.Triggers.Where(trigger => trigger.From.Contains(journey.Stage.Value))) is not { } pulled)
        {
            return;
        }

        var who = Day.Library.Venue.Staff.First(person => person.Allowed.Intersect(pulled.By).Any()).Id.Value;
        var fields = pulled.Ask.Where(ask => ask.Needed || _chance.Next(2) == 0).Select(ask => (ask.Field, Value(ask.Field))).Where(field => field.Item2.Length > 0);
        Day.Pull(who, pulled.Id, journey.Id, [.. fields]);
    }

    private string Value(string field) => field switch
    {
        "space" => "space-1",
        "table" => Pick(["table-1", "table-2", "table-3"]),
        "room" => Pick(["room-a", "room-b"]),
        "size" => "4",
        "drink" => "coffee",
        "needs" => "elderly,child",
        "plate" => "浙A·99988",
        "eta" => Ms(40),
        "manager" or "companion" => Pick([Day.Host, Day.Second]),
        "butler" => Day.Guide,
        _ => "",
    };

    private void Alert(Func<Alert, Command> answer)
    {
        if (Pick(Day.State.Alerts.Values.Where(alert => alert.Open)) is { } alert)
        {
            Day.Do(alert.Asks.Staff.IsEmpty ? Someone() : alert.Asks.Staff[0].Value, answer(alert));
        }
    }

    private void Duty()
    {
        var person = Someone();
        switch (_chance.Next(5))
        {
            case 0: Day.Do(person, new Command.EndDuty()); break;
            case 1: Day.Do(person, new Command.GoAway(5, null)); break;
            case 2: Day.Work(new Command.LoseDevice(new("device-" + person), new(person))); break;
            case 3: Day.Work(new Command.ReachDevice(new("device-" + person), new(person), Reach.Sound)); break;
            default: Day.Do(person, new Command.StartDuty(Day.Library.Venue.Staff.Single(one => one.Id.Value == person).Allowed)); break;
        }
    }

    private void Receive()
    {
        if (Pick(Day.State.Alerts.Values.Where(alert => alert.Open)) is { } alert)
        {
            Day.Work(new Command.Receive([new Receiving(alert.Id, new(Someone()), Day.Now, _chance.Next(2) == 0 ? Day.Now : null, (Key)"tone")]));
        }
    }

    private void Guest()
    {
        if (Pick(Day.State.Guests.Values) is not { } guest)
        {
            return;
        }

        Day.Do(Day.Boss, _chance.Next(4) == 0
            ? new Command.Erase(guest.Id)
            : new Command.ChangeCard(guest.Id, ImmutableDictionary<string, string>.Empty.Add("address", Pick(Addresses))));
    }

    private void Session()
    {
        var person = Someone();
        if (_chance.Next(2) == 0)
        {
            Day.Work(new Command.OpenSession($"session-{_chance.Next()}", new(person), new("device-" + person), Desk: person == Day.Boss));
        }
        else if (Pick(Day.State.Sessions.Values) is { } session)
        {
            Day.Do(Day.Boss, new Command.RevokeSession(session.Id));
        }
    }

    private string Someone() => Pick(Day.Everyone);

    private string Ms(int minutes) => $"{Day.Now.AddMinutes(minutes).ToUnixTimeMilliseconds()}";

    private T Pick<T>(IEnumerable<T> some)
    {
        var all = some.ToList();
        return all.Count == 0 ? default! : all[_chance.Next(all.Count)];
    }
}
