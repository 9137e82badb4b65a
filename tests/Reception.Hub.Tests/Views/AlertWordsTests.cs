using System.Collections.Immutable;
using Reception.Contracts;
using Reception.Domain.Alerts;
using Reception.Hub.Views;

namespace Reception.Hub.Tests.Views;

public sealed class AlertWordsTests
{
    [Fact]
    public void The_screen_has_the_masked_plate_and_the_ear_its_last_three_digit_by_digit()
    {
        var (day, journey) = Arrived(("address", "王先生"), ("plate", "浙A12345"));
        day.Pull(Day.Host, "leave", journey);
        var call = Call(day, "guest-leaving");

        call.Screen.Zh.Should().Contain("王先生").And.Contain("浙A·**345").And.NotContain("12345");
        call.Ear.Zh.Should().Contain("王先生").And.Contain("3 4 5").And.NotContain("345").And.NotContain("浙");
        call.Ear.En.Should().Contain("Mr Wang").And.Contain("3 4 5");
    }

    [Fact]
    public void A_telephone_number_is_neither_shown_nor_spoken()
    {
        var (day, journey) = Arrived(("address", "王先生"), ("plate", "浙A12345"));
        var guest = day.State.Journeys[journey].Guest;
        var card = day.Moment.Cards[guest] with { Labels = day.Moment.Cards[guest].Labels.SetItem("phone", "····1234") };
        var moment = day.Moment with { Cards = day.Moment.Cards.SetItem(guest, card) };
        var alert = day.State.Alerts.Values.First() with { Facts = ImmutableDictionary<Domain.Key, Domain.Key>.Empty };
        var words = new AlertWords(alert, Template("{phone}，{full-name}，{note}"), moment);

        words.Screen().Zh.Should().Be("未说明，未说明，未说明");
        words.Ear().En.Should().Be("Not stated，not stated，not stated");
    }

    [Fact]
    public void Where_a_word_is_missing_a_neutral_one_stands_and_what_may_be_left_out_is()
    {
        var (day, _) = Arrived();
        var alert = day.State.Alerts.Values.First();
        var words = new AlertWords(alert, Template("{address}[ · {plate}][ · {size} 位]在{place}，{item}"), day.Moment);

        words.Screen().Zh.Should().Be("一位客户在现场，待办事项");
        words.Screen().En.Should().Be("A guest在on site，a task");
    }

    [Fact]
    public void Facts_are_said_in_the_venues_words()
    {
        var (day, _) = Arrived(("address", "王先生"), ("size", "3"), ("needs", "elderly,child"));
        var alert = day.State.Alerts.Values.First(one => one.Journey is not null);
        var words = new AlertWords(alert, Template("{size}位：{needs}，{visit}，{manager}"), day.Moment);

        words.Screen().Zh.Should().StartWith("3位：有老人、有孩子，首访，");
        words.Screen().En.Should().StartWith("3位：elderly, a child，first visit，");
    }

    [Fact]
    [Rule("L25")]
    public void A_call_that_climbed_names_who_is_missing()
    {
        var (day, _) = Arrived();
        var alert = day.State.Alerts.Values.First() with { Missing = new([new("door-valet")], [new(Day.Host)]) };
        var words = new AlertWords(alert, Template("点名"), day.Moment);
        var person = day.Moment.Library.Venue.Staff.Single(person => person.Id.Value == Day.Host).Name;

        words.Screen().Zh.Should().Be($"点名 · 未应答：门岗礼宾、{person.Zh}");
        words.Ear().En.Should().Be($"点名 No answer from Door valet, {person.En}.");
    }

    [Fact]
    [Rule("L30")]
    public void Each_position_may_have_a_line_of_its_own()
    {
        var (day, _) = Arrived(("address", "单女士"));
        var alert = day.State.Alerts.Values.First();
        var template = Template("各岗位做好接待工作") with
        {
            Lines = ImmutableDictionary<Domain.PositionId, Domain.Text>.Empty.Add(new("door-valet"), new("{address}，红毯前停车。", "{address}, at the red carpet.")),
        };

        new AlertWords(alert, template, day.Moment).Lines()!["door-valet"].Zh.Should().Be("善女士，红毯前停车。");
        new AlertWords(alert, Template("x"), day.Moment).Lines().Should().BeNull();
    }

