using System.CommandLine;
using Reception.Cli.Words;
using Reception.Client;
using Reception.Contracts;
using Command = System.CommandLine.Command;

namespace Reception.Cli.Sending;

/// <summary><c>send …</c>: one command, and its answer in words.</summary>
internal static class SendCommand
{
    private const string ShowAll = "?";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Command Make(HubOptions hub, Terminal terminal, Say say) => new("send", say.It(CliWords.Send))
    {
        Phrase(hub, terminal, say), Trigger(hub, terminal, say), Answering(hub, terminal, say), Duty(hub, terminal, say),
        One("undo", CliWords.SendUndo, CliWords.SendJourney, (client, journey) => client.Undo(journey), hub, terminal, say),
        One("weather", CliWords.SendWeather, CliWords.SendWeather, (client, weather) => client.Weather(weather), hub, terminal, say),
    };

    private static Command Phrase(HubOptions hub, Terminal terminal, Say say)
    {
        var id = new Argument<string>("phrase") { Description = say.It(CliWords.SendPhraseId) };
        var to = new Option<string[]>("--to") { Description = say.It(CliWords.SendTo), AllowMultipleArgumentsPerToken = true };
        var staff = new Option<string?>("--staff") { Description = say.It(CliWords.SendStaff) };
        var journey = new Option<string?>("--journey") { Description = say.It(CliWords.SendJourney) };
        var place = new Option<string?>("--place") { Description = say.It(CliWords.SendPlace) };
        var command = new Command("phrase", say.It(CliWords.SendPhrase)) { id, to, staff, journey, place };
        command.SetAction((parsed, stop) => Connected(hub.Client(parsed, terminal), terminal, say, async client =>
            parsed.GetValue(id) == ShowAll
                ? await Lists.Phrases(client, terminal, say, stop)
                : await client.Raise(parsed.GetValue(id)!, parsed.GetValue(to) is { Length: > 0 } some ? some : null, parsed.GetValue(staff), parsed.GetValue(journey), parsed.GetValue(place)).WaitAsync(Patience, stop), stop));
        return command;
    }

    private static Command Trigger(HubOptions hub, Terminal terminal, Say say)
    {
        var id = new Argument<string>("trigger") { Description = say.It(CliWords.SendTriggerId) };
        var journey = new Option<string?>("--journey") { Description = say.It(CliWords.SendJourney) };
        var playbook = new Option<string?>("--playbook") { Description = say.It(CliWords.SendPlaybook) };
        var field = new Option<string[]>("--field") { Description = say.It(CliWords.SendField) };
        var reason = new Option<string?>("--reason") { Description = say.It(CliWords.SendReason) };
        var command = new Command("trigger", say.It(CliWords.SendTrigger)) { id, journey, playbook, field, reason };
        command.SetAction((parsed, stop) => Connected(hub.Client(parsed, terminal), terminal, say, async client =>
        {
            if (parsed.GetValue(id) == ShowAll)
            {
                return await Lists.Triggers(client, terminal, say, stop);
            }

            var fields = (parsed.GetValue(field) ?? []).Select(Pair).ToDictionary(StringComparer.Ordinal);
            var sent = parsed.GetValue(playbook) is { } opened
                ? client.Open(opened, parsed.GetValue(id)!, fields)
                : client.Pull(parsed.GetValue(journey) ?? "", parsed.GetValue(id)!, fields, parsed.GetValue(reason));
            return await sent.WaitAsync(Patience, stop);
        }, stop));
        return command;
    }

