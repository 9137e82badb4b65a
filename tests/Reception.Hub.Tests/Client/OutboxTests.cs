using System.Text;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Hub.Tests.Client;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reception-outbox");
    private ScriptedHub hub = null!;

    public async Task InitializeAsync()
    {
        hub = await ScriptedHub.Start();
        await hub.Publish(Sample.Opening("p1"));
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    [Rule("P5")]
    public async Task A_command_whose_answer_was_lost_is_sent_again_with_the_same_id()
    {
        var first = true;
        hub.Respond = command => !(first ^ (first = false)) ? Ok(command) : null;
        await using var client = ReceptionClient.Connect(hub.Options());

        var answer = await client.Weather("rain").WaitAsync(Limit);

        answer.Ok.Should().BeTrue();
        hub.Commands.All.Should().HaveCount(2).And.OnlyContain(command => command.CommandId == answer.CommandId);
        client.Counters.Resent.Should().Be(1);
    }

    [Fact]
    public async Task What_was_done_without_contact_is_sent_in_order()
    {
        await using var client = ReceptionClient.Connect(hub.Options());
        await client.Ready().WaitAsync(Limit);
        client.Offline();

        var done = Enumerable.Range(1, 20).Select(minutes => client.Away(minutes)).ToList();
        client.Online();
        await Task.WhenAll(done).WaitAsync(Limit);

        hub.Commands.All.Select(command => command.Args["minutes"]).Should().Equal(Enumerable.Range(1, 20).Select(minutes => $"{minutes}"));
    }

    [Fact]
    public async Task A_command_that_ends_its_connection_twice_is_set_aside_with_words_and_the_next_one_goes()
    {
        hub.Respond = command => command.Kind == Kinds.Undo ? null : Ok(command);
        var outbox = new MemoryOutbox();
        var refused = new Inbox<RefusedCommand>();
        await using var client = ReceptionClient.Connect(hub.Options(outbox: outbox), one => one.Refused += refused.Add);

        var poison = client.Undo("j1");
        var next = client.Weather("rain");

        (await poison.WaitAsync(Limit)).Should().BeEquivalentTo(new { Ok = false, Code = ErrorCodes.SetAside.Id, Seq = 0 });
        (await next.WaitAsync(Limit)).Ok.Should().BeTrue();
        (await refused.Next()).Answer.Words!.Zh.Should().Contain("搁置");
        hub.Commands.All.Count(command => command.Kind == Kinds.Undo).Should().Be(2);
        (await outbox.Read(default)).Should().ContainSingle(one => one.SetAside && one.Command.Kind == Kinds.Undo, "nobody has dismissed it");
    }

    [Fact]
    public async Task A_hub_that_is_busy_is_asked_again()
    {
        var busy = 2;
        hub.Respond = command => busy-- > 0 ? Ok(command) with { Ok = false, Code = ErrorCodes.Busy.Id } : Ok(command);
        await using var client = ReceptionClient.Connect(hub.Options());

        (await client.Weather("rain").WaitAsync(Limit)).Ok.Should().BeTrue();

        hub.Commands.All.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_refusal_is_an_answer_and_an_event_and_leaves_nothing_waiting()
    {
        hub.Respond = command => Ok(command) with { Ok = false, Seq = 7, Code = ErrorCodes.NotNow.Id, Words = new("现在不能", "not now") };
        var outbox = new MemoryOutbox();
        var refused = new Inbox<RefusedCommand>();
        await using var client = ReceptionClient.Connect(hub.Options(outbox: outbox), one => one.Refused += refused.Add);

        var answer = await client.Pull("j1", "t1").WaitAsync(Limit);

        answer.Code.Should().Be(ErrorCodes.NotNow.Id);
        (await refused.Next()).Answer.Should().Be(answer);
        client.Pending.Should().BeEmpty();
        (await outbox.Read(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_answered_stays_pending_until_the_views_show_it()
    {
        hub.Respond = command => Ok(command) with { Seq = 2 };
        await using var client = ReceptionClient.Connect(hub.Options());
        await client.Ready().WaitAsync(Limit);

        await client.Weather("rain").WaitAsync(Limit);
        client.Pending.Should().ContainSingle(one => one.Command.Kind == Kinds.Weather);
        await hub.Publish(Sample.Guest(1, 2, "g1"));
        await client.Reached(2).WaitAsync(Limit);

        client.Pending.Should().BeEmpty();
    }

    [Theory]
    [InlineData("a\u202Eb", "bad-text")]
    [InlineData("a\u0007b", "bad-text")]
    [InlineData("a\uFFFDb", "bad-text")]
    public async Task What_the_hub_would_not_read_is_refused_before_it_is_stored(string text, string code)
    {
        await using var client = ReceptionClient.Connect(hub.Options());

        (await client.Pull("j1", "t1", new Dictionary<string, string> { ["note"] = text })).Code.Should().Be(code);
        (await client.Pull("j1", "t1", new Dictionary<string, string> { ["note"] = new('好', 501) })).Code.Should().Be(ErrorCodes.TooLong.Id);
        (await client.Pull("j1", "t1", Enumerable.Range(0, 12).ToDictionary(n => $"note{n}", _ => new string('好', 490)))).Code.Should().Be(ErrorCodes.TooLarge.Id);
        (await client.Do(new("short", Kinds.Weather, 0, new Dictionary<string, string>()))).Code.Should().Be(ErrorCodes.Malformed.Id);
        (await client.Do(new("long-enough", "dance", 0, new Dictionary<string, string>()))).Code.Should().Be(ErrorCodes.UnknownKind.Id);
        hub.Commands.All.Should().BeEmpty();
    }

    [Fact]
    public async Task What_waits_in_a_file_is_sent_by_the_next_run_of_the_program()
    {
        await using (var client = ReceptionClient.Connect(await Unreachable()))
        {
            _ = client.Weather("rain");
            client.Pending.Should().HaveCountLessThanOrEqualTo(1);
            (await ((FileOutbox)opened!).Read(default)).Should().ContainSingle();
        }

        opened!.Dispose();
        using var outbox = new FileOutbox(File);
        await using var again = ReceptionClient.Connect(hub.Options(outbox: outbox));

        (await hub.Commands.Next()).Args["weather"].Should().Be("rain");
    }

    [Fact]
    public async Task What_waits_of_another_session_is_kept_and_not_sent()
    {
        var outbox = new MemoryOutbox();
        await outbox.Write(new("another session", new("command-of-another", Kinds.Weather, 0, new Dictionary<string, string> { ["weather"] = "snow" })), default);
        await using var client = ReceptionClient.Connect(hub.Options(outbox: outbox));

        await client.Weather("rain").WaitAsync(Limit);

        hub.Commands.All.Should().ContainSingle(command => command.Args["weather"] == "rain");
        (await outbox.Read(default)).Should().ContainSingle(one => one.Owner == "another session");
    }

    [Fact]
    public async Task A_file_outbox_keeps_order_forgets_what_was_answered_and_drops_a_torn_line()
    {
        using (var outbox = new FileOutbox(File))
        {
            foreach (var id in new[] { "command-1", "command-2", "command-3" })
            {
                await outbox.Write(Waits(id), default);
            }

            await outbox.Remove("me", "command-2", default);
            await outbox.Write(Waits("command-1") with { Broke = 1 }, default);
        }

        await System.IO.File.AppendAllTextAsync(File, "AAAA");

        using var again = new FileOutbox(File);
        (await again.Read(default)).Select(one => (one.Command.CommandId, one.Broke)).Should().Equal(("command-1", 1), ("command-3", 0));
    }

    [Fact]
    [Rule("P13")]
    public async Task A_file_outbox_holds_no_readable_word_and_its_files_are_for_the_owner_only()
    {
        using (var outbox = new FileOutbox(File))
        {
            await outbox.Write(Waits("command-1"), default);
        }

        Encoding.UTF8.GetString(await System.IO.File.ReadAllBytesAsync(File)).Should().NotContainAny("王小明", "command-1", "weather");
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            System.IO.File.GetUnixFileMode(File + ".key").Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_file_outbox_with_the_wrong_key_drops_nothing_and_says_so()
    {
        using (var outbox = new FileOutbox(File))
        {
            await outbox.Write(Waits("command-1"), default);
        }

        System.IO.File.Delete(File + ".key");

        FluentActions.Invoking(() => new FileOutbox(File)).Should().Throw<InvalidDataException>().WithMessage("*cannot be read with its key*");
        new FileInfo(File).Length.Should().BePositive();
    }

    [Fact]
    public void Two_programs_cannot_have_one_file()
    {
        using var outbox = new FileOutbox(File);

        FluentActions.Invoking(() => new FileOutbox(File)).Should().Throw<IOException>();
    }

    private FileOutbox? opened;

    private string File => Path.Combine(folder.FullName, "device", "outbox");

    private static TimeSpan Limit => TimeSpan.FromSeconds(10);

    private static Answer Ok(Command command) => new(command.CommandId, true, 0, command.MadeAt);

    private static Waiting Waits(string id) => new("me", new(id, Kinds.Weather, 5, new Dictionary<string, string> { ["weather"] = "rain" }, new Dictionary<string, string> { ["name"] = "王小明" }));

    private async Task<ReceptionClientOptions> Unreachable()
    {
        await using var gone = await ScriptedHub.Start();
        return gone.Options(outbox: opened = new FileOutbox(File));
    }
}
