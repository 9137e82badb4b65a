namespace Reception.Contracts;

/// <summary>Why the amber light is on: everything goes on, but something is limited at the node that says so. An open list; <paramref name="Words"/> are for people.</summary>
public sealed record Amber(string Code, Text Words);

/// <summary>The one table of reasons.</summary>
public static class AmberReasons
{
    public static readonly Amber StoreSlow = new("store-slow", new("服务器保存得慢，操作要等几秒才确认", "The server saves slowly; it takes seconds to confirm what is tapped"));
    public static readonly Amber StoreFailing = new("store-failing", new("服务器暂时存不下来，操作先留在设备上，急事请打电话", "The server cannot save at the moment; taps wait on the device, use the telephone for what is urgent"));
    public static readonly Amber StoreFull = new("store-full", new("服务器磁盘已满，操作先留在设备上，请通知管理员，急事请打电话", "The server's disk is full; taps wait on the device, tell the administrator and use the telephone"));
    public static readonly Amber ClockUnsure = new("clock-unsure", new("服务器时钟不准，逐级上报可能早或晚", "The server is not sure of the time; calls may climb early or late"));
    public static readonly Amber VenueParked = new("venue-parked", new("这个案场的数据来自更新的版本，本服务器只能看、不能操作，请联系管理员", "This venue's data comes from a newer version; this server shows it and changes nothing, tell the administrator"));
    public static readonly Amber ThingParked = new("thing-parked", new("有一项到时间的事没能执行，已搁置，经理已收到呼叫", "Something that fell due failed and was set aside; the manager was called"));
    public static readonly Amber NodesLate = new("nodes-late", new("服务器之间的消息变慢，别处的操作最多晚一秒显示", "Messages between servers are slow; what is tapped elsewhere shows up to a second late"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Amber> All { get; } = [StoreSlow, StoreFailing, StoreFull, ClockUnsure, VenueParked, ThingParked, NodesLate];
}
