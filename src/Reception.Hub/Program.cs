using Reception.Hub;

return await HubCommandLine.Run(args);
