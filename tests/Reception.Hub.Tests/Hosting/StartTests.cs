using System.Diagnostics;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Hosting;

/// <summary>A start that cannot be is refused in a sentence that says what is wrong and what to do, with exit code 2.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reception-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("--demo --clock 0", "--clock 0 is not between 1 and 3600")]
    [InlineData("--demo --clock -5", "--clock -5 is not between 1 and 3600")]
    [InlineData("--clock 60", "Add --demo")]
    [InlineData("--urls nonsense", "--urls nonsense is not a list of addresses")]
    [InlineData("--demo --crew perhaps", "perhaps")]
    [InlineData("--demo --colour red", "--colour")]
    public async Task A_wrong_option_is_named(string line, string said)
    {
        var (code, words) = await Run(line.Split(' '));
        code.Should().Be(2);
        words.Should().Contain(said);
    }

    [Fact]
    public async Task A_folder_that_is_in_use_is_refused_and_its_hub_goes_on()
    {
        await using var hub = await HubFixture.Start();
        var (code, words) = await Run("--demo", "--urls", "http://127.0.0.1:0", "--data", hub.Folder);
        code.Should().Be(2);
        words.Should().Contain("in use by another hub").And.Contain("--data");
        using var bar = await hub.SignIn("bar");
        await bar.TakePosition("water-bar");
    }

    [Fact]
    public async Task Another_pace_on_a_used_folder_is_refused()
    {
        await using (var hub = await HubFixture.Start())
        {
            await hub.Stop();
            File.Copy(Path.Combine(hub.Folder, DataFolder.StoreFile), Path.Combine(_folder, DataFolder.StoreFile));
            File.Copy(Path.Combine(hub.Folder, DataFolder.KeyFileName), Path.Combine(_folder, DataFolder.KeyFileName));
        }

        var (code, words) = await Run("--demo", "--clock", "60", "--urls", "http://127.0.0.1:0", "--data", _folder);

        code.Should().Be(2);
        words.Should().Contain("was begun with --clock 1").And.Contain("new folder");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused()
    {
        await using var hub = await HubFixture.Start();
        var (code, words) = await Run("--demo", "--urls", hub.Address.AbsoluteUri.TrimEnd('/'), "--data", _folder);
        code.Should().Be(2);
        words.Should().Contain("is taken by another program").And.Contain("--urls").And.NotContain("Exception", "who starts a program reads a sentence, not a stack");
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_is_refused()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");
        var (code, words) = await Run("--demo", "--data", file);
        code.Should().Be(2);
        words.Should().Contain("is a file");
    }

    [Fact]
    public async Task A_playbook_with_an_error_is_refused_by_line_and_nothing_is_begun()
    {
        var venue = Directory.CreateDirectory(Path.Combine(_folder, "venue")).FullName;
        await File.WriteAllTextAsync(Path.Combine(venue, "venue.yaml"), "venue: mine\nbase: sales-centre\n");
        await File.WriteAllTextAsync(Path.Combine(venue, "changes.yaml"), "playbook: sales-visit\nstages:\n  seated: {colum: seated}\n");
        var data = Path.Combine(_folder, "data");
        var (code, words) = await Run("--venue", venue, "--data", data, "--urls", "http://127.0.0.1:0");
        code.Should().Be(2);
        words.Should().Contain("changes.yaml:3").And.Contain("colum").And.NotContain("   at ");
        File.Exists(Path.Combine(data, DataFolder.StoreFile)).Should().BeFalse("a hub that cannot begin leaves no store");
    }

    [Fact]
    public async Task A_store_that_is_no_store_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, DataFolder.StoreFile), new string('x', 8192));
        var (code, words) = await Run("--demo", "--data", _folder);
        code.Should().Be(2);
        words.Should().Contain(DataFolder.StoreFile).And.NotContain("   at ");
    }

    [Theory]
    [InlineData("Realtime__MaximumMessage", "5")]
    [InlineData("Realtime__SendTimeout", "soon")]
    public async Task A_setting_that_cannot_be_used_is_named(string setting, string value)
    {
        var (code, words) = await Run(["--demo", "--urls", "http://127.0.0.1:0", "--data", _folder], setting, value);
        code.Should().Be(2);
        words.Should().Contain(setting.Split("__")[1]).And.NotContain("   at ");
    }

    private static Task<(int Code, string Words)> Run(params string[] args) => Run(args, null, null);

    private static async Task<(int Code, string Words)> Run(string[] args, string? setting, string? value)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HubRun).Assembly.Location, .. args]) { RedirectStandardError = true, RedirectStandardOutput = true };
        if (setting is not null)
        {
            start.Environment[setting] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, error + await output);
    }
}
