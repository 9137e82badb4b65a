namespace Reception.Domain.Tests.Playbooks;

/// <summary>What is wrong in a line is said with its line, in words, with what was probably meant.</summary>
public class ReadingTests
{
    [Fact]
    [Rule("Y3")]
    public void A_small_playbook_in_a_small_venue_has_no_flaw()
    {
        Small.Read().Flaws.Should().BeEmpty();
        Small.Read().Library!.Current("errand")!.Trigger("finish")!.From.Should().Equal("running");
    }

    [Theory]
    [InlineData("column: open\n    expected", "colum: open\n    expected", "unknown-key", "column")]
    [InlineData("target: 10m", "taget: 10m", "unknown-key", "did you mean 'target'")]
    [InlineData("by: [desk], needs", "by: [desk], wants: [x], needs", "unknown-key", "needs")]
    [InlineData("name: {zh: 跑腿, en: Errand}", "name: {zh: 跑腿}", "missing-language", "en")]
    [InlineData("name: {zh: 跑腿, en: Errand}", "name: Errand", "wrong-type", "both languages")]
    [InlineData("name: {zh: 跑腿, en: Errand}", "name: {zh: 跑腿, en: \"  \"}", "missing-language", "en")]
    [InlineData("name: {zh: 跑腿, en: Errand}", "name: {zh: \"跑{腿\", en: Errand}", "bad-text", "braces")]
    [InlineData("name: {zh: 跑腿, en: Errand}", "name: {zh: \"跑\\u202e腿\", en: Errand}", "bad-text", "control")]
    [InlineData("expected: true", "expected: yes", "wrong-type", "true or false")]
    [InlineData("target: 10m", "target: 17:00", "unquoted-clock", "quote")]
    [InlineData("target: 10m", "target: soon", "bad-duration", "30s")]
    [InlineData("target: 10m", "target: [10m]", "wrong-type", "duration")]
    [InlineData("min: 1,", "min: one,", "wrong-type", "whole number")]
    [InlineData("type: time", "type: clock", "not-one-of", "time")]
    [InlineData("class: label", "class: public", "not-one-of", "label")]
    [InlineData("use: size", "use: sise", "not-one-of", "did you mean 'size'")]
    [InlineData("kind: action, over", "kind: loud, over", "not-one-of", "action")]
    [InlineData("to: running", "to: runing", "unknown-stage", "did you mean 'running'")]
    [InlineData("alert: begun", "alert: began", "unknown-alert", "did you mean 'begun'")]
    [InlineData("items: [knock]", "items: [nock]", "unknown-item", "did you mean 'knock'")]
    [InlineData("over: [finish]", "over: [finnish]", "unknown-trigger", "did you mean 'finish'")]
    [InlineData("else: knock-first", "else: knock-frist", "unknown-refusal", "knock-first")]
    [InlineData("needs: [eta]", "needs: [ett]", "unknown-field", "did you mean 'eta'")]
    [InlineData("column: open\n    target", "column: shut\n    target", "unknown-column", "open")]
    [InlineData("by: [desk]", "by: [dask]", "unknown-position", "did you mean 'desk'")]
    [InlineData("to: desk, kind: action", "to: everybody, kind: action", "unknown-position", "everyone")]
    [InlineData("kind: locker", "kind: room", "unknown-place-kind", "locker")]
    [InlineData("host: runner", "host: eta", "wrong-field-type", "staff")]
    [InlineData("running, lease: spot", "running, lease: size", "wrong-field-type", "place")]
    [InlineData("release: spot", "release: kind", "wrong-field-type", "place")]
    [InlineData("by: [desk], needs", "by: [desk], set: {address: x}, needs", "text-as-fact", "address")]
    [InlineData("by: [desk], needs", "by: [desk], set: {kind: boat}, needs", "unknown-choice", "letter")]
    [InlineData("by: [desk], needs", "by: [desk, desk], needs", "twice", "desk")]
    [InlineData("due: {in: 3m}", "due: {in: 3m, at: done}", "senseless", "one of")]
    [InlineData("due: {in: 3m}", "due: {in: 3m}, if: [{fact: {address: [x]}}]", "text-as-fact", "address")]
    [InlineData("due: {in: 3m}", "due: {in: 3m}, if: [{weather: [hail]}]", "not-one-of", "rain")]
    [InlineData("[{done: knock, else: knock-first}]", "[{done: knock, filled: eta}]", "senseless", "one of")]
    [InlineData("type: number, min", "type: number, class: label, min", "senseless", "class")]
    [InlineData("kind: information, screen: {zh: 晚了", "kind: information, answer: each, screen: {zh: 晚了", "senseless", "no answer")]
    [InlineData("stages:", "<<: {}\nstages:", "no-merge", "merge")]
    [InlineData("host: runner", "host: &h runner", "no-anchors", "anchors")]
    [InlineData("host: runner", "host: *h", "no-anchors", "aliases")]
    [InlineData("host: runner", "host: !!str runner", "no-tags", "tags")]
    [InlineData("host: runner", "host: runner\nyes: 1", "trap-key", "quote")]
    [InlineData("host: runner", "host: runner\nhost: runner", "twice", "first in line 3")]
    [Rule("Y2")]
    public void A_wrong_line_is_named_with_what_was_meant(string from, string to, string code, string hint)
    {
        var flaws = Small.Change(from, to);

        var line = Small.LineOf(from) + Added(to, code);
        flaws.Should().Contain(flaw => flaw.Code == code && flaw.Line == line && flaw.File == Small.File && flaw.Words.En.Contains(hint, StringComparison.Ordinal),
            "it was {0}", string.Join('\n', flaws));
        flaws.First(flaw => flaw.Code == code).ToString().Should().StartWith($"{Small.File}:{line}:");
    }

