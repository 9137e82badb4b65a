using System.Collections.Immutable;
using System.Globalization;
using Reception.Contracts;
using Reception.Domain;

namespace Reception.Hub.Commands;

/// <summary>The arguments of one command, read by name and type.</summary>
internal sealed class Args(Contracts.Command command, StaffId sender)
{
    private const int LongestList = 50;

    public StaffId Sender => sender;

    public string? Maybe(string name) => command.Args.TryGetValue(name, out var value) && value.Length > 0 ? TextChecks.Word(name, value) : null;

    public string Word(string name) => Maybe(name) ?? throw new CommandRefusal(ErrorCodes.MissingArgument, name);

    public TId Id<TId>(string name)
        where TId : struct, IId<TId> => TId.Of(Word(name));

    public TId? MaybeId<TId>(string name)
        where TId : struct, IId<TId> => Maybe(name) is { } value ? TId.Of(value) : null;

    /// <summary>Several ids, parted by commas.</summary>
    public static ImmutableArray<TId> Ids<TId>(string? list, string name)
        where TId : struct, IId<TId>
    {
        var parts = list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return parts.Length <= LongestList ? [.. parts.Distinct().Select(TId.Of)] : throw new CommandRefusal(ErrorCodes.TooLong, name);
    }

    public int Number(string name, int least, int most) =>
        int.TryParse(Word(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new CommandRefusal(ErrorCodes.BadArgument, name);

    public bool Flag(string name) => Word(name) switch
    {
        "true" => true,
        "false" => false,
        _ => throw new CommandRefusal(ErrorCodes.BadArgument, name),
    };

    public ImmutableDictionary<string, string> Fields()
    {
        var fields = command.Fields ?? ImmutableDictionary<string, string>.Empty;
        foreach (var (id, text) in fields)
        {
            TextChecks.Name(id);
            TextChecks.Words(id, text);
        }

        return fields.ToImmutableDictionary(field => field.Key, field => field.Value.Trim());
    }
}
