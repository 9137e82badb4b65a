using Reception.Contracts;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Hub.Views;

namespace Reception.Hub.Playbooks;

/// <summary>The words of one playbook as a venue has it: what screens are driven by.</summary>
internal static class PlaybookWords
{
    public const string Kind = "playbook";

    public static WordsDocument Of(Playbook playbook, VenueBook venue) => new(
        playbook.Hash,
        Kind,
        playbook.Id,
        playbook.Name.ToWire(),
        [.. playbook.Stages.Select(Stage)],
        [.. playbook.Triggers.Select(trigger => Trigger(trigger, playbook, venue))],
        [.. playbook.Fields.Select(Field)],
        [],
        playbook.Refusals.ToDictionary(refusal => refusal.Key, refusal => refusal.Value.ToWire(), StringComparer.Ordinal),
        [.. playbook.Reasons.OrderBy(reason => reason.Key, StringComparer.Ordinal).Select(reason => new ChoiceWords(reason.Key, reason.Value.ToWire()))]);

    private static StageWords Stage(Stage stage) =>
        new(stage.Id, stage.Name.ToWire(), stage.Column, stage.Use, (int?)stage.Target?.TotalSeconds);

    private static TriggerWords Trigger(Trigger trigger, Playbook playbook, VenueBook venue) => new(
        trigger.Id,
        trigger.Name.ToWire(),
        trigger.Done.ToWire(),
        trigger.Opens,
        trigger.From,
        trigger.To,
        [.. trigger.By.Select(position => position.Value)],
        [.. trigger.Ask.Select(ask => ask.Field)],
        [.. trigger.Ask.Where(ask => ask.Needed).Select(ask => ask.Field)],
        [.. trigger.Alerts.SelectMany(alert => Hears(playbook.Alerts[alert], playbook, venue)).Distinct()],
        trigger.Use,
        trigger.Hold,
        trigger.Say?.ToWire(),
        trigger.Require.IsEmpty ? null : [.. trigger.Require.Select(guard => Guard(guard, playbook))]);

    private static GuardWords Guard(Guard guard, Playbook playbook) => new(
        Guards.CodeOf(guard),
        guard.Else is { } words ? playbook.Refusals.GetValueOrDefault(words)?.ToWire() : null,
        [.. guard.Override.Select(position => position.Value)]);

    private static FieldWords Field(Field field) => new(
        field.Id,
        field.Name.ToWire(),
        field.Type.Word(),
        field.Class?.Word(),
        field.Use,
        [.. field.Choices.Select(choice => new ChoiceWords(choice.Id, choice.Name.ToWire()))],
        field.PlaceKind,
        [.. field.Positions.Select(position => position.Value)],
        field.Min,
        field.Max);

    /// <summary>Positions that will hear of it; a person stands for the positions they come from.</summary>
    private static IEnumerable<string> Hears(AlertTemplate alert, Playbook playbook, VenueBook venue) => alert.To.SelectMany(target => target switch
    {
        Target.Position position => [position.Id.Value],
        Target.Person person => playbook.Field(person.Field)?.Positions.Select(position => position.Value) ?? [],
        Target.Rota => venue.Rota is { } rota ? [rota.Position.Value] : [],
        Target.Everyone => [Everyone],
        _ => Enumerable.Empty<string>(),
    });

    /// <summary>Stands for every position, as in the commands.</summary>
    private const string Everyone = "everyone";
}
