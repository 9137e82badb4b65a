using Reception.Client;
using Reception.Crew.Habits;
using Reception.Crew.Ledgers;
using Reception.Crew.Plans;
using Reception.Crew.Worlds;

namespace Reception.Crew.Actors;

/// <summary>Who somebody is today.</summary>
/// <param name="Device">Where their hub is and who they are there.</param>
/// <param name="Positions">What they take when they begin.</param>
/// <param name="Silent">Posts that were told to do nothing.</param>
/// <param name="Impatient">Sends each command one to three times.</param>
/// <param name="Saw">Told of every change this device shows.</param>
/// <param name="Noted">Told of each line of the ledger.</param>
internal sealed record ActorSettings(
    string Staff, ReceptionClientOptions Device, IReadOnlyList<string> Positions, IReadOnlyList<Errand> Errands, World World, WordBook Words, Shares Shares,
    Func<string, bool> Silent, bool Impatient, Action<ViewsChanged> Saw, Action<LedgerNote> Noted);
