using QRCoder;
using Reception.Domain.Playbooks;
using Reception.Hub.Identity;
using Reception.Hub.Lan;
using Reception.Hub.Venues;

namespace Reception.Hub.Demo;

/// <summary>What a demo prints when it is ready: the address, and for each position a link that signs in somebody who may stand there.</summary>
internal static class DemoLinks
{
    private const string Trust = """
        手机第一次打开会提示证书不受信任，请选择继续。用 http:// 打开时没有声音常驻、通知、麦克风和屏幕常亮，其余可用。
        A phone asks once whether to trust this hub's own certificate; go on. Over http:// there are no notifications, no microphone, no wake lock and no offline page; the rest works.

        """;

    private static readonly TimeSpan Live = TimeSpan.FromHours(12);

    public static async Task Print(IServiceProvider hub, IReadOnlyList<string> addresses, TextWriter output, CancellationToken stop)
    {
        var start = hub.GetRequiredService<VenueStart>();
        var lan = Lan(addresses);
        var address = (lan.Count > 0 ? lan[0] : addresses[0]).TrimEnd('/');
        await output.WriteLineAsync($"\n{start.Library.Venue.Name.Zh} · {start.Library.Venue.Name.En}: {string.Join(' ', addresses.Concat(lan).Distinct())}\n");
        if (lan.Count > 0)
        {
            await output.WriteLineAsync(Trust);
        }

        foreach (var (position, person) in People(start.Library.Venue))
        {
            if (await hub.GetRequiredService<SignIn>().MakeCode(start.Venue, person.Id, Live, stop) is { } code)
            {
                var link = $"{address}/#code={code.Value}";
                await output.WriteLineAsync($"  {link}  {position.Name.Zh} {position.Name.En} · {person.Name.Zh} {person.Name.En}");
                if (lan.Count > 0)
                {
                    await output.WriteLineAsync(Picture(link));
                }
            }
        }

        await output.WriteLineAsync();
    }

    private static string Picture(string link)
    {
        using var maker = new QRCodeGenerator();
        using var data = maker.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var picture = new AsciiQRCode(data);
        return picture.GetGraphicSmall();
    }

    /// <summary>Addresses by which phones in the network reach the hub, when it listens for them.</summary>
    private static List<string> Lan(IReadOnlyList<string> addresses) =>
    [
        .. addresses.Select(address => new Uri(address)).Where(address => address.Host is "0.0.0.0" or "[::]")
            .SelectMany(address => LanCertificate.Addresses().Select(own => $"{address.Scheme}://{own}:{address.Port}")),
    ];

    /// <summary>Each position with somebody of its own, as far as there are enough people.</summary>
    private static IEnumerable<(PositionEntry Position, StaffEntry Person)> People(VenueBook book)
    {
        var taken = new HashSet<StaffEntry>();
        foreach (var position in book.Positions)
        {
            var able = book.Staff.Where(person => person.Allowed.Contains(position.Id)).ToList();
            if ((able.Find(person => !taken.Contains(person)) ?? able.FirstOrDefault()) is { } person)
            {
                taken.Add(person);
                yield return (position, person);
            }
        }
    }
}
