using System.Collections.Immutable;
using System.Reflection;
using Reception.Domain.Alerts;

namespace Reception.Domain.Tests.Venues;

public class ContractTests
{
    /// <summary>Ids and keys are texts of a narrow alphabet; all others are numbers, times and closed lists.</summary>
    private static readonly Type[] Plain =
    [
        typeof(StaffId), typeof(DeviceId), typeof(PositionId), typeof(PlaceId), typeof(GuestId), typeof(JourneyId), typeof(AlertId), typeof(ItemId), typeof(Key),
        typeof(int), typeof(long), typeof(bool), typeof(DateTimeOffset), typeof(TimeSpan), typeof(DateOnly),
    ];

    private static readonly Type[] Lists = [typeof(ImmutableArray<>), typeof(ImmutableDictionary<,>), typeof(ImmutableHashSet<>)];

    [Fact]
    [Rule("C5")]
    [Rule("P13")]
    public void No_event_has_a_text()
    {
        var events = typeof(Event).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Event))).ToList();
        events.Should().HaveCountGreaterThan(40);
        events.SelectMany(happened => Texts(happened, happened.Name)).Should().BeEmpty();
        Texts(typeof(Refusal), nameof(Refusal)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("王先生", false)]
    [InlineData("two words", false)]
    [InlineData("+4", false)]
    [InlineData("room-a", true)]
    [InlineData("1780725600000", true)]
    [Rule("C5")]
    public void A_key_has_no_room_for_words(string text, bool fits) => Key.Fits(text).Should().Be(fits);

    private static IEnumerable<string> Texts(Type type, string path) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name != "EqualityContract")
            .SelectMany(property => Of(property.PropertyType, $"{path}.{property.Name}"));

    private static IEnumerable<string> Of(Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain.Contains(type) || type.IsEnum)
        {
            return [];
        }

        if (type.IsGenericType && Lists.Contains(type.GetGenericTypeDefinition()))
        {
            return type.GetGenericArguments().SelectMany(argument => Of(argument, path));
        }

        return type.Assembly == typeof(Event).Assembly && type != typeof(Alert) ? Texts(type, path) : [$"{path}: {type.Name}"];
    }
}
