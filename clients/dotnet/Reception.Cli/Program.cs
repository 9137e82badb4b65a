using Reception.Cli;

return await Cli.Run(args, new(Console.Out, Console.Error, Environment.GetEnvironmentVariable));
