using System.CommandLine;
using Reception.Chaos.Day;
using Reception.Chaos.Flush;
using Reception.Chaos.Idle;
using Reception.Chaos.Mutations;
using Reception.Chaos.Run;
using Reception.Chaos.Worlds;

var root = new RootCommand("Rigs that break things on purpose. Each ends with one line of counts and exits 0 only when all is well.")
{
    MutationRig.Command(),
    DayRig.Command(),
    RunRig.Command(),
    FlushRig.Command(),
    IdleRig.Command(),
    WorldsRig.Command(),
};
return await root.Parse(args).InvokeAsync();
