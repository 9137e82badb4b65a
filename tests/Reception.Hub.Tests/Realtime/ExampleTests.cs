using System.Diagnostics;
using System.Net.Http.Json;
using Reception.Contracts;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Architecture;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

/// <summary>The example beside the protocol is a client that works.</summary>
public sealed class ExampleTests
{
    private const string Example = "clients/examples/listen.py";

    [Fact]
    public void The_example_has_at_most_sixty_lines() => Repository.Read(Example).Split('\n').Length.Should().BeLessThanOrEqualTo(61);

    [Fact]
    public async Task A_client_from_the_protocol_alone_takes_a_position_hears_and_answers()
    {
        await using var hub = await LiveHub.Start();
        var boss = await hub.Join(Day.Boss);
        var made = await hub.Http(boss.Session).PostAsJsonAsync("/codes", new MakeCode(Day.Bar), WireJson.Options);
        var code = (await made.Content.ReadFromJsonAsync<EnrolCode>(WireJson.Options))!;
        using var python = Start(hub.Address.GetLeftPart(UriPartial.Authority), code.Value, "example", "water-bar");
        try
        {
            await hub.Until(moment => moment.State.Staff[new(Day.Bar)].Positions.Contains(new("water-bar")), "the example takes its position");
            await boss.Do(Kinds.DutyStart, ("positions", "supervisor"));
            var raised = await boss.Do(Kinds.AlertRaise, ("phrase", "guest-asks"), ("to", "water-bar"), ("place", "table-1"));
            var answered = await boss.Until(changes => changes.Alerts?.Any(alert => alert.Answers.Count > 0) == true);

            answered.Alerts!.Single().Id.Should().Be(raised.Created!["alert"]);
            answered.Alerts![0].Answers.Single().Staff.Should().Be(Day.Bar);
            (await Said(python, "🔊")).Should().Contain(answered.Alerts[0].Ear.Zh);
        }
        finally
        {
            python.Kill();
        }
    }

    private static Process Start(params string[] arguments)
    {
        // tests/run says which Python has the library; Debian's own has it where another stands before it in the path.
        var python = Environment.GetEnvironmentVariable("PYTHON") is { Length: > 0 } named ? named : File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        var start = new ProcessStartInfo(python, [Path.Combine(Repository.Root, Example), .. arguments])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            Environment = { ["PYTHONIOENCODING"] = "utf-8" },
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{python} does not start: install python3 and python3-websockets.");
    }

    private static async Task<string> Said(Process python, string beginning)
    {
        while (await python.StandardOutput.ReadLineAsync().WaitAsync(LiveHub.Patience) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException("The example ended. It needs Debian's python3-websockets.");
    }
}
