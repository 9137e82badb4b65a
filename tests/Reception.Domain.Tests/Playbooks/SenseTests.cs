using Reception.Domain.Playbooks.Checking;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>What can be read may still make no sense: said with the place of the thing that is wrong.</summary>
public class SenseTests
{
    [Theory]
    [InlineData("to: running, lease", "to: done, lease", "unreachable-stage", "stage", "  running:")]
    [InlineData("finish: {name: {zh: 送到, en: Finish}, by: [runner], to: done,", "finish: {name: {zh: 送到, en: Finish}, by: [runner],", "no-way-out", "stage", "  running:")]
    [InlineData("en: Done}, column: open, ends: true}", "en: Done}, column: open, ends: true, triggers: {again: {name: {zh: 再, en: Again}, by: [desk], to: running}}}", "after-the-end", "again", "  done:")]
    [InlineData("opens:\n  plan: {", "anywhere:\n  plan: {from: [running], ", "nothing-opens", "begins", "playbook: errand")]
    [InlineData("after: 1h, to: done", "after: 1h, to: running", "no-show-goes-on", "running", "no-show:")]
    [InlineData("en: Begin}, by: [runner]", "en: Begin}, by: []", "nobody-may-pull", "begin", "      begin:")]
    [InlineData("opens:\n", "anywhere:\n  lost: {name: {zh: 丢, en: Lost}, by: [desk], from: all-after-arrival, except: [running]}\nopens:\n", "nowhere-pulled", "lost", "opens:")]
    [InlineData("ask: [address, kind], to: planned}", "ask: [address, kind]}", "opens-nowhere", "plan", "  plan:")]
    [InlineData("en: Begin}, by", "en: Begin}, hold: true, by", "hold-and-undo", "begin", "      begin:")]
    [InlineData("[{done: knock, else: knock-first}], release: spot", "[{holds: spot, ready: true}], release: spot", "never-ready", "spot", "      finish:")]
    [InlineData("to: desk, kind: action, over", "kind: action, over", "asks-nobody", "begun", "  begun:")]
    [InlineData("to: desk, kind: action, over", "to: {person: runner}, kind: action, over", "may-ask-nobody", "else", "  begun:")]
    [InlineData("kind: action, over", "kind: action, ladder: {again: 30s, rungs: [{after: 1m, to: {person: runner}}]}, over", "ladder-ends-in-nobody", "begun", "  begun:")]
    [InlineData("kind: action, over", "kind: action, ladder: {again: 30s}, over", "ladder-ends-in-nobody", "begun", "  begun:")]
    [InlineData("kind: information, screen: {zh: 晚了", "kind: information, done: {within: 1m}, screen: {zh: 晚了", "senseless", "no done", "  late:")]
    [InlineData("who: [runner], due", "who: [], due", "nobodys-item", "knock", "  knock:")]
    [InlineData("due: {in: 3m}, late", "late", "calls-without-due", "knock", "  knock:")]
    [InlineData("needs: [eta], ask", "ask", "no-eta", "plan", "  plan:")]
    [InlineData("parcel: {zh: 包裹, en: parcel}}}", "parcel: {zh: 包裹, en: parcel}}, use: size}", "use-twice", "size", "  kind:")]
    [InlineData("class: guarded, use: phone", "class: label, use: phone", "not-guarded", "phone", "  phone:")]
    [InlineData("en: Begin}, by", "en: Begin 开始}, by", "not-translated", "开始", "      begin:")]
    [InlineData("en: Begin}, by", "en: \"Begin {size}\"}, by", "cannot-be-filled", "{size}", "      begin:")]
    [InlineData("en: On its way.}", "en: \"On its way {tag}.\"}", "cannot-be-filled", "{tag}", "screen: {zh: \"{address}的{spot}出")]
    [InlineData("en: On its way.}", "en: \"On its way {weight}.\"}", "cannot-be-filled", "{weight}", "screen: {zh: \"{address}的{spot}出")]
    [InlineData("en: On its way.}", "en: \"On its way, {size}.\"}", "may-be-empty", "brackets", "screen: {zh: \"{address}的{spot}出")]
    [InlineData("en: On its way.}", "en: \"Call {phone}.\"}", "gives-away", "phone", "screen: {zh: \"{address}的{spot}出")]
    [InlineData("en: On its way.}", "en: \"Call 138 0013 8000.\"}", "gives-away", "number", "screen: {zh: \"{address}的{spot}出")]
    [InlineData("{spot} of {address} is", "{phone} of {address} is", "not-in-the-stream", "phone", "screen: {zh: \"{address}的{spot}出")]
    [InlineData("type: place, kind: locker, use: place", "type: place, kind: shelf, use: place", "unknown-place-kind", "locker", "  spot:")]
    [Rule("Y6")]
    public void What_makes_no_sense_is_named_where_it_stands(string from, string to, string code, string hint, string place)
    {
        var flaws = Small.Change(from, to);

        var added = to.Contains("\nopens:", StringComparison.Ordinal) ? 1 : 0;
        flaws.Should().Contain(flaw => flaw.Code == code && flaw.Line == Small.LineOf(place) + added && flaw.Words.En.Contains(hint, StringComparison.Ordinal),
            "it was {0}", string.Join('\n', flaws));
    }