    [Fact]
    [Rule("L27")]
    public void A_call_that_had_to_wait_for_contact_says_its_age_in_the_ear()
    {
        var (day, _) = Arrived();
        var alert = day.State.Alerts.Values.First();
        var words = new AlertWords(alert with { Made = alert.Raised.AddMinutes(-12).AddSeconds(-30) }, Template("{address}到了。"), day.Moment);

        words.Ear().Zh.Should().Be("12分钟前的呼叫：一位客户到了。");
        words.Ear().En.Should().StartWith("12 min ago: ");
        words.Screen().Zh.Should().Be("一位客户到了。");
    }

    [Fact]
    public void The_sender_of_a_delayed_call_gets_the_sentence_to_say()
    {
        var (day, journey) = Arrived(("address", "王先生"));
        day.Pull(Day.Host, "leave", journey);
        var alert = day.State.Alerts.Values.Single(one => one.Template.Value == "guest-leaving");
        day.Do(Day.Valet, new Domain.Command.Delay(alert.Id, 7)).Refusal.Should().BeNull();

        Call(day, "guest-leaving").AnsweredWords!.Zh.Should().Be("王先生，车7分钟就到门口。");
    }

    [Fact]
    public void A_corrected_form_of_address_shows_in_the_open_calls_about_the_guest()
    {
        var (day, journey) = Arrived(("address", "黄先生"));
        var before = Call(day, "walk-in-arrived");
        day.Do(Day.Boss, new Domain.Command.ChangeCard(day.State.Journeys[journey].Guest, ImmutableDictionary<string, string>.Empty.Add("address", "王先生")));
        var after = Call(day, "walk-in-arrived");

        before.Screen.Zh.Should().Contain("黄先生");
        after.Screen.Zh.Should().Contain("王先生").And.NotContain("黄先生");
        after.Seq.Should().Be(day.State.Seq);
    }

    [Fact]
    public void After_a_guest_was_erased_no_call_names_them()
    {
        var (day, journey) = Arrived(("address", "王先生"), ("plate", "浙A12345"));
        day.Do(Day.Boss, new Domain.Command.Erase(day.State.Journeys[journey].Guest));
        var whole = Differences.Whole(day.Moment, new(), desk: true, new(day.Now, 1));

        whole.Guests!.Single().Should().Match<GuestView>(guest => guest.Erased && guest.Address.Zh == "已删除" && guest.Labels.Count == 0);
        whole.Alerts!.Should().OnlyContain(alert => !alert.Screen.Zh.Contains("王先生") && !alert.Screen.Zh.Contains("345"));
    }

    [Fact]
    public void The_last_rung_is_loud_and_an_emergency_always_is()
    {
        var (day, _) = Arrived();
        var alert = day.State.Alerts.Values.First(one => one.Answer != AnswerRule.None);

        AlertViews.Of(alert, day.Moment).Loud.Should().BeFalse();
        AlertViews.Of(alert with { Step = alert.Rungs.Length - 1 }, day.Moment).Loud.Should().BeTrue();
        AlertViews.Of(alert with { Kind = AlertKind.Emergency }, day.Moment).Loud.Should().BeTrue();
    }

    private static (Day Day, Domain.JourneyId Journey) Arrived(params (string, string)[] fields)
    {
        var day = new Day().Staffed();
        day.Pull(Day.Valet, "walk-in", null, fields).Refusal.Should().BeNull();
        return (day, day.State.Journeys.Keys.Single());
    }

    private static AlertView Call(Day day, string template) =>
        AlertViews.Of(day.State.Alerts.Values.Single(alert => alert.Template.Value == template), day.Moment);

    private static Domain.Playbooks.AlertTemplate Template(string both) =>
        new("t", [], AlertKind.Information, AnswerRule.None, null, [], null, Domain.Text.Of(both), Domain.Text.Of(both), null, null);
}
