using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Reception.Hub.Lan;

/// <summary>
/// A certificate of the hub's own, for phones in the same network: sound, notifications and the wake lock need HTTPS. Each device asks once whether to trust it.
/// </summary>
internal static class LanCertificate
{
    private const string FileName = "reception-lan.pfx";
    private static readonly TimeSpan Lives = TimeSpan.FromDays(365);

    /// <summary>The one in the folder while it is good and names today's addresses; else a new one.</summary>
    public static X509Certificate2 In(string folder, TimeProvider host)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, FileName);
        var addresses = Addresses();
        if (File.Exists(file))
        {
            var kept = X509CertificateLoader.LoadPkcs12FromFile(file, null);
            if (kept.NotAfter.ToUniversalTime() > host.GetUtcNow().AddDays(7).UtcDateTime && Names(kept).IsSupersetOf(addresses))
            {
                return kept;
            }

            kept.Dispose();
        }

        using var made = Make(addresses, host.GetUtcNow());
        var bytes = made.Export(X509ContentType.Pfx);
        File.WriteAllBytes(file, bytes);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return X509CertificateLoader.LoadPkcs12(bytes, null);
    }

    /// <summary>The addresses of this machine by which others in the network reach it.</summary>
    public static IReadOnlyList<IPAddress> Addresses() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(one => one.OperationalStatus == OperationalStatus.Up && one.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(one => one.GetIPProperties().UnicastAddresses)
            .Select(one => one.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork),
    ];

    private static X509Certificate2 Make(IReadOnlyList<IPAddress> addresses, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Reception Hub", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        foreach (var address in addresses)
        {
            names.AddIpAddress(address);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], false));
        return request.CreateSelfSigned(now.AddHours(-1), now + Lives);
    }

    private static HashSet<IPAddress> Names(X509Certificate2 certificate) =>
        [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension => extension.EnumerateIPAddresses())];
}
