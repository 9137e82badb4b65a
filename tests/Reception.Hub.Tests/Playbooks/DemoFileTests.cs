using Reception.Domain.Playbooks;
using Reception.Domain.Playbooks.Checking;
using Reception.Domain.Playbooks.Reading;
using Reception.Hub.Playbooks;

namespace Reception.Hub.Tests.Playbooks;

/// <summary>The demo's file: a venue without a flaw, and a day that could really be entered.</summary>
public sealed class DemoFileTests
{
    private static readonly Source File = LibraryFiles.Source(Path.Combine(AppContext.BaseDirectory, "Demo", "demo.yaml"));
    private static readonly LibraryReading Reading = LibraryFiles.Read(File);

    private static PlannedDay Day => DayReader.Read(File, Reading.Library!).Value!;

    [Fact]
    public void The_demo_venue_passes_every_check()
    {
        Check.Library(Reading).Select(flaw => flaw.ToString()).Should().BeEmpty();
        DayReader.Read(File, Reading.Library!).Flaws.Select(flaw => flaw.ToString()).Should().BeEmpty();
    }

    [Fact]
    public void It_has_the_people_and_the_guests_of_the_design()
    {
        Reading.Library!.Venue.Staff.Should().HaveCount(18);
        Reading.Library.Venue.Positions.Should().HaveCount(12);
        Day.Guests.Should().HaveCount(40);
        Day.Guests.Count(guest => guest.Eta is not null).Should().Be(27);
        Day.Guests.Count(guest => guest.Comes is null).Should().Be(2);
        Day.Weather.Should().Contain(change => change.Weather == "rain");
    }

    [Fact]
    public void Every_plate_and_telephone_number_is_obviously_made_up()
    {
        Day.Guests.Select(guest => guest.Fields.GetValueOrDefault("plate")).OfType<string>().Should().OnlyContain(plate => plate.Contains("·00") || plate.Contains("·D00"));
        Day.Guests.Select(guest => guest.Fields.GetValueOrDefault("phone")).OfType<string>().Should().OnlyContain(phone => phone.StartsWith("1390000"));
    }

    [Fact]
    public void Two_guests_on_the_way_at_the_same_time_never_share_the_last_three_of_a_plate() =>
        Day.Guests.Select(guest => guest.Fields.GetValueOrDefault("plate")?[^3..]).OfType<string>().Should().OnlyHaveUniqueItems();
}
