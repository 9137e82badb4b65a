using System.Collections.Immutable;
using Reception.Domain.Alerts;
using Reception.Domain.Positions;

namespace Reception.Domain.Tests.Builders;

/// <summary>One of the staff with a phone in the pocket.</summary>
internal sealed class Person(Day day, StaffId id)
{
    public StaffId Id => id;

    public StaffMember Now => day.State.Staff[id];

    private DeviceId Phone => new($"{id}-phone");

    public void Joins(Reach reach = Reach.Sound) => day.Hub(new Command.ReachDevice(Phone, id, reach));

    public void IsLost() => day.Hub(new Command.LoseDevice(Phone, id));

    public Outcome Starts(params string[] positions) => Does(new Command.StartDuty(positions.Positions()));

    public Outcome Ends(string? heir = null) => Does(new Command.EndDuty(heir is null ? null : new StaffId(heir)));

    public Outcome GoesAway(int minutes, string? cover = null) => Does(new Command.GoAway(minutes, cover is null ? null : new StaffId(cover)));

    public Outcome ComesBack() => Does(new Command.ComeBack());

    public Outcome StandsIn(string instead, string position, bool begin = true) => Does(new Command.StandIn(new(instead), new(position), begin));

    public Outcome Opens(string trigger, params (string Field, string Value)[] fields) => Pull(null, trigger, fields, null, null);

    public Outcome OpensBecause(string trigger, string reason) => Pull(null, trigger, [], reason, null);

    public Outcome Pulls(string trigger, JourneyId journey, params (string Field, string Value)[] fields) => Pull(journey, trigger, fields, null, null);

    public Outcome Overrides(string trigger, JourneyId journey, string? reason, params (string Field, string Value)[] fields) => Pull(journey, trigger, fields, reason, null);

    /// <summary>Was tapped so long ago, without contact.</summary>
    public Outcome PulledAgo(TimeSpan ago, string trigger, JourneyId? journey, params (string Field, string Value)[] fields) =>
        Pull(journey, trigger, fields, null, day.Now - ago);

    public Outcome Undoes(JourneyId journey) => Does(new Command.Undo(journey));

    public Outcome Calls(string phrase, params string[] positions) => Does(new Command.Raise(phrase, false, positions.Positions(), null, null, null));

    public Outcome CallsPerson(string phrase, string person, params string[] positions) =>
        Does(new Command.Raise(phrase, false, positions.Positions(), new StaffId(person), null, null));

    public Outcome CallsAll(string phrase) => Does(new Command.Raise(phrase, true, [], null, null, null));

    public Outcome Acks(AlertId alert, string? position = null) => Does(new Command.Acknowledge(alert, position is null ? null : new PositionId(position)));

    public Outcome Acks(string template) => Acks(day.AlertOf(template).Id);

    public Outcome Delays(string template, int minutes) => Does(new Command.Delay(day.AlertOf(template).Id, minutes));

    public Outcome Declines(string template) => Does(new Command.Decline(day.AlertOf(template).Id));

    public Outcome Completes(string template) => Does(new Command.Complete(day.AlertOf(template).Id));

    public Outcome Cancels(AlertId alert) => Does(new Command.Cancel(alert));

    public Outcome Ticks(string item) => Does(new Command.TickItem(day.ItemOf(item).Id));

    public Outcome Skips(string item) => Does(new Command.SkipItem(day.ItemOf(item).Id));

    public void Hears(string template) =>
        day.Hub(new Command.Receive([new Receiving(day.AlertOf(template).Id, id, day.Now, day.Now, "voice")]));

    public Outcome Does(Command command, DateTimeOffset? madeAt = null) => day.Send(id, command, madeAt);

    /// <summary>The person's device rings: as a client decides it, from the view alone.</summary>
    public bool Rings(string template) => day.State.Alerts.Values.Any(alert => alert.Template.Value == template && Rings(alert));

    public bool Rings(Alert alert) =>
        alert.Ringing
        && (alert.Asks.Staff.Contains(id) || alert.Asks.Positions.Any(Now.Positions.Contains))
        && alert.From != id
        && !alert.Answers.Any(answer => answer.Staff == id && (answer.Kind != AnswerKind.Delay || answer.Until is not null));

    public void Stands(params string[] positions) => Now.Positions.Should().BeEquivalentTo(positions.Positions());

    public void IsAsked(string template) => Rings(template).Should().BeTrue($"{template} should ring for {id}");

    /// <summary>Information reaches the device too, though it does not ring.</summary>
    public void IsTold(string template) =>
        day.State.Alerts.Values.Any(alert => alert.Open && alert.Template.Value == template && Targets.IsAsked(alert, Now)).Should().BeTrue($"{id} should be told of {template}");

    public void IsNotAsked(string template) => Rings(template).Should().BeFalse($"{template} should not ring for {id}");

    private Outcome Pull(JourneyId? journey, string trigger, (string Field, string Value)[] fields, string? reason, DateTimeOffset? madeAt) =>
        Does(
            new Command.Pull(journey, journey is null ? "visit" : null, trigger, reason, fields.ToImmutableDictionary(field => field.Field, field => field.Value)),
            madeAt);
}
