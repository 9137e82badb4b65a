using Reception.Cli.Words;
using Reception.Client;
using Reception.Contracts;
using Reception.Crew;

namespace Reception.Cli.Watching;

/// <summary>From two sets of views to what a person would say happened between them: who, what, for whom.</summary>
internal sealed class Narrator(Say say, WordBook words)
{
    public IEnumerable<string> Tell(ViewSet before, ViewSet after) =>
        Journeys(before, after).Concat(Alerts(before, after)).Concat(Items(before, after)).Concat(People(before, after)).Concat(Weather(before, after));

    public string Snapshot(ViewSet views) => say.It(
        CliWords.Snapshot,
        views.Journeys.Values.Count(journey => journey is { Arrived: not null, Ended: null }),
        views.Alerts.Values.Count(alert => !alert.IsOver()),
        views.Staff.Values.Count(person => person.State != "off"));

    private IEnumerable<string> Journeys(ViewSet before, ViewSet after) =>
        from journey in Changed(before.Journeys, after.Journeys)
        let known = before.Journeys.GetValueOrDefault(journey.Id)?.Steps ?? []
        from step in journey.Steps.Except(known)
        select say.It(CliWords.LineStep, Who(after, step.Staff), say.As(words.Done(journey, step.Trigger)), Guest(after, journey.Id));

    private IEnumerable<string> Alerts(ViewSet before, ViewSet after)
    {
        foreach (var alert in Changed(before.Alerts, after.Alerts))
        {
            var earlier = before.Alerts.GetValueOrDefault(alert.Id);
            if (earlier is null)
            {
                yield return say.It(CliWords.LineCall, Who(after, alert.Staff), Asked(after, alert.Asks), say.As(alert.Screen));
            }

            foreach (var answer in alert.Answers.Except(earlier?.Answers ?? []))
            {
                yield return say.It(CliWords.LineAnswer, Who(after, answer.Staff), CliWords.Answer(answer.Kind, answer.Minutes, say.Chinese), say.As(alert.Screen));
            }

            if (earlier is not null && alert.Step > earlier.Step)
            {
                yield return say.It(CliWords.LineLadder, Asked(after, alert.Asks), say.As(alert.Screen));
            }

            if (alert.Exhausted && earlier is not { Exhausted: true })
            {
                yield return say.It(CliWords.LineExhausted, say.As(alert.Screen));
            }

            if (alert.State is "cancelled" or "overtaken" && earlier?.IsOver() != true)
            {
                yield return say.It(CliWords.LineOver, CliWords.Over(alert.State, say.Chinese), say.As(alert.Screen));
            }
        }
    }

    private IEnumerable<string> Items(ViewSet before, ViewSet after) =>
        from item in Changed(before.Items, after.Items)
        where item is { State: "done", Staff: not null } && before.Items.GetValueOrDefault(item.Id)?.State != "done"
        select say.It(CliWords.LineItem, Who(after, item.Staff), say.As(item.Name));

    private IEnumerable<string> People(ViewSet before, ViewSet after)
    {
        foreach (var person in Changed(before.Staff, after.Staff).Where(person => before.Staff.GetValueOrDefault(person.Id)?.State is { } state && state != person.State))
        {
            yield return say.It(CliWords.LineDuty, say.As(person.Name), CliWords.Duty(person.State, say.Chinese));
        }

        foreach (var position in Changed(before.Positions, after.Positions))
        {
            if (before.Positions.TryGetValue(position.Id, out var earlier) && earlier.Unmanned != position.Unmanned)
            {
                yield return say.It(position.Unmanned ? CliWords.LineUnmanned : CliWords.LineManned, say.As(position.Name));
            }
        }
    }

    private IEnumerable<string> Weather(ViewSet before, ViewSet after) =>
        before.Venue is { } then && after.Venue is { } now && then.Weather != now.Weather ? [say.It(CliWords.LineWeather, now.Weather)] : [];

    private string Who(ViewSet views, string? staff) =>
        staff is null ? say.It(CliWords.Hub) : views.Staff.GetValueOrDefault(staff) is { } person ? say.As(person.Name) : staff;

    private string Asked(ViewSet views, Asks asks) => string.Join(
        say.Chinese ? "、" : ", ",
        asks.Staff.Select(staff => Who(views, staff)).Concat(asks.Positions.Select(id => say.As(views.Positions.GetValueOrDefault(id)?.Name) is { Length: > 0 } name ? name : id)));

    private string Guest(ViewSet views, string journey) =>
        views.Journeys.TryGetValue(journey, out var one) && views.Guests.TryGetValue(one.Guest, out var guest) ? say.As(guest.Address) : "";

    private static IEnumerable<T> Changed<T>(IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> after)
        where T : class, IView =>
        after.Values.Where(view => !ReferenceEquals(before.GetValueOrDefault(view.Id), view)).OrderBy(view => view.Seq).ThenBy(view => view.Id, StringComparer.Ordinal);
}
