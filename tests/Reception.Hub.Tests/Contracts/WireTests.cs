using System.Buffers;
using System.Text.Json;
using MessagePack;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Architecture;

namespace Reception.Hub.Tests.Wire;

/// <summary>What is in tests/wire was said once and is therefore said for ever: fields are added, never renamed or removed.</summary>
public sealed class WireTests
{
    private static readonly JsonSerializerOptions Readable = new(WireJson.Options) { WriteIndented = true, NewLine = "\n" };
    private static readonly JsonSerializerOptions WithNulls = new();
    private static readonly IReadOnlyList<IHubProtocol> Protocols = Configured();

    public static TheoryData<string> Names => [.. WireSamples.Messages.Keys, "changes-bare"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_in_JSON_is_as_it_always_was(string name)
    {
        var sample = Sample(name);
        Generated.ShouldBeCurrent($"tests/wire/{name}.json", JsonSerializer.Serialize(sample, sample.GetType(), Readable) + "\n");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_in_JSON_is_read_as_it_was_written(string name)
    {
        var read = JsonSerializer.Deserialize(Repository.Read($"tests/wire/{name}.json"), Sample(name).GetType(), WireJson.Options);
        read.Should().BeEquivalentTo(Sample(name), options => options.RespectingRuntimeTypes());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_in_MessagePack_is_as_it_always_was(string name)
    {
        var pack = Protocols.Single(protocol => protocol.Name == "messagepack");
        var bytes = pack.GetMessageBytes(new InvocationMessage("M", [Sample(name)]));
        // A length in front, then [1, headers, invocation id, target, [arguments], stream ids].
        var length = new SequenceReader<byte>(new(bytes));
        while (length.TryRead(out var part) && (part & 0x80) != 0)
        {
        }

        var json = MessagePackSerializer.ConvertToJson(bytes[(int)length.Consumed..]);
        Generated.ShouldBeCurrent(
            $"tests/wire/messagepack/{name}.json", JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(json)[4][0], Readable) + "\n");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_protocols_bring_the_same(string name)
    {
        var sample = Sample(name);
        foreach (var protocol in Protocols)
        {
            var bytes = new ReadOnlySequence<byte>(protocol.GetMessageBytes(new InvocationMessage("M", [sample])));
            protocol.TryParseMessage(ref bytes, new Binder(sample.GetType()), out var message).Should().BeTrue();
            ((InvocationMessage)message!).Arguments[0].Should().BeEquivalentTo(sample, options => options.RespectingRuntimeTypes(), protocol.Name);
        }
    }

    [Fact]
    public void Every_record_of_the_wire_has_a_sample()
    {
        var seen = new HashSet<Type>();
        foreach (var sample in WireSamples.Messages.Values)
        {
            See(sample, seen);
        }

        TypeScriptContracts.Types.Where(type => !type.IsInterface).Should().BeSubsetOf(seen);
    }

    [Fact]
    public void Every_field_of_the_wire_is_filled_in_some_sample()
    {
        foreach (var name in WireSamples.Messages.Keys.Where(name => name is "changes" or "words" or "log-page"))
        {
            JsonSerializer.Serialize(Sample(name), Sample(name).GetType(), WithNulls).Should().NotContain(":null", name);
        }
    }

    private static object Sample(string name) => name == "changes-bare" ? WireSamples.Bare : WireSamples.Messages[name];

    private static void See(object? value, HashSet<Type> seen)
    {
        switch (value)
        {
            case null or string:
                break;
            case System.Collections.IDictionary map:
                foreach (var inner in map.Values)
                {
                    See(inner, seen);
                }

                break;
            case System.Collections.IEnumerable list:
                foreach (var inner in list)
                {
                    See(inner, seen);
                }

                break;
            case var record when record.GetType().Assembly == typeof(Changes).Assembly:
                seen.Add(record.GetType());
                foreach (var property in record.GetType().GetProperties())
                {
                    See(property.GetValue(record), seen);
                }

                break;
            default:
                break;
        }
    }

    private static IReadOnlyList<IHubProtocol> Configured()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddRealtime();
        return [.. services.BuildServiceProvider().GetServices<IHubProtocol>()];
    }

    private sealed class Binder(Type argument) : IInvocationBinder
    {
        public Type GetReturnType(string invocationId) => argument;

        public IReadOnlyList<Type> GetParameterTypes(string methodName) => [argument];

        public Type GetStreamItemType(string streamId) => argument;
    }
}
