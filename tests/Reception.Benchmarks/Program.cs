Console.Error.WriteLine("No rig of that name.");
return 2;
