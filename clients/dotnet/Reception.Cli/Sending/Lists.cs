using Reception.Cli.Words;
using Reception.Client;
using Reception.Contracts;
using Reception.Crew;
using Spectre.Console;

namespace Reception.Cli.Sending;

/// <summary>What can be sent: ids beside their words.</summary>
internal static class Lists
{
    public static async Task<Answer?> Phrases(ReceptionClient client, Terminal terminal, Say say, CancellationToken stop)
    {
        var words = await WordBook.Load(client.Api, client.Views, stop);
        Show(terminal, words.All.SelectMany(document => document.Phrases).Select(phrase => (phrase.Id, say.As(phrase.Name), string.Join(' ', phrase.To))));
        return null;
    }

    public static async Task<Answer?> Triggers(ReceptionClient client, Terminal terminal, Say say, CancellationToken stop)
    {
        var words = await WordBook.Load(client.Api, client.Views, stop);
        Show(terminal, words.All.SelectMany(document => document.Triggers.Select(trigger =>
            (trigger.Id, say.As(trigger.Name), $"{(trigger.Opens ? "--playbook " + document.Id : string.Join(' ', trigger.From))}  {string.Join(' ', trigger.Ask.Select(field => trigger.Needs.Contains(field) ? field + "!" : field))}"))));
        return null;
    }

    public static async Task<Answer?> Asking(ReceptionClient client, Terminal terminal, Say say)
    {
        var me = client.Session?.Staff ?? "";
        var asking = client.Views.Alerts.Values.Where(alert => !alert.IsOver() && client.Views.Asks(alert, me)).OrderBy(alert => alert.Raised).ToList();
        if (asking.Count == 0)
        {
            await terminal.Out.WriteLineAsync(say.It(CliWords.NoAlerts));
        }
        else
        {
            Show(terminal, asking.Select(alert => (alert.Id, say.As(alert.Screen), alert.State)));
        }

        return null;
    }

    private static void Show(Terminal terminal, IEnumerable<(string Id, string Name, string More)> rows)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumns("", "", "");
        foreach (var (id, name, more) in rows)
        {
            table.AddRow(new Spectre.Console.Text(id), new Spectre.Console.Text(name), new Spectre.Console.Text(more));
        }

        Paper.On(terminal).Write(table);
    }
}
