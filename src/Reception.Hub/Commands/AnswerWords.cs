using System.Collections.Immutable;
using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Hub.Venues;
using Text = Reception.Contracts.Text;

namespace Reception.Hub.Commands;

/// <summary>A refusal as a person reads it: the code's words, with names, times and what can be done filled in from the moment.</summary>
internal static class AnswerWords
{
    private static readonly Text Somebody = new("同事", "somebody");
    private static readonly Text SomeGuest = new("这位客户", "this guest");

    public static Text Of(string code, IReadOnlyDictionary<string, string> args, VenueMoment moment)
    {
        var words = ErrorCodes.All.GetValueOrDefault(code) ?? ErrorCodes.Fault;
        var gaps = new Gaps(args, moment);
        return new(Wording.Fill(words.Zh, gap => gaps.Of(gap).Zh), Wording.Fill(words.En, gap => gaps.Of(gap).En));
    }

    private sealed class Gaps(IReadOnlyDictionary<string, string> args, VenueMoment moment)
    {
        private readonly NameWords _names = new(moment);

        private Journey? Journey => args.TryGetValue("journey", out var id) ? moment.State.Journeys.GetValueOrDefault(new JourneyId(id)) : null;

        private Playbook? Playbook => Journey is { } journey ? moment.Library.Get(journey.Hash.Value) : null;

        public Text Of(string gap) => gap switch
        {
            "who" => Arg("who") is { Length: > 0 } who ? _names.Staff(who) : Somebody,
            "at" => _names.Clock(Arg("at")),
            "guest" => Guest(),
            "can" => Arg("can") is { Length: > 0 } can ? NameWords.Join(can, id => _names.Trigger(Playbook, id)) : new("—", "—"),
            "minutes" => new(Arg("minutes") ?? "", Arg("minutes") ?? ""),
            "what" => What(),
            _ => new("", ""),
        };

        private string? Arg(string name) => args.GetValueOrDefault(name);

        private Text Guest()
        {
            var guest = Arg("guest") is { } id ? new GuestId(id) : Journey?.Guest;
            return _names.Guest(guest) ?? SomeGuest;
        }

        // Whichever of them the refusal names, the most particular first.
        private Text What()
        {
            foreach (var (name, value) in args.OrderBy(arg => arg.Key, StringComparer.Ordinal))
            {
                Text? found = name switch
                {
                    "field" => NameWords.Join(value, id => _names.Field(Playbook, id)),
                    "place" => _names.Place(value),
                    "position" or "positions" => NameWords.Join(value, _names.Position),
                    "item" => _names.Item(value),
                    "trigger" => _names.Done(Playbook, value),
                    "playbook" or "stage" or "phrase" => new(value, value),
                    _ => null,
                };
                if (found is not null)
                {
                    return found;
                }
            }

            return Arg("what") is { } what ? _names.Anything(what) : new("", "");
        }
    }
}
