using System.Text.RegularExpressions;

namespace Reception.Chaos.Flush;

/// <summary>One system call in the order in which the kernel saw it begin and end.</summary>
/// <param name="Begun">Line of the trace at which it was entered.</param>
/// <param name="Ended">Line at which it had returned.</param>
internal sealed record Call(string Name, string Text, int Begun, int Ended)
{
    public bool Flushes(string file) => Name is "fsync" or "fdatasync" && Text.Contains(file, StringComparison.Ordinal);

    public bool Writes(string file, string words) =>
        Name is "pwrite64" or "write" or "writev" && Text.Contains(file, StringComparison.Ordinal) && Text.Contains(words, StringComparison.Ordinal);

    public bool Sends(string words) =>
        Name is "sendto" or "sendmsg" or "write" or "writev" && Socket().IsMatch(Text) && Text.Contains(words, StringComparison.Ordinal);

    private static Regex Socket() => Trace.Socket();
}

/// <summary>Reads what <c>strace -f -yy</c> wrote. A call during which another thread ran stands on two lines; both belong together by thread.</summary>
internal static partial class Trace
{
    public static IReadOnlyList<Call> Read(IEnumerable<string> lines)
    {
        var calls = new List<Call>();
        var unfinished = new Dictionary<string, (string Name, string Text, int Begun)>();
        var at = 0;
        foreach (var line in lines)
        {
            at++;
            if (Resumed().Match(line) is { Success: true } resumed)
            {
                if (unfinished.Remove(resumed.Groups["thread"].Value, out var first))
                {
                    calls.Add(new(first.Name, first.Text + resumed.Groups["rest"].Value, first.Begun, at));
                }
            }
            else if (Begun().Match(line) is { Success: true } begun)
            {
                var (thread, name, text) = (begun.Groups["thread"].Value, begun.Groups["name"].Value, begun.Groups["text"].Value);
                if (text.EndsWith("<unfinished ...>", StringComparison.Ordinal))
                {
                    unfinished[thread] = (name, text[..^"<unfinished ...>".Length], at);
                }
                else
                {
                    calls.Add(new(name, text, at, at));
                }
            }
        }

        return [.. calls.OrderBy(call => call.Begun)];
    }

    [GeneratedRegex(@"^\w+\(\d+<(TCP|TCPv6|socket):")]
    public static partial Regex Socket();

    [GeneratedRegex(@"^(?<thread>\d+)\s+(?<text>(?<name>\w+)\(.*)$")]
    private static partial Regex Begun();

    [GeneratedRegex(@"^(?<thread>\d+)\s+<\.\.\. \w+ resumed>(?<rest>.*)$")]
    private static partial Regex Resumed();
}
