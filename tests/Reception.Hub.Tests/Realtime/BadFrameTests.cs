using System.Text;
using Reception.Contracts;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

public sealed class BadFrameTests
{
    [Fact]
    public async Task A_frame_cut_in_half_hurts_nobody()
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet);
        var cut = await hub.Join(Day.Door);
        await cut.Send(Encoding.UTF8.GetBytes("""{"type":1,"invocationId":"9","target":"Do","argum"""), last: false);
        cut.Socket.Abort();
        await cut.Closed;

        (await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"))).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task A_record_in_two_frames_is_one_record()
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet);
        await valet.Send(Encoding.UTF8.GetBytes("""{"type":6}""" + "\u001e" + """{"type":"""));
        await valet.Send(Encoding.UTF8.GetBytes("6}\u001e"));

        (await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"))).Ok.Should().BeTrue();
    }

    [Theory]
    [InlineData("too long")]
    [InlineData("no JSON")]
    [InlineData("not UTF-8")]
    public async Task Who_sends_what_cannot_be_read_is_disconnected_and_nobody_else(string what)
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet);
        var other = await hub.Join(Day.Door);
        byte[] bytes = what switch
        {
            "too long" => [.. Encoding.UTF8.GetBytes("{\"type\":1,\"target\":\"Do\",\"arguments\":[\"" + new string('x', 17 * 1024) + "\"]}"), 0x1E],
            "no JSON" => [.. "nonsense"u8, 0x1E],
            _ => [0xFF, 0xFE, 0x00, 0x1E],
        };
        await other.Send(bytes);
        await other.Closed;

        (await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"))).Ok.Should().BeTrue();
        hub.Venue.Current.State.Staff[new(Day.Door)].State.Should().Be(Domain.Positions.DutyState.Off);
    }

    [Theory]
    [InlineData("""{"type":1,"invocationId":"x","target":"Do","arguments":[null]}""")]
    [InlineData("""{"type":1,"invocationId":"x","target":"Do","arguments":[]}""")]
    [InlineData("""{"type":1,"invocationId":"x","target":"Do","arguments":[{"commandId":"a-command-1","kind":"duty.start","madeAt":"noon","args":{}}]}""")]
    [InlineData("""{"type":1,"invocationId":"x","target":"Do","arguments":[{"commandId":"a-command-1","kind":"duty.start","madeAt":1}]}""")]
    [InlineData("""{"type":1,"invocationId":"x","target":"Join","arguments":[null]}""")]
    [InlineData("""{"type":1,"invocationId":"x","target":"Join","arguments":[{"since":-5,"mark":null,"headSeconds":-1,"reach":null}]}""")]
    [InlineData("""{"type":1,"invocationId":"x","target":"NoSuchMethod","arguments":[]}""")]
    [InlineData("""{"type":1,"target":"Report","arguments":[null]}""")]
    [InlineData("""{"type":1,"target":"Report","arguments":[{"cursor":1,"delivered":[null,"x"],"heard":null,"how":null}]}""")]
    [InlineData("""{"type":1,"target":"Report","arguments":[{"cursor":"x"}]}""")]
    [InlineData("""{"type":4,"invocationId":"x","target":"Do","arguments":[]}""")]
    [InlineData("""{"type":2,"invocationId":"x","item":1}""")]
    public async Task An_invocation_that_makes_no_sense_does_nothing_and_the_next_one_is_taken(string record)
    {
        await using var hub = await LiveHub.Start();
        var client = await hub.Join(Day.Valet);
        var before = hub.Venue.Current.Seq;
        await client.Write(record);

        var answer = await client.Do(Kinds.DutyStart, ("positions", "parking-valet"));
        answer.Ok.Should().BeTrue();
        answer.Seq.Should().Be(before + 1);
    }

    [Fact]
    public async Task A_value_nested_without_end_is_refused()
    {
        await using var hub = await LiveHub.Start();
        var client = await hub.Join(Day.Valet);
        var other = await hub.Join(Day.Door);
        await client.Write("""{"type":1,"invocationId":"x","target":"Do","arguments":[""" + new string('[', 5000) + new string(']', 5000) + "]}");

        (await other.Do(Kinds.DutyStart, ("positions", "door-valet"))).Ok.Should().BeTrue();
    }
}
