using Reception.Hub.Storage;

namespace Reception.Hub.Tests.Storage;

/// <summary>What every store promises about sessions and codes.</summary>
public abstract class SessionContract : StoreContract
{
    private static readonly DateTimeOffset Now = Append.Noon;

    private static readonly SessionRow Lin = new(
        "s-1", Append.Bytes(32, 1), Venue, "lin", "d-1", "林的手机", "floor", Now, Now);

    private static readonly CodeRow Code = new(Append.Bytes(32, 7), Venue, "lin", Now.AddMinutes(15));

    [Fact]
    public async Task A_session_is_found_by_the_hash_of_its_token()
    {
        await Store.OpenSession(Lin);

        (await Store.SessionBy(Append.Bytes(32, 1))).Should().BeEquivalentTo(Lin);
        (await Store.SessionBy(Append.Bytes(32, 2))).Should().BeNull();
    }

    [Fact]
    public async Task The_sessions_of_a_venue_come_newest_first()
    {
        await Store.OpenSession(Lin);
        await Store.OpenSession(Lin with { Id = "s-2", TokenHash = Append.Bytes(32, 2), Opened = Now.AddHours(1) });
        await Store.OpenSession(Lin with { Id = "s-3", TokenHash = Append.Bytes(32, 3), Venue = Other });

        (await Store.Sessions(Venue)).Select(s => s.Id).Should().Equal("s-2", "s-1");
    }

    [Fact, Rule("P12")]
    public async Task A_session_is_revoked_once_and_by_its_own_venue_only()
    {
        await Store.OpenSession(Lin);

        (await Store.Revoke(Other, "s-1", Now)).Should().BeFalse();
        (await Store.Revoke(Venue, "s-1", Now.AddMinutes(1))).Should().BeTrue();
        (await Store.Revoke(Venue, "s-1", Now.AddMinutes(2))).Should().BeFalse();

        (await Store.SessionBy(Lin.TokenHash))!.Revoked.Should().Be(Now.AddMinutes(1));
    }

    [Fact]
    public async Task Last_seen_moves_forward_only()
    {
        await Store.OpenSession(Lin);
        await Store.Seen(["s-1", "s-9"], Now.AddMinutes(5));
        await Store.Seen(["s-1"], Now.AddMinutes(4));

        (await Store.SessionBy(Lin.TokenHash))!.LastSeen.Should().Be(Now.AddMinutes(5));
    }

    [Fact]
    public async Task A_code_is_redeemed_once_by_twenty_tries_at_once()
    {
        await Store.AddCode(Code);
        using var start = new ManualResetEventSlim();
        var tries = Enumerable.Range(0, 20).Select(i => Task.Factory.StartNew(
            () =>
            {
                start.Wait(TimeSpan.FromSeconds(10));
                return Store.Redeem(Code.Hash, Now.AddSeconds(i)).AsTask();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()).ToList();

        start.Set();
        var got = await Task.WhenAll(tries).WaitAsync(TimeSpan.FromSeconds(20));

        got.Should().ContainSingle(code => code != null).Which!.Staff.Should().Be("lin");
    }

    [Fact]
    public async Task A_code_is_worth_nothing_from_its_end_on()
    {
        await Store.AddCode(Code);

        (await Store.Redeem(Code.Hash, Code.Expires)).Should().BeNull();
        (await Store.Redeem(Append.Bytes(32, 8), Now)).Should().BeNull();
        (await Store.Redeem(Code.Hash, Code.Expires.AddTicks(-1)))!.Used.Should().Be(Code.Expires.AddTicks(-1));
    }
}
