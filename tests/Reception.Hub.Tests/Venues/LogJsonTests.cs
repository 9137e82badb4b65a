using System.Collections;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Reception.Domain;
using Reception.Domain.Alerts;
using Reception.Domain.Positions;
using Reception.Hub.Storage;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Tests.Venues;

public sealed class LogJsonTests
{
    public static TheoryData<string> Events => new(typeof(Event).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Event))).Select(type => type.FullName!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_comes_back_from_the_store_as_it_went(string type)
    {
        var happened = (Event)Sample.Of(typeof(Event).Assembly.GetType(type)!)!;
        var entry = Entry(happened);

        var back = LogJson.ReadEntry("v", Stored(LogJson.Write(entry)));

        back.Events.Should().ContainSingle().Which.Should().BeOfType(happened.GetType());
        Canonical(LogJson.Write(back)).Should().Be(Canonical(LogJson.Write(entry)));
        back.Should().BeEquivalentTo(entry, options => options.RespectingRuntimeTypes());
    }

    [Fact]
    public void Events_are_named_in_kebab_case() => EventTypes.Kinds.Should()
        .Contain(["alert-raised", "trigger-pulled", "duty-started"]).And.OnlyContain(kind => kind.All(letter => char.IsAsciiLetterLower(letter) || letter == '-'));

    [Fact]
    public void A_refusal_comes_back_with_what_it_speaks_of()
    {
        var entry = Entry() with { Refusal = Refusal.Because("not-now", ("who", "li"), ("at", "12")) };
        LogJson.ReadEntry("v", Stored(LogJson.Write(entry))).Refusal!.Args.Should().BeEquivalentTo(entry.Refusal!.Args);
    }

    [Fact]
    public void A_list_that_an_older_entry_did_not_have_is_empty()
    {
        var json = JsonNode.Parse(LogJson.Write(Entry((Event)Sample.Of(typeof(AlertEvents.AlertRaised))!)))!;
        var raised = json["events"]![0]!.AsObject();
        raised.Remove("rungs");
        raised.Remove("facts");

        var back = (AlertEvents.AlertRaised)LogJson.ReadEntry("v", Stored(Encoding.UTF8.GetBytes(json.ToJsonString()))).Events[0];

        back.Rungs.IsDefault.Should().BeFalse();
        back.Rungs.Should().BeEmpty();
        back.Facts.Should().BeEmpty();
    }

    [Fact]
    public void A_field_of_a_newer_version_is_skipped_and_an_event_of_one_is_not()
    {
        var entry = Entry(new DutyEvents.DutyEnded(new("li")));
        var json = Encoding.UTF8.GetString(LogJson.Write(entry));

        LogJson.ReadEntry("v", Stored(Encoding.UTF8.GetBytes(json.Replace("\"staff\"", "\"later\":1,\"staff\"", StringComparison.Ordinal)))).Events.Should().Equal(entry.Events);
        var read = () => LogJson.ReadEntry("v", Stored(Encoding.UTF8.GetBytes(json.Replace("duty-ended", "duty-dreamt", StringComparison.Ordinal))));
        read.Should().Throw<VenueParkedException>();
    }

    private static Entry Entry(params Event[] events) =>
        new(7, "command-1", new StaffId("li"), new DeviceId("d"), new(2026, 11, 28, 6, 0, 0, TimeSpan.Zero), new(2026, 11, 28), [.. events], null);

    private static StoredEntry Stored(byte[] body) => new(7, "command-1", null, default, default, body, new byte[32]);

    // Dictionaries and sets have no order.
    private static string Canonical(byte[] json) => Sorted(JsonNode.Parse(json))!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    /// <summary>An example of any record of the Domain: every field filled, every list with one element.</summary>
    private static class Sample
    {
        public static object? Of(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Of(inner)
            : type == typeof(string) ? "word"
            : type == typeof(int) ? 3
            : type == typeof(long) ? 4L
            : type == typeof(bool) ? true
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 11, 28, 6, 0, 1, TimeSpan.Zero).AddTicks(1234567)
            : type == typeof(DateOnly) ? new DateOnly(2026, 11, 28)
            : type == typeof(TimeSpan) ? TimeSpan.FromSeconds(90.5)
            : type.IsEnum ? type.GetEnumValues().GetValue(type.GetEnumValues().Length - 1)
            : type.IsGenericType ? Collection(type)
            : Record(type);

        private static object Record(Type type)
        {
            var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
            return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        }

        private static object Collection(Type type)
        {
            var arguments = type.GetGenericArguments();
            var kind = type.GetGenericTypeDefinition();
            var element = kind == typeof(ImmutableDictionary<,>) ? typeof(KeyValuePair<,>).MakeGenericType(arguments) : arguments[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
            list.Add(kind == typeof(ImmutableDictionary<,>) ? Activator.CreateInstance(element, Of(arguments[0]), Of(arguments[1])) : Of(arguments[0]));
            var maker = kind == typeof(ImmutableArray<>) ? typeof(ImmutableArray)
                : kind == typeof(ImmutableDictionary<,>) ? typeof(ImmutableDictionary)
                : typeof(ImmutableHashSet);
            return maker.GetMethods().Single(method => method.Name == "CreateRange" && method.GetParameters() is [{ ParameterType.Name: "IEnumerable`1" }]
                    && method.GetGenericArguments().Length == arguments.Length)
                .MakeGenericMethod(arguments).Invoke(null, [list])!;
        }
    }
}
