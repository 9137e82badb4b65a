using Reception.Domain.Playbooks.Checking;

namespace Reception.Domain.Tests.Playbooks;

public class ShippedFilesTests
{
    [Fact]
    public void The_shipped_venue_and_its_playbooks_are_read_without_a_flaw()
    {
        Check.Library(Shipped.Reading).Select(flaw => flaw.ToString()).Should().BeEmpty();
        Shipped.Library.InForce.Keys.Should().Contain("sales-visit");
    }
}
