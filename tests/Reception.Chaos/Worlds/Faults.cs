namespace Reception.Chaos.Worlds;

/// <summary>What befalls a world: one thing after the other, several at once, each for a while.</summary>
internal sealed class Faults(World world)
{
    /// <summary>Signs of life are whole again after so long.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(25);

    private readonly Chance _chance = world.Chance;
    private bool _ended;
    private bool _restored;

    public int Count { get; private set; }

    public void Begin() => Next();

    /// <summary>Everything is well again from now on.</summary>
    public void End()
    {
        _ended = true;
        world.Wire.Lost = world.Wire.Doubled = world.AnswersLost = 0;
        world.Wire.Longest = TimeSpan.FromMilliseconds(20);
        world.Network = TimeSpan.FromMilliseconds(80);
        foreach (var node in world.Nodes.ToList())
        {
            node.Store = StoreWeather.Fair;
            node.Time.GoOn();
            if (node.Time.IsDead)
            {
                world.Begin(node.Number, node.Life + 1);
            }
        }

        foreach (var phone in world.Phones)
        {
            phone.ComeBack();
            if (phone.Socket is { } socket)
            {
                socket.IsDeaf = false;
            }
        }

        world.IllFor(Settles);
        world.Trace("quiet");
    }

    private void Next() => world.Line.After(_chance.Within(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(15)), () =>
    {
        if (!_ended)
        {
            Count++;
            Befall(_chance.Below(_restored ? 14 : 15));
            Next();
        }
    });

    private void Befall(int what)
    {
        var node = _chance.Of(world.Nodes);
        var phone = _chance.Of(world.Phones);
        switch (what)
        {
            case 0 or 1 when !node.Time.IsDead:
                Kill(node);
                break;
            case 2 when node.IsUp:
                _ = Stop(node);
                break;
            case 3 when node.IsUp:
                node.Time.Pause();
                For(Seconds(1, 70), $"{node} hangs", node.Time.GoOn);
                break;
            case 4:
                StoreIs(_chance.OneIn(2) ? [node] : world.Nodes, new(1, 0, TimeSpan.FromMilliseconds(50)));
                break;
            case 5:
                StoreIs(_chance.OneIn(2) ? [node] : world.Nodes, new(0.05, 0.4, TimeSpan.FromMilliseconds(200)));
                break;
            case 6:
                StoreIs(_chance.OneIn(2) ? [node] : world.Nodes, new(0, 0.05, TimeSpan.FromSeconds(3)));
                break;
            case 7:
                (world.Wire.Lost, world.Wire.Doubled, world.Wire.Longest) = (_chance.Of([0, 0.3, 1]), 0.5, Seconds(0, 5));
                world.Trace("the wire between nodes is bad");
                break;
            case 8:
                phone.GoOffline(Seconds(0, 12));
                world.Trace($"{phone.Who.Staff} is offline");
                world.Line.After(Seconds(1, 90), phone.ComeBack);
                break;
            case 9 or 10:
                world.Trace($"{phone.Who.Staff} changes the cell");
                phone.Break(Seconds(0, 12));
                break;
            case 11 when phone.Socket is { } socket:
                socket.IsDeaf = true;
                For(Seconds(1, 20), $"{phone.Who.Staff} does not read", () => socket.IsDeaf = false);
                break;
            case 12:
                Step();
                break;
            case 14 when world.Judge.Log.Count > 60:
                _restored = true;
                world.Restore(_chance.Between(1, 15));
                break;
            case 13:
                (world.Network, world.AnswersLost) = (Seconds(0, 4), 0.2);
                For(Seconds(2, 30), "the network is bad", () => (world.Network, world.AnswersLost) = (TimeSpan.FromMilliseconds(80), 0));
                break;
        }
    }

    private void Kill(Node node)
    {
        node.Kill();
        Drop(node);
        Again(node);
    }

    private async Task Stop(Node node)
    {
        // Whoever has not stopped after ten seconds is killed.
        await Task.WhenAny(node.Stop(), world.Line.Wait(TimeSpan.FromSeconds(10)));
        if (!node.Time.IsDead)
        {
            node.Kill();
        }

        Drop(node);
        Again(node);
    }

    /// <summary>Its sockets end with the process.</summary>
    private void Drop(Node node)
    {
        foreach (var phone in world.Phones.Where(phone => phone.Socket?.Node == node))
        {
            phone.Hear(Seconds(0, 2), () => phone.Lost(node));
        }
    }

    private void Again(Node node) => world.Line.After(Seconds(0, 20), () =>
    {
        if (world.Nodes.Contains(node))
        {
            world.Begin(node.Number, node.Life + 1);
        }
    });

    private void StoreIs(IReadOnlyList<Node> nodes, StoreWeather weather)
    {
        var touched = nodes.ToList();
        foreach (var node in touched)
        {
            node.Store = weather;
        }

        For(Seconds(1, 30), $"{string.Join(", ", touched)}: the store refuses {weather.Refused}, is unsure {weather.Unsure}, takes {weather.Longest}", () =>
        {
            foreach (var node in touched)
            {
                node.Store = StoreWeather.Fair;
            }
        });
    }

    /// <summary>The clock of the store's machine is set.</summary>
    private void Step()
    {
        var by = Seconds(0, 90) * (_chance.OneIn(2) ? 1 : -1);
        world.ClockOffset += by;
        world.ClockSteps++;
        world.IllFor(Settles);
        world.Trace($"the store's clock steps by {by}");
    }

    private void For(TimeSpan time, string what, Action over)
    {
        world.IllFor(time + Settles);
        world.Trace(what);
        world.Line.After(time, () =>
        {
            if (!_ended)
            {
                world.Trace($"over: {what}");
                over();
            }
        });
    }

    private TimeSpan Seconds(int least, int most) => _chance.Within(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
}