    [Theory]
    [InlineData("day-turns: \"04:00\"", "day-turns: 04:00", "unquoted-clock")]
    [InlineData("day-turns: \"04:00\"", "day-turns: \"25:00\"", "bad-clock")]
    [InlineData("zone: Asia/Shanghai", "zone: Asia/Shangri-La", "senseless")]
    [InlineData("screen: desk", "screen: desktop", "not-one-of")]
    [InlineData("locker: [L1, L2]", "locker: [L1, L1]", "twice")]
    [InlineData("locker: [L1, L2]", "locker: [\"L 1\"]", "bad-id")]
    [InlineData("undo: 30s", "undoo: 30s", "unknown-key")]
    [InlineData("  digest:", "  digests:", "unknown-key")]
    [InlineData("  urgent: {", "  urgnt: {", "unknown-key")]
    [InlineData("pass-after: 60s", "pass-after: 60", "bad-duration")]
    [InlineData("positions: [desk, runner]", "positions: [desk, rummer]", "unknown-position")]
    [InlineData("meaning: {zh: 失火, en: Fire}, ", "", "missing-key")]
    [InlineData("again: 10s, rungs: [{after: 30s", "again: 1s, rungs: [{after: 30s", "senseless")]
    [InlineData("venue: house", "venue: house\nbase: castle", "unknown-base")]
    [InlineData("  errand:", "  errands:", "unknown-playbook")]
    [Rule("Y2")]
    public void A_wrong_line_of_a_venue_is_named(string from, string to, string code)
    {
        var flaws = Small.Change(from, to, venue: true);

        flaws.Should().Contain(flaw => flaw.Code == code && flaw.File == Small.VenueFile && flaw.Line == Small.LineOf(from, true) + Added(to, code),
            "it was {0}", string.Join('\n', flaws));
    }

    [Fact]
    [Rule("Y2")]
    public void Both_languages_of_a_message_are_written()
    {
        var flaw = Small.Change("target: 10m", "taget: 10m")[0];

        flaw.In(chinese: true).Should().Be($"errand.yaml:27:5: 不认识的键“taget”；是不是“target”？");
        flaw.In(chinese: false).Should().Be($"errand.yaml:27:5: unknown key 'taget'; did you mean 'target'?");
    }

    /// <summary>The line that is wrong, when the change brought lines of its own.</summary>
    private static int Added(string to, string code) => code is "no-merge" ? 0 : to.Count(letter => letter == '\n') - (to.Contains("\n    ", StringComparison.Ordinal) ? 1 : 0);
}
