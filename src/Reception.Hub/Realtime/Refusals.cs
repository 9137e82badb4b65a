using Reception.Contracts;
using Reception.Hub.Views;

namespace Reception.Hub.Realtime;

/// <summary>Answers of the connection itself: nothing was decided, there is no entry.</summary>
internal static class Refusals
{
    public static Answer Answer(Command? command, ErrorCode code, DateTimeOffset at) =>
        new(command?.CommandId ?? "", Ok: false, Seq: 0, at.Ms(), code.Id, Words: new(code.Zh, code.En));

    public static Problem Problem(ErrorCode code) => new($"urn:reception:{code.Id}", code.En, code.Status, code.Id, new(code.Zh, code.En));
}
