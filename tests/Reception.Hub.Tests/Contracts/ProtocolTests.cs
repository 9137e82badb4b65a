using System.Text.RegularExpressions;
using Reception.Contracts;
using Reception.Domain;
using Reception.Hub.Commands;
using Reception.Hub.Identity;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Architecture;

namespace Reception.Hub.Tests.Wire;

/// <summary>PROTOCOL.md says what the code does: its tables are compared with the tables of the hub.</summary>
public sealed partial class ProtocolTests
{
    private const string File = "src/Reception.Contracts/PROTOCOL.md";
    private const string Begin = "<!-- codes -->\n";
    private const string End = "<!-- /codes -->\n";

    [Fact]
    public void Every_kind_of_command_stands_there_with_its_arguments_and_its_right() =>
        Rows("| kind |").Select(row => $"{row[0]} {Names(row[1])} {row[2] == "yes"} {row[3]}").Should().Equal(
            Kinds.All.Select(kind => $"`{kind}` {string.Join(' ', CommandKinds.All[kind].Arguments)} {CommandKinds.All[kind].HasFields} {Word(Rights.Commands[kind])}"));

    [Fact]
    public void Every_endpoint_stands_there_with_its_right() =>
        Rows("| endpoint |").Select(row => $"{row[0]} {row[1]}").Should().BeEquivalentTo(
            Rights.Endpoints.Select(endpoint => $"`{endpoint.Key}` {Word(endpoint.Value)}"));

    [Fact]
    public void Every_method_stands_there() =>
        Rows("| you invoke |").Select(row => row[0]).Should().BeEquivalentTo(Rights.HubMethods.Keys.Select(method => $"`{method}`"));

    [Fact]
    public void Every_code_stands_there()
    {
        var text = Repository.Read(File);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var refused = typeof(RefusalCodes).GetFields().Select(code => (string)code.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);
        var rows = ErrorCodes.All.Values.Select(code => $"| `{code.Id}` | {code.Status} | {(refused.Contains(code.Id) && code != ErrorCodes.Fault ? "yes" : "")} | {code.Zh} | {code.En} |\n");
        Generated.ShouldBeCurrent(File, text[..begin] + "| code | status | entry | zh | en |\n| --- | --- | --- | --- | --- |\n" + string.Concat(rows) + text[end..]);
    }

    [Fact]
    public void Its_numbers_are_the_defaults()
    {
        var text = Repository.Read(File);
        var options = new RealtimeOptions();
        text.Should().ContainAll(
            $"{options.MaximumMessage / 1024} KB; longer", $"{options.MaximumPush / 1024} KB", $"{options.CommandsPerSecond} a second, {options.CommandBurst} at once",
            $"within {options.HandshakeTimeout.TotalSeconds} s", $"does not take a message for {options.SendTimeout.TotalSeconds} s",
            $"silent for {options.SilentAfter.TotalSeconds} s", $"lost after {options.LostAfter.TotalSeconds} s; polls count for {options.PolledWithin.TotalSeconds} s", $"(≤ {options.LongestPoll.TotalSeconds}) seconds",
            $"{TextChecks.LongestText} characters");
    }

    private static List<string[]> Rows(string head)
    {
        var lines = Repository.Read(File).Split('\n').SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));
        return [.. lines.Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))];
    }

    private static string Names(string arguments) => string.Join(' ', Argument().Matches(arguments).Select(name => name.Value));

    private static string Word(Right right) => right.ToString().ToLowerInvariant();

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Argument();
}
