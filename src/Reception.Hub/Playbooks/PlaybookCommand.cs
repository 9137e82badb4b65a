using System.CommandLine;

namespace Reception.Hub.Playbooks;

/// <summary><c>playbook check</c> on the command line.</summary>
internal static class PlaybookCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("file") { Description = "Files or folders: playbooks, changes to them, a venue's own file.", Arity = ArgumentArity.OneOrMore };
        var language = new Option<string>("--lang") { Description = "Language of the words: en or zh.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "zh");
        var check = new Command("check", "Reads playbooks and says, line by line, what is wrong with them.") { files, language };
        check.SetAction(parsed => PlaybookCheck.Run([.. parsed.GetValue(files)!, "--lang", parsed.GetValue(language)!], parsed.InvocationConfiguration.Output));
        return new Command("playbook", "What stands in playbooks.") { check };
    }
}
