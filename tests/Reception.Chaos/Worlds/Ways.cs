using System.Collections.Immutable;
using Reception.Domain;
using Reception.Domain.Journeys;

namespace Reception.Chaos.Worlds;

/// <summary>P8 in the log: what journeys did is a path of their playbook; an undone step was not taken.</summary>
internal sealed class Ways(World world)
{
    private readonly Dictionary<JourneyId, ImmutableStack<string?>> _stages = [];

    public void Judge(Entry entry)
    {
        foreach (var happened in entry.Events)
        {
            switch (happened)
            {
                case JourneyEvents.JourneyOpened opened:
                    _stages[opened.Journey] = [null];
                    break;
                case JourneyEvents.TriggerPulled pulled:
                    var here = _stages[pulled.Journey].Peek();
                    // A step of the clock (no-show) is no trigger of the playbook.
                    if (Centre.Book.Trigger(pulled.Trigger) is { } trigger)
                    {
                        world.Hold("P8", here is null ? trigger.Opens : trigger.From.Contains(here), $"entry {entry.Seq}: {pulled.Journey} does {pulled.Trigger} from {here ?? "nowhere"}");
                    }

                    _stages[pulled.Journey] = _stages[pulled.Journey].Push(pulled.To?.Stage.Value ?? here);
                    break;
                case JourneyEvents.TriggerUndone undone:
                    _stages[undone.Journey] = _stages[undone.Journey].Pop();
                    break;
            }
        }
    }
}
