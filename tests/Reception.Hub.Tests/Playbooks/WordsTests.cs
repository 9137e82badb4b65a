using Reception.Contracts;
using Reception.Domain.Playbooks.Reading;
using Reception.Hub.Playbooks;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Tests.Playbooks;

/// <summary>The documents that screens are driven by.</summary>
public sealed class WordsTests
{
    private static readonly Domain.Playbooks.Library Library =
        LibraryFiles.Read(new("test.yaml", "venue: test\nbase: sales-centre\nname: {zh: 试, en: Test}\n")).Library!;

    private static readonly Domain.Playbooks.Playbook Playbook = Library.ByHash.Values.Single();
    private static readonly WordsDocument Words = PlaybookWords.Of(Playbook, Library.Venue);

    [Fact]
    public void A_document_has_the_hash_under_which_a_journey_names_it()
    {
        Words.Hash.Should().Be(Library.InForce[Words.Id]);
        WordsShelf.Of(Library).Keys.Should().BeEquivalentTo(Library.Venue.Hash, Words.Hash);
    }

    [Fact]
    public void It_has_every_stage_trigger_field_and_refusal_in_both_languages()
    {
        Words.Stages.Select(stage => stage.Id).Should().Equal(Playbook.Stages.Select(stage => stage.Id));
        Words.Triggers.Select(trigger => trigger.Id).Should().Equal(Playbook.Triggers.Select(trigger => trigger.Id));
        Words.Fields.Select(field => field.Id).Should().Equal(Playbook.Fields.Select(field => field.Id));
        Words.Codes.Keys.Should().BeEquivalentTo(Playbook.Refusals.Keys);
        Words.Triggers.SelectMany(trigger => new[] { trigger.Name, trigger.Done }).Should().OnlyContain(words => words.Zh.Length > 0 && words.En.Length > 0);
    }

    [Fact]
    public void A_button_says_who_will_hear_it_and_which_fields_it_must_have()
    {
        var arrive = Words.Triggers.Single(trigger => trigger.Use == "arrive");
        var expect = Words.Triggers.Single(trigger => trigger.Use == "expect");

        arrive.Hears.Should().Equal("customer-manager", "butler");
        arrive.Say!.Zh.Should().Contain("贵姓");
        expect.Needs.Should().Equal("address", "eta");
        expect.Ask.Should().StartWith(expect.Needs);
        Words.Triggers.Single(trigger => trigger.Use == "walk-in").Hears.Should().Equal("customer-manager", "butler");
    }

    [Fact]
    public void What_declines_brings_the_words_to_decline_with() =>
        Words.Triggers.Where(trigger => trigger.Use == "decline").Should().HaveCount(2).And.OnlyContain(trigger => trigger.Say!.Zh.Contains("{address}"));

    [Fact]
    public void Fields_say_what_they_are_and_who_may_see_them()
    {
        Words.Fields.Single(field => field.Use == "plate").Should().Match<FieldWords>(field => field.Type == "text" && field.Class == "guarded");
        Words.Fields.Single(field => field.Use == "room").Should().Match<FieldWords>(field => field.Type == "place" && field.Kind == "room" && field.Class == null);
        Words.Fields.Single(field => field.Use == "drink").Choices.Should().HaveCountGreaterThan(4);
    }

    [Fact]
    public void The_venue_has_its_phrases_and_every_code_of_an_answer()
    {
        var venue = VenueWords.Of(Library.Venue);

        venue.Codes.Keys.Should().BeEquivalentTo(ErrorCodes.All.Keys);
        venue.Phrases.Single(phrase => phrase.Use == "sos").Should().Match<PhraseWords>(phrase => phrase.Kind == "emergency" && phrase.NeedsPlace && phrase.To.Single() == "security");
        venue.Phrases.Where(phrase => phrase.Discreet).Should().OnlyContain(phrase => phrase.Meaning != null);
        venue.Phrases.Single(phrase => phrase.Use == "help").To.Should().BeEmpty("the sender chooses");
    }

    [Fact]
    public void A_playbook_that_was_kept_in_the_store_is_the_same_when_it_is_read_again()
    {
        var kept = LogJson.ReadPlaybook(Playbook.Hash, LogJson.Write(Playbook));

        kept.Hash.Should().Be(Playbook.Hash);
        Canonical.Hash(kept).Should().Be(Playbook.Hash);
    }
}
