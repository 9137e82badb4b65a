using System.CommandLine;
using Reception.Hub.Diagnostics;
using Reception.Hub.Playbooks;
using Reception.Hub.Storage;

namespace Reception.Hub;

/// <summary>The hub's command line: starting it, and what opens a store or a file.</summary>
internal static class HubCommandLine
{
    private static readonly Option<string?> Data = new("--data") { Description = "Folder of everything that is kept; made when new. Without it a demo makes a fresh one at each start." };
    private static readonly Option<string?> Urls = new("--urls") { Description = $"Where to listen, several parted by semicolons; {StartOptions.DefaultUrls} when nothing is said." };
    private static readonly Option<string?> Venue = new("--venue") { Description = "Folder with the venue's own venue.yaml (positions, staff, places, changes to playbooks)." };
    private static readonly Option<bool> Demo = new("--demo") { Description = "A centre to try: staff, guests, a Saturday at 14:00." };
    private static readonly Option<string> Crew = new("--crew") { Description = "on: positions that nobody has taken are played; off: no crew, no guests.", DefaultValueFactory = _ => "on" };
    private static readonly Option<double?> Clock = new("--clock") { Description = "Venue time N times faster than real time, in a demo." };
    private static readonly Option<bool> Lan = new("--lan") { Description = "All addresses of this machine, with a certificate of its own." };

    private static readonly Option<string?> Store = new("--store") { Description = "sqlite: one hub, everything in --data. postgres: many hubs on one server, see --connection and --keys." };
    private static readonly Option<string?> Connection = new("--connection") { Description = "PostgreSQL: the connection string of the database with the logs (or Store__Connection in the environment)." };
    private static readonly Option<string?> Keys = new("--keys") { Description = "PostgreSQL: the connection string of another database, for the keys of the cards (or Store__Keys in the environment)." };

    private static readonly Option<string?> Redis = new("--redis") { Description = "Redis between hubs, so that they hear of each other at once: host:port,user=…,password=…,ssl=true (or Redis__Connection in the environment)." };

    public static async Task<int> Run(string[] args)
    {
        Crew.AcceptOnlyFromAmong("on", "off");
        Store.AcceptOnlyFromAmong(StoreOptions.Sqlite, StoreOptions.Postgres);
        var root = new RootCommand("Reception Hub: who must know, knows within seconds, and it is written down.") { Data, Urls, Venue, Demo, Crew, Clock, Lan, Store, Connection, Keys, Redis };
        root.Add(PlaybookCommand.Make());
        root.Add(DbCommand.Make());
        root.Add(HealthCommand.Make());
        root.Add(BackupCommand.Make());
        root.Add(RestoreCommand.Make());
        root.SetAction((parsed, stop) => HubRun.Run(
            new()
            {
                Data = parsed.GetValue(Data),
                Urls = parsed.GetValue(Urls) ?? (parsed.GetValue(Lan) ? StartOptions.LanUrls : StartOptions.DefaultUrls),
                Venue = parsed.GetValue(Venue),
                Demo = parsed.GetValue(Demo),
                Crew = parsed.GetValue(Crew) != "off",
                Clock = parsed.GetValue(Clock),
                Lan = parsed.GetValue(Lan),
                Store = parsed.GetValue(Store),
                Connection = parsed.GetValue(Connection),
                Keys = parsed.GetValue(Keys),
                Redis = parsed.GetValue(Redis),
            }));
        var invocation = new InvocationConfiguration
        {
            // The host sees to signals itself, and finishes what waits.
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
        };
        var result = root.Parse(args);
        try
        {
            var code = await result.InvokeAsync(invocation);
            return result.Errors.Count > 0 ? HubRun.Refused : code;
        }
        catch (Exception cause) when (cause is StartRefusedException or StoreException)
        {
            return await HubRun.Refuse(cause.Message);
        }
    }
}
