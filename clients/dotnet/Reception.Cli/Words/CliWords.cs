using System.Globalization;
using Reception.Contracts;

namespace Reception.Cli.Words;

/// <summary>What the command line says.</summary>
public static class CliWords
{
    public static readonly Text Root = new("与正在运行的案场对讲系统通信", "Talks to a running reception hub");
    public static readonly Text Unknown = new("看不懂“{0}”，用 --help 看看可以写什么", "“{0}” is not understood; --help shows what is");
    public static readonly Text Incomplete = new("“{0}”还缺内容或内容不对，用 --help 看看该怎么写", "“{0}” lacks something or has a wrong value; --help shows how it is written");

    public static readonly Text Url = new("系统地址，如 https://reception.example（也可用环境变量 RECEPTION_URL；默认用上次登录的）", "Address of the hub, as https://reception.example (or RECEPTION_URL; default: that of the last sign-in)");
    public static readonly Text Token = new("登录令牌（也可用环境变量 RECEPTION_TOKEN；默认用 enrol 保存的）", "Session token (or RECEPTION_TOKEN; default: the one enrol saved)");
    public static readonly Text Lang = new("zh 或 en，默认随系统语言", "zh or en; default: the language of the system");
    public static readonly Text Insecure = new("接受自签证书（只用于演示）", "Accept a certificate the system does not trust (demos only)");

    public static readonly Text Unreachable = new("连不上这个地址：请检查地址、网络，以及服务是否在运行（reception doctor 可逐项检查）", "The address cannot be reached: check it, the network, and whether the hub is running (reception doctor checks step by step)");
    public static readonly Text TooSlow = new("没有及时得到回答，请稍后再试", "No answer in time; try again later");
    public static readonly Text NotAHub = new("这个地址有回应，但不是案场对讲系统", "Something answers at this address, but it is not a reception hub");
    public static readonly Text OddAnswer = new("这个地址的回答不对（{0}），请检查地址", "The address gave an unexpected answer ({0}); check the address");
    public static readonly Text File = new("文件用不了：{0}", "A file cannot be used: {0}");
    public static readonly Text Failed = new("没有做成：{0}", "Not done: {0}");
    public static readonly Text NoUrl = new("还不知道系统地址：请写 --url", "The hub's address is not known yet: give --url");
    public static readonly Text BadUrl = new("地址要以 http:// 或 https:// 开头：{0}", "The address must begin with http:// or https://: {0}");
    public static readonly Text NoToken = new("还没有登录：请先用 reception enrol 登录码，或写 --token", "Not signed in yet: use reception enrol CODE first, or give --token");

    public static readonly Text Enrol = new("用一次性登录码登录并保存", "Sign in with a one-time code, and remember it");
    public static readonly Text EnrolCode = new("主管给的八位登录码", "The eight characters given by a supervisor");
    public static readonly Text EnrolDevice = new("这台设备叫什么", "What this device is called");
    public static readonly Text EnrolDemo = new("演示中：以这位同事登录（编号）", "In a demo: sign in as this person (id)");
    public static readonly Text EnrolNothing = new("请给登录码，或用 --demo 写同事编号", "Give a code, or a person's id with --demo");
    public static readonly Text Enrolled = new("已登录：{0}（{1}），保存在 {2}", "Signed in as {0} ({1}); saved in {2}");

    public static readonly Text Watch = new("实时日志：谁、做了什么、为了哪位客户", "Live log in words: who did what, for whom");
    public static readonly Text WatchSeconds = new("看多少秒后结束；默认一直看", "End after so many seconds; default: go on");
    public static readonly Text Watching = new("{0} · {1}。Ctrl+C 结束", "{0} · {1}. Ctrl+C ends");
    public static readonly Text Lost = new("失联：25 秒没有消息，请用电话", "No contact for 25 s: use the telephone");
    public static readonly Text Back = new("已恢复联系", "In contact again");
    public static readonly Text Revoked = new("登录已失效，请重新登录", "The session is over; sign in again");
    public static readonly Text Snapshot = new("当前：{0} 位客户在场，{1} 个呼叫未结束，{2} 人在岗", "Now: {0} guests, {1} open calls, {2} on duty");

    public static readonly Text LineCall = new("{0} → {1}：{2}", "{0} → {1}: {2}");
    public static readonly Text LineAnswer = new("{0}：{1} · {2}", "{0}: {1} · {2}");
    public static readonly Text LineOver = new("呼叫结束（{0}）：{1}", "Call over ({0}): {1}");
    public static readonly Text LineLadder = new("无人应答，逐级上报 → {0}：{1}", "No answer, escalated → {0}: {1}");
    public static readonly Text LineExhausted = new("没有人可以再叫：{0}", "Nobody is left to ask: {0}");
    public static readonly Text LineStep = new("{0}：{1} · {2}", "{0}: {1} · {2}");
    public static readonly Text LineExpected = new("登记：{0}", "Noted: {0}");
    public static readonly Text LineItem = new("{0}：完成“{1}”", "{0}: “{1}” done");
    public static readonly Text LineDuty = new("{0}：{1}", "{0}: {1}");
    public static readonly Text LineUnmanned = new("岗位无人：{0}", "Unmanned: {0}");
    public static readonly Text LineManned = new("岗位有人了：{0}", "Manned again: {0}");
    public static readonly Text LineWeather = new("天气：{0}", "Weather: {0}");
    public static readonly Text Hub = new("系统", "the hub");

