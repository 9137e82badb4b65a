using Reception.Contracts;
using Reception.Hub.Tests.Client;

namespace Reception.Hub.Tests.CommandLine;

public sealed class CliTests : IAsyncLifetime
{
    private readonly DirectoryInfo config = Directory.CreateTempSubdirectory("reception-cli");
    private ScriptedHub hub = null!;

    public async Task InitializeAsync()
    {
        hub = await ScriptedHub.Start();
        hub.Words["w1"] = Book;
        await hub.Publish(Sample.Opening("p1"));
        await hub.Publish(Sample.Change(1, 2) with
        {
            Guests = [new("g1", 2, new("王先生", "Mr Wang"), new Dictionary<string, string> { ["f1"] = "浙A·**123" }, "W", [], "j1", false)],
            Journeys = [Journey(2)],
        });
    }

    public async Task DisposeAsync()
    {
        await hub.DisposeAsync();
        config.Delete(recursive: true);
    }

    [Fact]
    public async Task A_code_becomes_a_session_that_only_its_owner_can_read_and_the_next_command_uses()
    {
        (await Run("enrol", "BADCODE1", "--url", hub.Address.ToString(), "--lang", "en")).Error.Should().Contain("wrong, used or expired");
        var enrolled = await Run("enrol", ScriptedHub.Code, "--url", hub.Address.ToString(), "--lang", "en");

        enrolled.Code.Should().Be(0, enrolled.Error);
        var file = Path.Combine(config.FullName, "reception", "session.json");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        (await Run("guests", "--lang", "en")).Out.Should().Contain("Mr Wang");
    }

    [Fact]
    public async Task Guests_shows_who_is_where_how_long_and_with_whom()
    {
        var seen = await Signed("guests", "--lang", "zh");

        seen.Out.Should().ContainAll("王先生", "浙A·**123", "洽谈", "周");
        seen.Code.Should().Be(0);
    }

    [Fact]
    public async Task Watch_tells_in_words_who_did_what_for_whom()
    {
        var watching = Signed("watch", "--lang", "zh", "--seconds", "3");
        await hub.Joins.Next();
        await hub.Publish(Sample.Change(2, 3) with { Journeys = [Journey(3) with { Steps = [new("t1", "a", "b", 700, ScriptedHub.Staff, "p1", null)] }] });
        await hub.Publish(Sample.Alert(3, 4, Sample.Open("a1", staff: [ScriptedHub.Staff])));
        await hub.Publish(Sample.Alert(4, 5, Sample.Open("a1", staff: [ScriptedHub.Staff]) with { Answers = [Sample.Said(ScriptedHub.Staff, "ack")], State = "done" }));

        var seen = await watching;
        seen.Out.Should().ContainAll("周：已入座 · 王先生", "系统 → 周：屏幕", "周：收到 · 屏幕");
        seen.Code.Should().Be(0);
    }

    [Fact]
    public async Task Send_says_what_became_of_it()
    {
        hub.Respond = command => new(command.CommandId, true, 9, 0);

        (await Signed("send", "trigger", "t1", "--journey", "j1", "--field", "size=2", "--lang", "en")).Out.Should().Contain("Done (entry 9)");

        var sent = await hub.Commands.Next();
        sent.Args.Should().BeEquivalentTo(new Dictionary<string, string> { ["journey"] = "j1", ["trigger"] = "t1" });
        sent.Fields.Should().BeEquivalentTo(new Dictionary<string, string> { ["size"] = "2" });
    }

    [Theory]
    [InlineData("zh", "现在不能")]
    [InlineData("en", "not now")]
    public async Task A_refusal_is_one_sentence_in_the_language_asked_for(string language, string words)
    {
        hub.Respond = command => new(command.CommandId, false, 9, 0, ErrorCodes.NotNow.Id, null, new("现在不能", "not now"));

        var refused = await Signed("send", "undo", "j1", "--lang", language);

        refused.Should().Be(new Seen(1, "", words + Environment.NewLine));
    }

    [Fact]
    public async Task Doctor_names_what_works_each_on_a_line()
    {
        var seen = await Signed("doctor", "--lang", "en");

        seen.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCountGreaterThan(6).And.OnlyContain(line => line.StartsWith("✓ "));
        seen.Out.Should().ContainAll("A socket opens", "MessagePack", "Json", "Round trip", "session is valid");
        seen.Code.Should().Be(0);
    }

    [Fact]
    public async Task Doctor_says_when_only_polling_works_and_when_the_session_is_over()
    {
        hub.Sockets = false;
        (await Signed("doctor", "--lang", "zh")).Out.Should().Contain("! 长连接不可用，只能轮询");

        hub.Knows = false;
        var ill = await Signed("doctor", "--lang", "zh");
        ill.Out.Should().Contain("✗ 登录无效：请重新登录");
        ill.Code.Should().Be(1);
    }

    [Theory]
    [InlineData(1, "The hub's address is not known yet", "guests")]
    [InlineData(1, "must begin with http", "guests", "--url", "ftp://x")]
    [InlineData(1, "Not signed in yet", "guests", "--url", "http://127.0.0.1:1")]
    [InlineData(1, "cannot be reached", "guests", "--url", "http://127.0.0.1:1", "--token", "x")]
    [InlineData(2, "“dance” is not understood", "dance")]
    [InlineData(2, "--help shows how it is written", "send", "answer")]
    public async Task What_goes_wrong_is_one_sentence_and_never_a_trace(int code, string sentence, params string[] args)
    {
        var wrong = await Run([.. args, "--lang", "en"]);

        wrong.Code.Should().Be(code);
        wrong.Error.Should().Contain(sentence).And.NotContain("   at ");
        wrong.Error.TrimEnd().Should().NotContain("\n");
    }

    [Theory]
    [InlineData("zh_CN.UTF-8", "还不知道系统地址")]
    [InlineData("de_DE.UTF-8", "is not known yet")]
    public async Task The_language_is_that_of_the_system_unless_asked(string language, string sentence) =>
        (await Run(["guests"], language)).Error.Should().Contain(sentence);

    private static WordsDocument Book => new(
        "w1", "playbook", "b1", new("流程", "Playbook"),
        [new("s1", new("洽谈", "Seated"), "c1", "seated", 60)],
        [new("t1", new("请入座", "Seat"), new("已入座", "Seated"), false, ["s1"], null, ["p1"], [], [], [], "move-on", false)],
        [new("f1", new("车牌", "Plate"), "text", "label", "plate", [], null, [], null, null)], [], new Dictionary<string, Text>());

    private static JourneyView Journey(long seq) => new(
        "j1", seq, "g1", "b1", "w1", "s1", "c1", 500, 60, null, 400, null, null, new Dictionary<string, string>(), ScriptedHub.Staff, [], null, [], false);

    private Task<Seen> Signed(params string[] args) => Run([.. args, "--url", hub.Address.ToString(), "--token", ScriptedHub.Token]);

    private Task<Seen> Run(params string[] args) => Run(args, null);

    private async Task<Seen> Run(string[] args, string? language)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var environment = new Dictionary<string, string?> { ["XDG_CONFIG_HOME"] = config.FullName, ["LANG"] = language };
        var code = await Cli.Cli.Run(args, new(output, error, environment.GetValueOrDefault)).WaitAsync(TimeSpan.FromSeconds(30));
        return new(code, output.ToString(), error.ToString());
    }

    private sealed record Seen(int Code, string Out, string Error);
}
