using System.CommandLine;
using System.Globalization;
using Reception.Cli.Words;
using Reception.Client;
using Reception.Contracts;
using Reception.Crew;
using Command = System.CommandLine.Command;
using Spectre.Console;

namespace Reception.Cli.Guests;

/// <summary><c>guests</c>: one look at the venue.</summary>
internal static class GuestsCommand
{
    public static Command Make(HubOptions hub, Terminal terminal, Say say)
    {
        var all = new Option<bool>("--all") { Description = say.It(CliWords.GuestsAll) };
        var command = new Command("guests", say.It(CliWords.Guests)) { all };
        command.SetAction(async (parsed, stop) =>
        {
            using var api = hub.Api(parsed, terminal);
            var changes = await api.Sync(Cursor.Start, TimeSpan.Zero, stop: stop);
            var views = ViewSet.Empty.With(changes);
            var words = await WordBook.Load(api, views, stop);
            var rows = GuestRow.Of(views, words, changes.Now, say, parsed.GetValue(all)).ToList();
            if (rows.Count == 0)
            {
                await terminal.Out.WriteLineAsync(say.It(CliWords.NoGuests));
                return 0;
            }

            Show(terminal, say, rows);
            return 0;
        });
        return command;
    }

    private static void Show(Terminal terminal, Say say, IEnumerable<GuestRow> rows)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in new[] { CliWords.ColumnGuest, CliWords.ColumnPlate, CliWords.ColumnStage, CliWords.ColumnTime, CliWords.ColumnHost, CliWords.ColumnPlace, CliWords.ColumnId })
        {
            table.AddColumn(new TableColumn(new Markup(Markup.Escape(say.It(column)))));
        }

        foreach (var row in rows)
        {
            table.AddRow(
                new Spectre.Console.Text(row.Guest), new Spectre.Console.Text(row.Plate), new Spectre.Console.Text(row.Stage), new Spectre.Console.Text(row.Time, row.Late ? new Style(Color.Red) : Style.Plain),
                new Spectre.Console.Text(row.Host), new Spectre.Console.Text(row.Place), new Spectre.Console.Text(row.Id));
        }

        Paper.On(terminal).Write(table);
    }
}

/// <summary>One line of the table.</summary>
internal sealed record GuestRow(string Guest, string Plate, string Stage, string Time, bool Late, string Host, string Place, string Id)
{
    public static IEnumerable<GuestRow> Of(ViewSet views, WordBook words, long now, Say say, bool all)
    {
        var order = (views.Venue?.Columns ?? []).Select((column, at) => (column.Id, at)).ToDictionary(one => one.Id, one => one.at, StringComparer.Ordinal);
        return views.Journeys.Values
            .Where(journey => all || journey.Ended is null)
            .OrderBy(journey => order.GetValueOrDefault(journey.Column, int.MaxValue)).ThenBy(journey => journey.Eta ?? journey.Since)
            .Select(journey => Row(views, words, now, say, journey));
    }

    private static GuestRow Row(ViewSet views, WordBook words, long now, Say say, JourneyView journey)
    {
        var guest = views.Guests.GetValueOrDefault(journey.Guest);
        var minutes = ((journey.Ended ?? now) - journey.Since) / 60_000;
        var coming = journey is { Arrived: null, Ended: null, Eta: not null };
        return new(
            say.As(guest?.Address),
            words.Label(journey, guest, "plate"),
            say.As(words.Stage(journey)),
            coming ? say.It(CliWords.ComesAt, Clock(views, journey.Eta!.Value)) : say.It(CliWords.Minutes, minutes),
            journey is { Ended: null, TargetSeconds: { } target } && !coming && now - journey.Since > target * 1_000L,
            journey.Host is { } host ? say.As(views.Staff.GetValueOrDefault(host)?.Name) : "",
            string.Join(' ', views.Places.Values.Where(place => place.Journey == journey.Id).OrderBy(place => place.Order).Select(place => say.As(place.Name))),
            journey.Id);
    }

    private static string Clock(ViewSet views, long at)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(views.Venue?.Zone ?? "UTC");
        return TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(at), zone).ToString("HH:mm", CultureInfo.InvariantCulture);
    }
}
