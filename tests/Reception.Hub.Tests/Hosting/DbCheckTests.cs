using Microsoft.Data.Sqlite;
using Reception.Hub.Diagnostics;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Hosting;

/// <summary><c>db check</c>: a log that was changed by hand is seen, whatever was changed.</summary>
public sealed class DbCheckTests
{
    [Fact]
    [Rule("P2")]
    public async Task A_log_is_whole_until_somebody_changes_it()
    {
        await using var hub = await HubFixture.Start();
        using var bar = await hub.SignIn("bar");
        await bar.TakePosition("water-bar");
        await hub.Stop();

        (await Check(hub.Folder)).Should().Match<(int Code, string Words)>(said => said.Code == 0 && said.Words.Contains("3 entries, whole"));

        await Spoil(hub.Folder, "water-bar", "door-valet");
        (await Check(hub.Folder)).Should().Match<(int Code, string Words)>(said => said.Code == 1 && said.Words.Contains("entry 3 does not follow"));
    }

    [Fact]
    public async Task A_folder_without_a_store_is_said_to_be_one()
    {
        var folder = Directory.CreateTempSubdirectory("reception-none-").FullName;
        var check = () => Check(folder);
        await check.Should().ThrowAsync<StartRefusedException>().WithMessage("*reception.db*");
        Directory.EnumerateFileSystemEntries(folder).Should().BeEmpty("a check makes nothing");
        Directory.Delete(folder);
    }

    private static async Task<(int Code, string Words)> Check(string folder)
    {
        var words = new StringWriter();
        return (await DbCommand.Check(new() { Folder = folder }, words, CancellationToken.None), words.ToString());
    }

    private static async Task Spoil(string folder, string from, string to)
    {
        await using var store = new SqliteConnection($"Data Source={Path.Combine(folder, DataFolder.StoreFile)};Pooling=False");
        await store.OpenAsync();
        await using var command = store.CreateCommand();
        command.CommandText = "UPDATE entries SET body = CAST(replace(CAST(body AS TEXT), $from, $to) AS BLOB) WHERE seq = 3";
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$to", to);
        (await command.ExecuteNonQueryAsync()).Should().Be(1);
    }
}
