namespace Reception.Contracts;

/// <summary>The one row of the venue.</summary>
/// <param name="Day">The venue's day, <c>yyyy-MM-dd</c>; it turns at 04:00.</param>
/// <param name="Zone">IANA time zone.</param>
/// <param name="Weather">clear, cloudy, rain, snow or hot.</param>
/// <param name="Opens">Today's hours, <c>HH:mm</c>; empty = round the clock.</param>
/// <param name="Exclusive">The journey that has the venue for itself, or null.</param>
/// <param name="Columns">The board's columns in order, with today's counts.</param>
/// <param name="Departed">The last five that left, newest first.</param>
/// <param name="Rota">Staff ids, whose turn is next first.</param>
/// <param name="Words">Hashes for <c>GET /words/{hash}</c>: <c>venue</c> and each playbook in force.</param>
/// <param name="UndoSeconds">How long the last trigger can be taken back.</param>
public sealed record VenueView(
    string Id,
    long Seq,
    Text Name,
    string Day,
    string Zone,
    string Weather,
    string Opens,
    string Closes,
    string? Exclusive,
    IReadOnlyList<ColumnCount> Columns,
    IReadOnlyList<Departure> Departed,
    IReadOnlyList<string> Rota,
    IReadOnlyDictionary<string, string> Words,
    int UndoSeconds) : IView;

/// <summary>How many journeys stand in a column of the board.</summary>
public sealed record ColumnCount(string Id, Text Name, int Count);

/// <summary>A guest who has left today. <paramref name="Minutes"/>: from arrival to departure.</summary>
public sealed record Departure(string Journey, Text Address, long At, int Minutes);

/// <summary>A role at a spot that can be called.</summary>
/// <param name="Screen">arrival, door, drinks, host, rooms, calls, desk or watch.</param>
/// <param name="Theme">day, sun or dark.</param>
/// <param name="Phone">Telephone for the day the hub is gone, or null.</param>
/// <param name="Holders">Staff on duty here (away ones too), covers included.</param>
/// <param name="Reach">Best of its holders: sound, screen or none.</param>
/// <param name="Needed">How many should stand here.</param>
/// <param name="Since">Since when it is unmanned or unreachable, ms; null while it is fine.</param>
public sealed record PositionView(
    string Id, long Seq, Text Name, string Screen, string Theme, string? Phone,
    IReadOnlyList<string> Holders, string Reach, bool Unmanned, long? Since, int Order, int Needed = 1) : IView;

/// <summary>A person of the staff.</summary>
/// <param name="Allowed">Positions this person may take.</param>
/// <param name="Positions">Positions held now; covers of others included.</param>
/// <param name="State">off, on or away.</param>
/// <param name="Until">When an away ends, ms.</param>
/// <param name="Cover">Who stands in meanwhile.</param>
/// <param name="Reach">sound, screen or none.</param>
/// <param name="LostSince">Since when no device of this person answers, ms.</param>
/// <param name="Hosting">Journeys this person leads now.</param>
public sealed record StaffView(
    string Id, long Seq, Text Name, IReadOnlyList<string> Allowed, IReadOnlyList<string> Positions, string State,
    long? Until, string? Cover, string Reach, long? LostSince, IReadOnlyList<string> Hosting) : IView;

/// <summary>Something that one party at a time can have. <paramref name="Kind"/> is the playbook's word: a room, a table, a space.</summary>
/// <param name="State">free, reserved (asked for), ready (prepared), used or closed.</param>
/// <param name="Journey">Who has it.</param>
/// <param name="Since">Since when it is in this state, ms.</param>
/// <param name="Queue">Journeys that wait for it, first come first; it is the first one's as soon as it is given back.</param>
public sealed record PlaceView(
    string Id, long Seq, string Kind, Text Name, string State, string? Journey, long Since, int Order, IReadOnlyList<string>? Queue = null) : IView;

/// <summary>A signed-in device, on the desk stream only.</summary>
public sealed record SessionView(string Id, long Seq, string Staff, string Device, long Since, bool Open) : IView;
