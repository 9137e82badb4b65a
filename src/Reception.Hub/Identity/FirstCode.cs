using Reception.Hub.Venues;

namespace Reception.Hub.Identity;

/// <summary>
/// Somebody must be the first who signs in: while nobody of the desk has a session, a start prints one code for one of them. Everybody else gets theirs
/// from whoever signed in (<c>POST /codes</c>).
/// </summary>
internal static class FirstCode
{
    /// <summary>The machine may stand far from the desk.</summary>
    private static readonly TimeSpan Lives = TimeSpan.FromHours(1);

    public static async Task Print(IServiceProvider hub, TextWriter output, CancellationToken stop)
    {
        var start = hub.GetRequiredService<VenueStart>();
        var moment = (await hub.GetRequiredService<LiveVenues>().Get(start.Venue, stop)).Current;
        if (moment.State.Sessions.Values.Any(session => session.Desk && session.Closed is null))
        {
            return;
        }

        var desk = start.Library.Venue.Positions.Where(position => position.Desk).Select(position => position.Id).ToHashSet();
        if (start.Library.Venue.Staff.FirstOrDefault(person => person.Allowed.Any(desk.Contains)) is not { } first)
        {
            await output.WriteLineAsync(
                """
                这个案场还没有员工，谁也登录不了。请在案场文件夹的 venue.yaml 里写上员工，用 --venue 指明文件夹，再启动一次。
                This venue has no staff yet, so nobody can sign in. Name them in the venue's own venue.yaml, give its folder with --venue and start again.
                """);
            return;
        }

        if (await hub.GetRequiredService<SignIn>().MakeCode(start.Venue, first.Id, Lives, stop) is { } code)
        {
            await output.WriteLineAsync(
                $"""
                第一个上岗码（一小时内有效，只能用一次）：{code.Value}，{first.Name.Zh}
                The first code (good once, for one hour): {code.Value}, {first.Name.En}
                """);
        }
    }
}