    private static Command Answering(HubOptions hub, Terminal terminal, Say say)
    {
        var id = new Argument<string>("alert") { Description = say.It(CliWords.SendAlertId) };
        var kind = new Argument<string>("answer") { Description = say.It(CliWords.SendAnswerKind), DefaultValueFactory = _ => "ack" };
        kind.AcceptOnlyFromAmong("ack", "delay", "decline", "done", "cancel");
        var minutes = new Option<int>("--minutes") { Description = say.It(CliWords.SendMinutes), DefaultValueFactory = _ => 5 };
        var command = new Command("answer", say.It(CliWords.SendAnswer)) { id, kind, minutes };
        command.SetAction((parsed, stop) => Connected(hub.Client(parsed, terminal), terminal, say, async client =>
        {
            if (parsed.GetValue(id) == ShowAll)
            {
                return await Lists.Asking(client, terminal, say);
            }

            var alert = client.Views.Alerts.GetValueOrDefault(parsed.GetValue(id)!)
                ?? throw new CliException(new(ErrorCodes.UnknownAlert.Zh, ErrorCodes.UnknownAlert.En));
            var sent = parsed.GetValue(kind) switch
            {
                "delay" => client.Delay(alert, parsed.GetValue(minutes)),
                "decline" => client.Decline(alert),
                "done" => client.Done(alert),
                "cancel" => client.Cancel(alert),
                _ => client.Acknowledge(alert),
            };
            return await sent.WaitAsync(Patience, stop);
        }, stop));
        return command;
    }

    private static Command Duty(HubOptions hub, Terminal terminal, Say say)
    {
        var kind = new Argument<string>("what") { Description = say.It(CliWords.SendDutyKind) };
        kind.AcceptOnlyFromAmong("start", "away", "back", "end");
        var positions = new Argument<string[]>("positions") { Description = say.It(CliWords.SendPositions), Arity = ArgumentArity.ZeroOrMore };
        var minutes = new Option<int>("--minutes") { Description = say.It(CliWords.SendMinutes), DefaultValueFactory = _ => 10 };
        var command = new Command("duty", say.It(CliWords.SendDuty)) { kind, positions, minutes };
        command.SetAction((parsed, stop) => Connected(hub.Client(parsed, terminal), terminal, say, async client => await (parsed.GetValue(kind) switch
        {
            "away" => client.Away(parsed.GetValue(minutes)),
            "back" => client.Back(),
            "end" => client.DutyEnd(),
            _ => client.DutyStart(parsed.GetValue(positions) ?? []),
        }).WaitAsync(Patience, stop), stop));
        return command;
    }

    private static Command One(string name, Contracts.Text what, Contracts.Text argument, Func<ReceptionClient, string, Task<Answer>> send, HubOptions hub, Terminal terminal, Say say)
    {
        var id = new Argument<string>("id") { Description = say.It(argument) };
        var command = new Command(name, say.It(what)) { id };
        command.SetAction((parsed, stop) => Connected(hub.Client(parsed, terminal), terminal, say, async client => await send(client, parsed.GetValue(id)!).WaitAsync(Patience, stop), stop));
        return command;
    }

    private static async Task<int> Connected(ReceptionClientOptions options, Terminal terminal, Say say, Func<ReceptionClient, Task<Answer?>> send, CancellationToken stop)
    {
        await using var client = ReceptionClient.Connect(options);
        await client.Ready(stop).WaitAsync(Patience, stop);
        switch (await send(client))
        {
            case null:
                return 0;
            case { Ok: true, Created: { Count: > 0 } created } done:
                await terminal.Out.WriteLineAsync(say.It(CliWords.SentCreated, done.Seq, string.Join(", ", created.Select(one => $"{one.Key} {one.Value}"))));
                return 0;
            case { Ok: true } done:
                await terminal.Out.WriteLineAsync(say.It(CliWords.Sent, done.Seq));
                return 0;
            case var refused:
                throw new CliException(refused.Words ?? CliWords.With(CliWords.Failed, refused.Code ?? ""));
        }
    }

    private static KeyValuePair<string, string> Pair(string text) => text.Split('=', 2) is [{ Length: > 0 } id, var value]
        ? new(id, value)
        : throw new CliException(CliWords.With(CliWords.BadField, text));
}
