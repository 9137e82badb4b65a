namespace Reception.Benchmarks.Load;

/// <summary>A hub to be measured, as a process of its own on loopback.</summary>
internal interface IContender : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Connects one more device.</summary>
    Task<ISeat> Connect(CancellationToken stop);
}

/// <summary>One device. It sends one thing after the other and counts what reaches it.</summary>
internal interface ISeat : IAsyncDisposable
{
    /// <summary>Sends a command that is accepted and changes what everybody sees. Completes with the answer.</summary>
    Task Send(CancellationToken stop);

    /// <summary>Commands, of anybody, whose outcome this device has received.</summary>
    long Delivered { get; }
}
