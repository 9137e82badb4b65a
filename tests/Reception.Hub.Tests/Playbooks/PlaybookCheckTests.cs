using Reception.Hub.Playbooks;

namespace Reception.Hub.Tests.Playbooks;

/// <summary><c>playbook check</c>: for the person who wrote the file.</summary>
public sealed class PlaybookCheckTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playbook-check-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_shipped_files_have_nothing_wrong() => Checked(LibraryFiles.ShippedFolder).Should().Be((0, $"{LibraryFiles.ShippedFolder}: nothing wrong\n"));

    [Fact]
    public void A_flaw_is_a_line_that_an_editor_can_open()
    {
        var file = Write("mine.yaml", "venue: mine\nbase: sales-centre\nplaybooks:\n  sales-visit:\n    stages:\n      seated: {taget: 30m}\n");

        Checked(file).Should().Be((1, $"{file}:6:16: unknown key 'taget'; did you mean 'target'?\n{file}: 1 wrong\n"));
    }

    [Fact]
    public void It_speaks_Chinese_when_asked()
    {
        var file = Write("mine.yaml", "venue: mine\nbase: sales-center\n");

        var (code, said) = Checked(file, "--lang", "zh");

        code.Should().Be(1);
        said.Should().StartWith($"{file}:2:7: 没有这个案场底本：“sales-center”；是不是“sales-centre”？");
    }

    [Fact]
    public void Changes_of_a_playbook_are_checked_with_what_they_change()
    {
        var file = Write("sales-visit.mine.yaml", "playbook: sales-visit\nstages:\n  arrived: {triggers: {park: ~}}\n");

        var (code, said) = Checked(file);

        code.Should().Be(1);
        said.Should().Contain("no trigger leads to the stage 'parked'").And.Contain("sales-visit.yaml:");
    }

    [Fact]
    public void A_playbook_of_ones_own_is_checked_in_the_shipped_venue()
    {
        var file = Write("errand.yaml", "playbook: errand\nname: {zh: 跑腿, en: Errand}\ncolumns: {}\nstages: {}\n");

        Checked(file).Said.Should().Contain("this playbook never begins");
    }

    [Fact]
    public void A_file_that_is_not_there_and_no_file_at_all_are_said_in_words()
    {
        Checked(Path.Combine(_folder.FullName, "nothing.yaml")).Should().Match<(int Code, string Said)>(result => result.Code == 2 && result.Said.Contains("cannot be opened"));
        Checked().Should().Match<(int Code, string Said)>(result => result.Code == 2 && result.Said.Contains("Name a file"));
    }

    private static (int Code, string Said) Checked(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (PlaybookCheck.Run(args, output), output.ToString());
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
