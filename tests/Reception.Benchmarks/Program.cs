using System.CommandLine;
using Reception.Benchmarks.Figures;
using Reception.Benchmarks.Plain;

var root = new RootCommand("What the hub costs, beside what anybody would write.")
{
    Compare.Command(),
    PlainHost.Command(),
};
return await root.Parse(args).InvokeAsync();