    public static readonly Text Guests = new("客户一览：在哪个环节、多久、由谁接待", "Table of guests: who is where, how long, with whom");
    public static readonly Text GuestsAll = new("也列出今天已结束的", "Also those that are over");
    public static readonly Text NoGuests = new("现在没有客户", "No guests at the moment");
    public static readonly Text ColumnGuest = new("客户", "Guest");
    public static readonly Text ColumnPlate = new("车牌", "Plate");
    public static readonly Text ColumnStage = new("环节", "Stage");
    public static readonly Text ColumnTime = new("时间", "Time");
    public static readonly Text ColumnHost = new("接待", "With");
    public static readonly Text ColumnPlace = new("位置", "Place");
    public static readonly Text ColumnId = new("编号", "Id");
    public static readonly Text Minutes = new("{0} 分", "{0} min");
    public static readonly Text ComesAt = new("预计 {0}", "due {0}");

    public static readonly Text Send = new("发出一条指令", "Send one command");
    public static readonly Text SendPhrase = new("用现成短语呼叫", "Call in ready words");
    public static readonly Text SendPhraseId = new("短语编号；写 ? 列出全部", "Id of the phrase; ? lists them");
    public static readonly Text SendTo = new("呼叫哪些岗位（编号，可多个），或 everyone", "Which positions (ids), or everyone");
    public static readonly Text SendStaff = new("呼叫哪一位同事（编号）", "Which person (id)");
    public static readonly Text SendJourney = new("哪张接待单（编号）", "Which visit (id)");
    public static readonly Text SendPlace = new("在哪里（编号）", "Where (id)");
    public static readonly Text SendTrigger = new("操作一步", "Pull a trigger");
    public static readonly Text SendTriggerId = new("操作编号；写 ? 列出全部", "Id of the trigger; ? lists them");
    public static readonly Text SendPlaybook = new("新开哪个流程（编号）", "Which playbook to open (id)");
    public static readonly Text SendField = new("内容，写成 编号=值", "A field, as id=value");
    public static readonly Text SendReason = new("放行理由（编号）", "Reason of an override (id)");
    public static readonly Text SendAnswer = new("回答一个呼叫", "Answer a call");
    public static readonly Text SendAlertId = new("呼叫编号；写 ? 列出正在问您的", "Id of the call; ? lists those that ask you");
    public static readonly Text SendAnswerKind = new("ack 收到、delay 稍候、decline 去不了、done 完成、cancel 撤回", "ack, delay, decline, done or cancel");
    public static readonly Text SendMinutes = new("稍候几分钟", "How many minutes");
    public static readonly Text SendDuty = new("上岗、离岗、回来、下班", "Start, away, back, end");
    public static readonly Text SendDutyKind = new("start、away、back 或 end", "start, away, back or end");
    public static readonly Text SendPositions = new("岗位编号", "Ids of positions");
    public static readonly Text SendUndo = new("撤销这张接待单的上一步", "Take back the last step of a visit");
    public static readonly Text SendWeather = new("报天气：clear、cloudy、rain、snow、hot", "Say the weather: clear, cloudy, rain, snow, hot");
    public static readonly Text BadField = new("内容要写成 编号=值，不是“{0}”", "A field is written id=value, not “{0}”");
    public static readonly Text Sent = new("已执行（第 {0} 条）", "Done (entry {0})");
    public static readonly Text SentCreated = new("已执行（第 {0} 条），新编号：{1}", "Done (entry {0}); new ids: {1}");
    public static readonly Text NoAlerts = new("现在没有呼叫在问您", "No call asks you at the moment");

    public static string Answer(string kind, int? minutes, bool chinese) => kind switch
    {
        "ack" => chinese ? "收到" : "copy",
        "delay" => string.Format(CultureInfo.InvariantCulture, chinese ? "稍候 {0} 分钟" : "in {0} min", minutes),
        "decline" => chinese ? "去不了" : "cannot",
        "done" => chinese ? "完成" : "done",
        _ => kind,
    };

    public static string Over(string state, bool chinese) => state switch
    {
        "done" => chinese ? "已应答" : "answered",
        "cancelled" => chinese ? "已撤回" : "taken back",
        "overtaken" => chinese ? "已不需要" : "overtaken",
        "expired" => chinese ? "过时" : "expired",
        _ => state,
    };

    public static string Duty(string state, bool chinese) => state switch
    {
        "on" => chinese ? "在岗" : "on duty",
        "away" => chinese ? "临时离岗" : "away",
        "off" => chinese ? "下班" : "off duty",
        _ => state,
    };

    public static Text With(Text words, string gap) => new(
        string.Format(CultureInfo.InvariantCulture, words.Zh, gap), string.Format(CultureInfo.InvariantCulture, words.En, gap));
}
