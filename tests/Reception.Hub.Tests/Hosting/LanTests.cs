using System.Runtime.Versioning;
using Reception.Hub.Lan;

namespace Reception.Hub.Tests.Hosting;

public sealed class LanTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reception-lan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_certificate_names_the_addresses_of_the_machine_and_is_kept()
    {
        using var first = LanCertificate.In(_folder, TimeProvider.System);
        using var again = LanCertificate.In(_folder, TimeProvider.System);

        again.Thumbprint.Should().Be(first.Thumbprint);
        first.HasPrivateKey.Should().BeTrue();
        first.MatchesHostname("localhost").Should().BeTrue();
        LanCertificate.Addresses().Should().OnlyContain(address => first.MatchesHostname(address.ToString(), true, true));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Only_the_hubs_account_may_read_its_key()
    {
        using var made = LanCertificate.In(_folder, TimeProvider.System);
        File.GetUnixFileMode(Directory.EnumerateFiles(_folder).Single()).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
