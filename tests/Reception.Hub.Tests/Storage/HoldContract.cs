using Reception.Hub.Storage;

namespace Reception.Hub.Tests.Storage;

/// <summary>What every store promises to a writer that has lost its race: once, nobody can be ahead of it.</summary>
public abstract class HoldContract : StoreContract
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    [Fact, Rule("P7")]
    public async Task Nobody_else_appends_to_a_venue_that_is_held()
    {
        await using var hold = await Store.Hold(Venue);
        var rival = Task.Run(() => Store.Send(Append.Empty(Venue, "b-1")));
        (await Task.WhenAny(rival, Task.Delay(Short))).Should().NotBe(rival, "it waits");
        await Store.Write(Append.Empty(Other, "o-1"));

        (await hold.Append(Append.Empty(Venue, "a-1"))).Should().BeOfType<Committed>();
        await hold.DisposeAsync();

        (await rival.WaitAsync(Limit)).Should().BeOfType<Behind>().Which.Head.Should().Be(1);
        (await Store.Entries(Venue, 0, 10)).Select(entry => entry.CommandId).Should().Equal("a-1");
    }

    [Fact]
    public async Task A_hold_that_is_given_back_unused_leaves_the_venue_as_it_was()
    {
        var hold = await Store.Hold(Venue);
        var rival = Task.Run(() => Store.Send(Append.Empty(Venue, "b-1")));
        await hold.DisposeAsync();

        (await rival.WaitAsync(Limit)).Should().BeOfType<Committed>();
    }

    [Fact]
    public async Task One_holds_after_the_other_and_each_sees_what_the_one_before_wrote()
    {
        var first = await Store.Hold(Venue);
        var second = Task.Run(async () =>
        {
            await using var hold = await Store.Hold(Venue);
            var head = await Store.Head(Venue);
            return await hold.Append(Append.After(Venue, head!.Head, head.Mark, "b-1"));
        });
        await first.Append(Append.Empty(Venue, "a-1"));
        await first.DisposeAsync();

        (await second.WaitAsync(Limit)).Should().BeOfType<Committed>();
        (await Store.Entries(Venue, 0, 10)).Select(entry => entry.CommandId).Should().Equal("a-1", "b-1");
    }

    [Fact]
    public async Task A_held_append_is_judged_as_any_other()
    {
        var first = Append.Empty(Venue, "c-1");
        await Store.Write(first);

        (await Held(Append.Empty(Venue, "c-2"))).Should().BeOfType<Behind>().Which.Head.Should().Be(1);
        (await Held(first)).Should().BeOfType<Committed>("it is the same append once more");
        (await Held(first.Then("c-1"))).Should().BeOfType<Repeated>().Which.CommandIds.Should().Equal("c-1");
    }

    private async Task<AppendResult> Held(AppendRequest request)
    {
        await using var hold = await Store.Hold(request.Venue);
        return await hold.Append(request);
    }
}
