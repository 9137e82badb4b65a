using Reception.Domain.Alerts;
using Reception.Domain.Playbooks;
using Reception.Domain.Playbooks.Checking;
using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>The shipped files are what DOMAIN says of a sales centre.</summary>
public class ShippedFilesTests
{
    private static readonly VenueBook Venue = Shipped.Library.Venue;
    private static readonly Playbook Visit = Shipped.SalesVisit;

    [Fact]
    [Rule("Y7")]
    public void The_shipped_venue_and_its_playbooks_have_no_flaw_and_no_remark() =>
        Check.Library(Shipped.Reading).Select(flaw => flaw.ToString()).Should().BeEmpty();

    [Fact]
    [Rule("Y7")]
    public void They_have_none_either_when_somebody_stands_at_every_position() =>
        Check.Library(SalesCentre.Reading).Select(flaw => flaw.ToString()).Should().BeEmpty();

    [Theory]
    [InlineData("arrive", "expected", "parking-valet door-valet")]
    [InlineData("walk-in", "", "parking-valet door-valet")]
    [InlineData("return-visit", "", "parking-valet door-valet")]
    [InlineData("escort", "arrived parked", "parking-valet")]
    [InlineData("welcome", "arrived parked approaching", "door-valet")]
    [InlineData("seat", "arrived parked approaching welcomed", "customer-manager butler")]
    [InlineData("call-room", "welcomed seated", "customer-manager butler")]
    [InlineData("room-ready", "welcomed seated touring", "sample-room-steward")]
    [InlineData("tour", "welcomed seated", "customer-manager butler")]
    [InlineData("admit", "touring", "sample-room-steward")]
    [InlineData("finish-tour", "touring visiting", "customer-manager butler")]
    [InlineData("leave", "arrived parked approaching welcomed seated touring visiting", "customer-manager butler sample-room-steward door-valet")]
    [InlineData("stay", "leaving car-waiting", "customer-manager butler door-valet parking-valet")]
    [InlineData("depart", "arrived parked approaching welcomed seated touring visiting leaving car-waiting", "parking-valet door-valet")]
    public void Each_step_of_the_procedure_is_a_trigger_with_its_stages_and_positions(string id, string from, string by)
    {
        var trigger = Visit.Trigger(id)!;

        string.Join(' ', trigger.From).Should().Be(from);
        string.Join(' ', trigger.By.Select(position => position.Value)).Should().Be(by);
    }

    [Theory]
    [InlineData("action", 30, "supervisor 120", "manager 240")]
    [InlineData("urgent", 10, "supervisor 30", "manager 60")]
    public void The_ladders_are_the_defaults(string kind, int again, params string[] rungs)
    {
        var ladder = Venue.Ladders[Enum.Parse<AlertKind>(kind, ignoreCase: true)];

        ladder.Again.TotalSeconds.Should().Be(again);
        ladder.Rungs.Select(rung => $"{((Target.Position)rung.To.Single()).Id} {rung.After.TotalSeconds}").Should().Equal(rungs);
    }

    [Fact]
    public void An_emergency_asks_supervisor_manager_and_everybody_at_once() =>
        Venue.Ladders[AlertKind.Emergency].Rungs.Should().ContainSingle().Which.Should().Match<Rung>(rung => rung.After == TimeSpan.Zero && rung.To.Length == 3);

    [Theory]
    [InlineData("arrived", 60)]
    [InlineData("parked", 180)]
    [InlineData("approaching", 240)]
    [InlineData("welcomed", 180)]
    [InlineData("seated", 2700)]
    [InlineData("touring", 240)]
    [InlineData("visiting", 1800)]
    [InlineData("leaving", 420)]
    [InlineData("car-waiting", 300)]
    public void Every_stage_of_a_visit_has_its_target(string stage, int seconds) => Visit.Stage(stage)!.Target!.Value.TotalSeconds.Should().Be(seconds);

