namespace Reception.Client;

/// <summary>
/// Whether the hub was heard of lately. 25 s without a message is "use the phone" (P11); after 24 h what is known of guests is forgotten.
/// </summary>
internal sealed class Contact : IDisposable
{
    public static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(25);
    public static readonly TimeSpan ForgetAfter = TimeSpan.FromHours(24);

    private readonly Lock gate = new();
    private readonly ITimer timer;
    private readonly Action lost;
    private readonly Action back;
    private readonly Action forget;
    private bool isLost;

    public Contact(TimeProvider time, Action lost, Action back, Action forget)
    {
        (this.lost, this.back, this.forget) = (lost, back, forget);
        timer = time.CreateTimer(_ => Silent(), null, LostAfter, Timeout.InfiniteTimeSpan);
    }

    public bool IsLost => Volatile.Read(ref isLost);

    public void Heard()
    {
        lock (gate)
        {
            timer.Change(LostAfter, Timeout.InfiniteTimeSpan);
            if (isLost)
            {
                isLost = false;
                back();
            }
        }
    }

    public void Dispose() => timer.Dispose();

    private void Silent()
    {
        lock (gate)
        {
            if (isLost)
            {
                forget();
                return;
            }

            isLost = true;
            timer.Change(ForgetAfter - LostAfter, Timeout.InfiniteTimeSpan);
            lost();
        }
    }
}
