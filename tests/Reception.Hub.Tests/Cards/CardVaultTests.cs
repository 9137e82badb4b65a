using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Reception.Hub.Cards;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Storage;

namespace Reception.Hub.Tests.Cards;

/// <summary>Words about guests: sealed, found again, destroyed.</summary>
public sealed class CardVaultTests : IAsyncLifetime
{
    private const string Venue = "yunqi";

    private static readonly CardText Wang = new(
        "g-1", 1, new Dictionary<string, string> { ["name"] = "王晓明", ["phone"] = "13800138000", ["note"] = "带孩子来看房" }, "138-0013-8000", "浙A·D1234");

    private readonly FakeTimeProvider _clock = new(Append.Noon);
    private readonly SqliteDatabase _database;
    private DataFolder _folder = null!;
    private CardVault _vault = null!;

    public CardVaultTests() => _database = new SqliteDatabase { Clock = _clock };

    public async Task InitializeAsync()
    {
        Reopen();
        await _folder.Store.Register(Venue, Append.Genesis);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task What_was_sealed_is_opened_after_a_restart()
    {
        await Write(Wang);
        await _database.Close();
        Reopen();

        (await Open((await _folder.Store.Card(Venue, "g-1"))!)).Should().Equal(Wang.Fields);
    }

    [Fact]
    public async Task A_card_opens_for_its_own_guest_and_venue_only()
    {
        var sealedWang = Row((await _vault.Seal(Venue, [Wang]))[0]);
        await _vault.Seal(Venue, [Wang with { Guest = "g-2" }]);
        await _vault.Seal("binjiang", [Wang]);

        (await Open(sealedWang)).Should().Equal(Wang.Fields);
        (await Open(sealedWang with { Guest = "g-2" })).Should().BeNull();
        (await Open(sealedWang, "binjiang")).Should().BeNull();
        (await Open(sealedWang with { Guest = "g-3" })).Should().BeNull("there is no such key");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(60)]
    public async Task A_card_with_one_changed_byte_does_not_open(int at)
    {
        var row = Row((await _vault.Seal(Venue, [Wang]))[0]);
        row.Sealed[at] ^= 1;

        (await Open(row)).Should().BeNull();
    }

    [Fact]
    public async Task The_same_words_are_never_sealed_the_same_way_twice()
    {
        (await _vault.Seal(Venue, [Wang]))[0].Sealed.Should().NotEqual((await _vault.Seal(Venue, [Wang]))[0].Sealed);
    }

    [Fact, Rule("P13")]
    public async Task An_erased_guests_card_cannot_be_opened_again_not_even_from_an_old_copy()
    {
        await Write(Wang);
        var copy = (await _folder.Store.Card(Venue, "g-1"))!;

        await _vault.Destroy(Venue, "g-1");

        (await Open(copy)).Should().BeNull();
    }

    [Fact]
    public async Task A_key_without_a_card_is_swept_after_an_hour()
    {
        await Write(Wang);
        var lost = Row((await _vault.Seal(Venue, [Wang with { Guest = "g-2" }]))[0]);

        _clock.Advance(TimeSpan.FromMinutes(59));
        (await _vault.Sweep()).Should().Be(0, "its append may still be sent again");
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await _vault.Sweep()).Should().Be(1);

        (await Open(lost)).Should().BeNull();
        (await Open((await _folder.Store.Card(Venue, "g-1"))!)).Should().NotBeNull();
    }

    [Fact]
    public async Task An_old_key_that_was_just_used_again_is_not_swept()
    {
        await _vault.Seal(Venue, [Wang]);
        _clock.Advance(TimeSpan.FromMinutes(90));
        await Write(Wang);
        await _folder.Store.Write(Append.Empty(Venue, "c-1").Then("c-2") with { Cards = [CardWrite.Erase("g-1", 2)] });

        (await _vault.Sweep()).Should().Be(0);
        _clock.Advance(TimeSpan.FromMinutes(61));
        (await _vault.Sweep()).Should().Be(1, "an erasure that was cut short is finished");
    }

    [Theory]
    [InlineData("+86 138 0013 8000")]
    [InlineData("0086-13800138000")]
    [InlineData("１３８００１３８０００")]
    public async Task A_return_visit_is_found_by_phone_however_it_is_written(string phone)
    {
        await Write(Wang);

        (await _folder.Store.GuestsBy(Venue, _vault.IndexPhone(Venue, phone), null)).Should().Equal("g-1");
    }

    [Theory]
    [InlineData("浙a d1234")]
    [InlineData("浙AD1234")]
    [InlineData("浙Ａ·Ｄ１２３４")]
    public async Task A_return_visit_is_found_by_plate_however_it_is_written(string plate)
    {
        await Write(Wang);

        (await _folder.Store.GuestsBy(Venue, null, _vault.IndexPlate(Venue, plate))).Should().Equal("g-1");
    }

    [Fact, Rule("P9")]
    public void Two_venues_cannot_tell_that_they_share_a_guest()
    {
        _vault.IndexPhone(Venue, Wang.Phone).Should().NotEqual(_vault.IndexPhone("binjiang", Wang.Phone));
        _vault.IndexPhone(Venue, "unknown").Should().BeNull();
        _vault.IndexPlate(Venue, null).Should().BeNull();
    }

    [Fact]
    public void Words_do_not_slip_into_a_log_line() => $"{Wang}".Should().Be("card of g-1 at 1");

    private static CardRow Row(CardWrite card) => new(card.Guest, card.Rev, card.Sealed!);

    private void Reopen()
    {
        _folder = _database.Open();
        _vault = new CardVault(_folder.Keys, _folder.Store, _clock, NullLogger<CardVault>.Instance);
    }

    private async Task<IReadOnlyDictionary<string, string>?> Open(CardRow card, string venue = Venue) =>
        (await _vault.Open(venue, [card])).GetValueOrDefault(card.Guest);

    private async Task Write(CardText card) =>
        await _folder.Store.Write(Append.Empty(Venue, "c-1") with { Cards = await _vault.Seal(Venue, [card]) });
}