    [Theory]
    [InlineData("emergency: {again: 10s, rungs: [{after: 0s, to: everyone}]}", "emergency: {again: 10s}", "ladder-ends-in-nobody", "  emergency:")]
    [InlineData("screen: desk, desk: true", "screen: desk", "no-desk", "venue: house")]
    [InlineData("positions: [desk, runner]", "positions: []", "no-position", "  li:")]
    [InlineData("to: everyone, kind: emergency", "to: everyone, kind: information", "gives-away", "  lamp:", "zh: 换灯。", "zh: 失火。")]
    [InlineData("zh: 请看。", "zh: \"请看{who}。\"", "cannot-be-filled", "  digest:")]
    [InlineData("en: Look.", "en: Look 看.", "not-translated", "  digest:")]
    [Rule("Y6")]
    public void What_makes_no_sense_in_a_venue_is_named(string from, string to, string code, string place, string and = "venue: house", string then = "venue: house")
    {
        var venue = Small.Venue.Replace(from, to, StringComparison.Ordinal).Replace(and, then, StringComparison.Ordinal);

        var flaws = Check.Library(Small.Read(venue: venue));

        flaws.Should().Contain(flaw => flaw.Code == code && flaw.Line == Small.LineOf(place, venue: true), "it was {0}", string.Join('\n', flaws));
    }

    [Fact]
    public void A_position_that_nobody_of_the_staff_may_take_pulls_nothing()
    {
        var flaws = Check.Library(Small.Read(venue: Small.Venue.Replace("positions: [desk, runner]", "positions: [desk]", StringComparison.Ordinal)));

        flaws.Select(flaw => flaw.Code).Should().Contain(["nobody-may-pull", "nobodys-item", "nobody-there"]);
    }

    [Fact]
    public void What_is_never_used_is_a_remark_and_refuses_nothing()
    {
        var flaws = Small.Change("alert: begun}", "tick: knock}");

        flaws.Should().ContainSingle().Which.Should().Match<Domain.Playbooks.Reading.Flaw>(flaw => flaw.Remark && flaw.Code == "never-raised");
    }

    [Fact]
    public void A_place_that_is_taken_and_never_given_back_is_named()
    {
        var playbook = Small.Playbook.Replace("to: done, require", "require", StringComparison.Ordinal).Replace(", release: spot", "", StringComparison.Ordinal);

        Check.Library(Small.Read(playbook)).Should().Contain(flaw => flaw.Code == "never-released" && flaw.Line == Small.LineOf("begin:"));
    }
}
