using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reception.Domain;

/// <summary>An id is text that only compares: what a command creates is called after the command (its id and an ordinal), a tick's after the due thing and its step.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    string Value { get; }

    static abstract TSelf Of(string value);
}

[JsonConverter(typeof(IdConverter<StaffId>))]
public readonly record struct StaffId(string Value) : IId<StaffId>
{
    public static StaffId Of(string value) => new(value);

    public override string ToString() => Value;
}

[JsonConverter(typeof(IdConverter<DeviceId>))]
public readonly record struct DeviceId(string Value) : IId<DeviceId>
{
    public static DeviceId Of(string value) => new(value);

    public override string ToString() => Value;
}

[JsonConverter(typeof(IdConverter<PositionId>))]
public readonly record struct PositionId(string Value) : IId<PositionId>
{
    public static PositionId Of(string value) => new(value);

    public override string ToString() => Value;
}

[JsonConverter(typeof(IdConverter<PlaceId>))]
public readonly record struct PlaceId(string Value) : IId<PlaceId>
{
    public static PlaceId Of(string value) => new(value);

    public override string ToString() => Value;
}

[JsonConverter(typeof(IdConverter<GuestId>))]
public readonly record struct GuestId(string Value) : IId<GuestId>
{
    public static GuestId Of(string value) => new(value);

    public override string ToString() => Value;
}

[JsonConverter(typeof(IdConverter<JourneyId>))]
public readonly record struct JourneyId(string Value) : IId<JourneyId>
{
    public static JourneyId Of(string value) => new(value);

    public override string ToString() => Value;
}

[JsonConverter(typeof(IdConverter<AlertId>))]
public readonly record struct AlertId(string Value) : IId<AlertId>
{
    public static AlertId Of(string value) => new(value);

    public override string ToString() => Value;
}

[JsonConverter(typeof(IdConverter<ItemId>))]
public readonly record struct ItemId(string Value) : IId<ItemId>
{
    public static ItemId Of(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>Ids are plain text in stored entries, also as keys.</summary>
public sealed class IdConverter<TId> : JsonConverter<TId>
    where TId : struct, IId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.Of(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }

    public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.Of(reader.GetString() ?? "");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Value);
    }
}
