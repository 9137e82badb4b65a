using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

public sealed class MessagePackTests
{
    [Fact]
    public async Task A_client_of_SignalR_may_speak_MessagePack()
    {
        await using var hub = await LiveHub.Start();
        var session = await hub.SignIn(Day.Valet);
        var mirror = new Mirror();
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(hub.Address, "/hub"), options =>
            {
                (options.SkipNegotiation, options.Transports) = (true, HttpTransportType.WebSockets);
                options.AccessTokenProvider = () => Task.FromResult<string?>(session.Token);
            })
            .AddMessagePackProtocol()
            .Build();
        connection.On<Changes>(nameof(IReceptionClient.Changes), changes =>
        {
            mirror.Apply(changes).Should().BeTrue();
            if (mirror.Views.GetValueOrDefault(("staff", Day.Valet)) is StaffView { State: "on" })
            {
                there.TrySetResult();
            }
        });
        await connection.StartAsync();

        var joined = await connection.InvokeAsync<Joined>(nameof(IReceptionHub.Join), new Join(0, "", 10, "sound"));
        var answer = await connection.InvokeAsync<Answer>(
            nameof(IReceptionHub.Do),
            new Command("message-pack-1", Kinds.DutyStart, joined.Now, new Dictionary<string, string> { ["positions"] = "parking-valet" }));

        answer.Ok.Should().BeTrue(answer.Words?.En);
        await there.Task.WaitAsync(LiveHub.Patience);
    }
}
