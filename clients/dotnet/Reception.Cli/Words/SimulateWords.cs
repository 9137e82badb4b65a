using Reception.Contracts;

namespace Reception.Cli.Words;

/// <summary>What is said around a simulated day. Its two last lines are the same in every language: programs read them.</summary>
public static class SimulateWords
{
    public static readonly Text About = new("在演示系统上演一天（系统须以 --demo --crew off 启动）", "Play a day on a demo hub (started with --demo --crew off)");
    public static readonly Text Guests = new("来多少组客户", "How many parties come");
    public static readonly Text Seed = new("同一个数演同一天", "The same number plays the same day");
    public static readonly Text Far = new("开场后 {0}：{1}/{2} 组已离场，{3} 条指令", "{0} into the day: {1} of {2} parties gone, {3} commands");
    public static readonly Text More = new("……还有 {0} 处", "… and {0} more");
    public static readonly Text FirstRung = new("收到的呼叫中 {0}% 在第一级（种子 {1}，{2} 倍速）", "{0} % of the calls that were taken were taken on the first rung (seed {1}, pace {2})");
}
