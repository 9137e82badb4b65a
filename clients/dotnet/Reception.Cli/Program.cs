using System.CommandLine;

return await new RootCommand("Talks to a running reception hub.").Parse(args).InvokeAsync();
