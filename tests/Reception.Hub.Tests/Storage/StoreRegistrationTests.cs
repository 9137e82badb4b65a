using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Reception.Hub.Cards;
using Reception.Hub.Storage;

namespace Reception.Hub.Tests.Storage;

/// <summary>The store as the host gets it.</summary>
public sealed class StoreRegistrationTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_host_opens_the_folder_it_is_given_and_lets_go_of_it()
    {
        await using var database = new SqliteDatabase();
        for (var start = 0; start < 2; start++)
        {
            using var host = Host(database.Folder);
            await host.StartAsync().WaitAsync(Limit);

            host.Services.GetRequiredService<IVenueStore>().Should().BeSameAs(host.Services.GetRequiredService<StoreHome>().Store);
            host.Services.GetRequiredService<CardVault>().Should().NotBeNull();
            await host.StopAsync().WaitAsync(Limit);
        }
    }

    [Fact]
    public async Task A_host_without_a_folder_does_not_start_and_says_why()
    {
        using var host = Host("");

        await host.Awaiting(h => h.StartAsync().WaitAsync(Limit)).Should().ThrowAsync<OptionsValidationException>().WithMessage("*Store:Folder is empty*");
    }

    private static IHost Host(string folder)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddStore().Configure<StoreOptions>(options => options.Folder = folder);
        return builder.Build();
    }
}
