using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Alerts;
using Reception.Domain.Playbooks;
using Reception.Hub.Venues;

namespace Reception.Hub.Views;

/// <summary>A call, with its words rendered now: an event carries none.</summary>
internal static class AlertViews
{
    /// <summary>Stands among a rung's positions when it asks everybody who is on duty at that time.</summary>
    public const string Everyone = "everyone";

    public static AlertView Of(Alert alert, VenueMoment moment)
    {
        var template = Template(alert.Book, alert.Template, moment.Library);
        var words = new AlertWords(alert, template, moment);
        var screen = words.Screen();
        var ear = words.Ear();
        var say = Waits(alert) ? words.Say() : null;
        return new(
            alert.Id.Value,
            Math.Max(alert.Seq, words.Seq),
            alert.Kind.Word(),
            alert.Template,
            screen,
            ear,
            alert.From?.Value,
            alert.FromPosition?.Value,
            alert.Journey?.Value,
            alert.Place?.Value,
            alert.Raised.Ms(),
            new(alert.Asks.Positions.Ids(), alert.Asks.Staff.Ids()),
            alert.Answer.Word(),
            alert.WantsDone,
            alert.State.Word(),
            alert.Exhausted,
            Loud(alert),
            (int)alert.Again.TotalSeconds,
            [.. alert.Rungs.Select(Rung)],
            alert.Step,
            alert.Next.Ms(),
            [.. alert.Answers.Select(given => new AlertAnswer(given.Staff.Value, given.Position?.Value, given.Kind.Word(), given.At.Ms(), given.Minutes, given.Until.Ms()))],
            alert.Closed.Ms(),
            alert.By?.Value,
            say,
            alert.UndoUntil.Ms(),
            Drill: false,
            alert.Made.Ms(),
            new(alert.Missing.Positions.Ids(), alert.Missing.Staff.Ids()),
            words.Lines(),
            DoneBy(alert, moment.Library.Venue.Settings).Ms());
    }

    /// <summary>What its screen says, for the log page.</summary>
    public static Contracts.Text Screen(Alert alert, VenueMoment moment) =>
        new AlertWords(alert, Template(alert.Book, alert.Template, moment.Library), moment).Screen();

    public static AlertTemplate? Template(Key book, Key template, Library library) =>
        library.Get(book)?.Alerts.GetValueOrDefault(template)
        ?? library.Venue.Calls.GetValueOrDefault(template)
        ?? library.Venue.Phrases.GetValueOrDefault(template)?.Alert;

    /// <summary>Once reminded, it has been late since the time of the reminder.</summary>
    private static DateTimeOffset? DoneBy(Alert alert, Settings settings) =>
        alert is { State: AlertState.Acknowledged, WantsDone: true } ? alert.Next - (alert.Reminded ? settings.Remind : TimeSpan.Zero) : null;

    /// <summary>Somebody has asked for a moment: of a call that each must answer, one of several.</summary>
    private static bool Waits(Alert alert) => alert.State == AlertState.Delayed
        || (alert is { Open: true, Answer: AnswerRule.Each }
            && alert.Answers.Any(given => given.Until is not null));

    /// <summary>An emergency always is; any other that wants an answer on the last of its rungs.</summary>
    private static bool Loud(Alert alert) =>
        alert.Kind == AlertKind.Emergency || (alert.Answer != AnswerRule.None && alert.Rungs.Length > 1 && alert.Step == alert.Rungs.Length - 1);

    private static LadderStep Rung(LadderRung rung) => new(
        rung.Everyone && rung.State == RungState.Waiting ? [Everyone] : rung.Asks.Positions.Ids(),
        rung.Asks.Staff.Ids(),
        rung.At.Ms(),
        rung.State.Word(),
        rung.Code?.Value,
        rung.Fired.Ms());
}
