using System.CommandLine;
using Reception.Cli.Words;

namespace Reception.Cli.Sessions;

/// <summary><c>enrol CODE</c>: a one-time code becomes a saved session. <c>--demo STAFF</c> where the hub runs a demo.</summary>
internal static class EnrolCommand
{
    public static Command Make(HubOptions hub, Terminal terminal, Say say)
    {
        var code = new Argument<string?>("code") { Description = say.It(CliWords.EnrolCode), Arity = ArgumentArity.ZeroOrOne };
        var device = new Option<string>("--device") { Description = say.It(CliWords.EnrolDevice), DefaultValueFactory = _ => Environment.MachineName };
        var demo = new Option<string?>("--demo") { Description = say.It(CliWords.EnrolDemo) };
        var command = new Command("enrol", say.It(CliWords.Enrol)) { code, device, demo };
        command.SetAction(async (parsed, stop) =>
        {
            using var api = hub.Anonymous(parsed, terminal);
            var session = (parsed.GetValue(demo), parsed.GetValue(code)) switch
            {
                ({ } staff, _) => await api.SignInToDemo(staff, stop),
                (_, { } one) => await api.Enrol(new(one, Short(parsed.GetValue(device)!)), stop),
                _ => throw new CliException(CliWords.EnrolNothing),
            };
            var path = new SessionFile(hub.Url(parsed, terminal).ToString(), session.Token, session.Staff, session.Venue).Save(terminal);
            await terminal.Out.WriteLineAsync(say.It(CliWords.Enrolled, session.Staff, session.Venue, path));
            return 0;
        });
        return command;
    }

    private static string Short(string device) => device.Length <= 40 ? device : device[..40];
}
