using System.CommandLine;
using Reception.Cli.Words;
using Spectre.Console;

namespace Reception.Cli.Doctor;

/// <summary><c>doctor</c>: what works between here and the hub. Exit code 1 when something does not.</summary>
internal static class DoctorCommand
{
    public static Command Make(HubOptions hub, Terminal terminal, Say say)
    {
        var command = new Command("doctor", say.It(DoctorWords.About));
        command.SetAction(async (parsed, stop) =>
        {
            var (paper, ill) = (Paper.On(terminal), false);
            var examination = new Examination(hub.Url(parsed, terminal), () => hub.Token(parsed, terminal), hub.Certificate(parsed), terminal.Time);
            await foreach (var finding in examination.Findings(stop))
            {
                ill |= finding.Health == Health.Ill;
                var (sign, colour) = finding.Health switch
                {
                    Health.Well => ("✓", "green"),
                    Health.Bearable => ("!", "yellow"),
                    _ => ("✗", "red"),
                };
                paper.MarkupLine($"[{colour}]{sign}[/] {Markup.Escape(say.It(finding.Words, finding.Gaps))}");
            }

            return ill ? 1 : 0;
        });
        return command;
    }
}