    [Fact]
    public void The_other_defaults_are_as_stated()
    {
        (Visit.NoShow!.After, Venue.Settings.Undo, Venue.Settings.Remind).Should().Be((TimeSpan.FromMinutes(60), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(3)));
        Visit.Items["ask-drinks"].Due.Should().Be(new DueRule.In(TimeSpan.FromMinutes(3)));
        Visit.Items["bring-drinks"].Due.Should().Be(new DueRule.In(TimeSpan.FromMinutes(5)));
        Visit.Items["top-up"].Due.Should().Be(new DueRule.In(TimeSpan.FromMinutes(20)));
        Visit.Items["car-wait"].Due.Should().Be(new DueRule.In(TimeSpan.FromMinutes(5)));
        Visit.Alerts["prepare-sample-room"].DoneWithin.Should().Be(TimeSpan.FromMinutes(5));
        Visit.Alerts["guest-leaving"].DoneWithin.Should().Be(TimeSpan.FromMinutes(4));
    }

    [Fact]
    public void A_sales_centre_has_twelve_positions_twenty_four_spaces_eight_tables_and_three_rooms()
    {
        Venue.Positions.Select(position => $"{position.Id} {position.Screen}").Should().Equal(
            "parking-valet arrival", "door-valet door", "water-bar drinks", "customer-manager host", "butler host", "sample-room-steward rooms",
            "sales-team calls", "leadership calls", "property-manager calls", "security calls", "supervisor desk", "manager watch");
        Venue.Places.CountBy(place => place.Kind).Should().BeEquivalentTo([KeyValuePair.Create("space", 24), KeyValuePair.Create("table", 8), KeyValuePair.Create("room", 3)]);
        Venue.Rota!.Position.Value.Should().Be("customer-manager");
    }

    [Fact]
    public void Security_is_called_by_a_phrase_that_every_page_offers_and_discreet_ones_have_a_hidden_meaning()
    {
        Venue.Phrases.Values.Single(phrase => phrase.Use == "sos").Should().Match<Phrase>(phrase => phrase.Alert.Kind == AlertKind.Emergency && phrase.NeedsPlace);
        Venue.Phrases.Values.Single(phrase => phrase.Use == "radio-check").Alert.Answer.Should().Be(AnswerRule.Each);
        Venue.Phrases.Values.Where(phrase => phrase.Discreet).Should().HaveCountGreaterThan(5).And.OnlyContain(phrase => phrase.Meaning != null);
    }

    [Fact]
    public void Words_about_people_have_the_three_classes()
    {
        Visit.Fields.Where(field => field.Type == FieldType.Text).Select(field => $"{field.Id} {field.Class}").Should().BeEquivalentTo(
            "address Label", "plate Guarded", "phone Guarded", "full-name Guarded", "note Journey");
        Visit.Fields.Should().OnlyContain(field => field.Type == FieldType.Text == field.Class.HasValue);
    }

    [Fact]
    public void What_cannot_be_undone_is_held_and_everything_else_can_be() =>
        Visit.Triggers.Where(trigger => !trigger.Undo || trigger.Hold).Select(trigger => trigger.Id).Should().BeEquivalentTo("no-show", "cancel", "void");

    [Fact]
    public void Nothing_that_is_spoken_is_longer_than_can_be_followed() =>
        Visit.Alerts.Values.Concat(Venue.Calls.Values).Concat(Venue.Phrases.Values.Select(phrase => phrase.Alert))
            .Where(alert => Wording.Fill(alert.Ear.Zh, _ => "欧阳女士").Length > 30 || Wording.Fill(alert.Ear.En, _ => "Ms Ouyang").Length > 75).Select(alert => alert.Id).Should().BeEmpty();

    [Theory]
    [InlineData("trigger")]
    [InlineData("stage")]
    [InlineData("field")]
    [InlineData("phrase")]
    public void Every_use_that_the_language_knows_is_explained_in_the_guide(string kind)
    {
        var guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Playbooks", "README.md"));
        var uses = kind switch { "trigger" => Uses.Trigger, "stage" => Uses.Stage, "field" => Uses.Field, _ => Uses.Phrase };

        uses.Where(use => !guide.Contains($"`{use}`", StringComparison.Ordinal)).Should().BeEmpty();
    }
}
