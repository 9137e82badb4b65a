using Reception.Contracts;

namespace Reception.Cli.Words;

/// <summary>What the doctor says, each finding with what to do.</summary>
public static class DoctorWords
{
    public static readonly Text About = new("逐项检查：地址、登录、长连接、协议、时钟、延迟", "Checks step by step: address, session, socket, protocol, clock, latency");
    public static readonly Text Reached = new("地址可达：{0}", "The address answers: {0}");
    public static readonly Text NotReached = new("连不上 {0}：{1}。请检查地址、网络、防火墙，以及服务是否在运行", "{0} cannot be reached: {1}. Check the address, the network, the firewall, and whether the hub is running");
    public static readonly Text NotReady = new("系统在运行但还不能用：{0}。请稍候，或通知管理员", "The hub runs but is not ready: {0}. Wait a moment, or tell the administrator");
    public static readonly Text NotHub = new("{0} 有回应（{1}），但不像案场对讲系统。请检查地址和代理", "{0} answers ({1}), but not as a reception hub. Check the address and the proxy");
    public static readonly Text SignedIn = new("登录有效：{0}，{1}（{2}）", "The session is valid: {0} at {1} ({2})");
    public static readonly Text NotSignedIn = new("登录无效：请重新登录（reception enrol 登录码）", "The session is not valid: sign in again (reception enrol CODE)");
    public static readonly Text Socket = new("长连接可用", "A socket opens");
    public static readonly Text OnlyPolling = new("长连接不可用，只能轮询：{0}。呼叫会晚一两秒；请让代理放行 WebSocket", "No socket opens, only polling works: {0}. Calls come a second or two later; let the proxy pass WebSockets");
    public static readonly Text NoLink = new("连接没有建立：{0}", "No link was established: {0}");
    public static readonly Text Format = new("协议 {0}：正常", "Protocol {0}: works");
    public static readonly Text NoFormat = new("协议 {0} 不通：{1}。请升级客户端或服务器", "Protocol {0} fails: {1}. Update the client or the hub");
    public static readonly Text Clock = new("时钟相差 {0} 秒", "Clocks differ by {0} s");
    public static readonly Text ClockOff = new("时钟相差 {0} 秒：不影响对讲（以系统时间为准），但请校准本机时钟", "Clocks differ by {0} s: calls are not affected (the hub's time counts), but set this machine's clock");
    public static readonly Text NoClock = new("没有得到系统时间", "The hub's time was not given");
    public static readonly Text Pace = new("案场时间走得快 {0} 倍（演示）", "Venue time runs {0} times faster (a demo)");
    public static readonly Text Latency = new("往返延迟：中位 {0} 毫秒，最长 {1} 毫秒", "Round trip: median {0} ms, longest {1} ms");
    public static readonly Text Slow = new("往返延迟偏高：中位 {0} 毫秒，最长 {1} 毫秒。请检查 Wi-Fi 信号或网络", "Round trips are slow: median {0} ms, longest {1} ms. Check the Wi-Fi or the network");
}
