using System.CommandLine;
using System.Globalization;
using Reception.Cli.Words;
using Reception.Crew;

namespace Reception.Cli.Simulating;

/// <summary><c>simulate</c>: a day of guests on a demo hub. Exit code 0 only when nothing went wrong and everything happened that should.</summary>
internal static class SimulateCommand
{
    private const int MostFindings = 40;

    public static Command Make(HubOptions hub, Terminal terminal, Say say)
    {
        var guests = new Option<int>("--guests") { Description = say.It(SimulateWords.Guests), DefaultValueFactory = _ => 40 };
        var seed = new Option<int>("--seed") { Description = say.It(SimulateWords.Seed), DefaultValueFactory = _ => 1 };
        var command = new Command("simulate", say.It(SimulateWords.About)) { guests, seed };
        command.SetAction(async (parsed, stop) =>
        {
            var options = new SimulationOptions
            {
                Hub = hub.Url(parsed, terminal), Certificate = hub.Certificate(parsed), Guests = parsed.GetValue(guests), Seed = parsed.GetValue(seed), Time = terminal.Time,
                Progress = far => terminal.Error.WriteLine(say.It(SimulateWords.Far, Clock(far.Day), far.Gone, far.Guests, far.Commands)),
            };
            await using var day = await Simulation.Prepare(options, stop);
            var verdict = await day.Run(stop);
            foreach (var finding in verdict.Findings.Take(MostFindings))
            {
                await terminal.Out.WriteLineAsync(finding);
            }

            if (verdict.Findings.Count > MostFindings)
            {
                await terminal.Out.WriteLineAsync(say.It(SimulateWords.More, verdict.Findings.Count - MostFindings));
            }

            await terminal.Out.WriteLineAsync(say.It(SimulateWords.FirstRung, (verdict.FirstRung * 100).ToString("0", CultureInfo.InvariantCulture), options.Seed, day.Pace));
            await terminal.Out.WriteLineAsync(verdict.Counts);
            await terminal.Out.WriteLineAsync(verdict.Result);
            return verdict.Good(day.Pace) ? 0 : 1;
        });
        return command;
    }

    private static string Clock(TimeSpan day) => string.Create(CultureInfo.InvariantCulture, $"{(int)day.TotalHours}:{day.Minutes:00}");
}
