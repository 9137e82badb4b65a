namespace Reception.Hub.Realtime;

/// <summary>So many a second, and so many at once. Host time.</summary>
internal sealed class TokenBucket(int perSecond, int burst, TimeProvider host)
{
    private readonly Lock _gate = new();
    private double _left = burst;
    private long _since = host.GetTimestamp();

    public bool Take()
    {
        lock (_gate)
        {
            var now = host.GetTimestamp();
            _left = Math.Min(burst, _left + (host.GetElapsedTime(_since, now).TotalSeconds * perSecond));
            _since = now;
            if (_left < 1)
            {
                return false;
            }

            _left--;
            return true;
        }
    }
}
