using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>A file that was read by whoever may read files.</summary>
public sealed record Source(string File, string Text);

/// <summary>A venue and its playbooks, or what is wrong with any of the files.</summary>
/// <param name="Marks">By playbook id, and <c>venue</c>: where each thing was written.</param>
public sealed record LibraryReading(
    Library? Library, ImmutableArray<Flaw> Flaws, FrozenDictionary<string, FrozenDictionary<string, Spot>> Marks);

/// <summary>
/// A venue's own file laid over the shipped venue it names as its base, and its changes laid over the shipped playbooks: merged by id before anything
/// is judged, so there is one loader and one shape of error.
/// </summary>
public static class LibraryReader
{
    public const string Venue = "venue";
    private const string Playbook = "playbook";

    /// <param name="venue">The venue's file; it may name a <c>base</c>.</param>
    /// <param name="files">Shipped venues and playbooks first, then the venue's own playbooks; the same id again is a change of the first.</param>
    public static LibraryReading Read(Source venue, IEnumerable<Source> files)
    {
        ArgumentNullException.ThrowIfNull(venue);
        ArgumentNullException.ThrowIfNull(files);
        var flaws = new List<Flaw>();
        var shelf = new Shelf(flaws);
        foreach (var file in files)
        {
            shelf.Put(file);
        }

        return YamlTree.Parse(venue.File, venue.Text, flaws) is { } root && shelf.OverBase(root) is { } merged
            ? Read(merged, shelf, flaws)
            : new(null, Reading.Flaws.Sorted(flaws), FrozenDictionary<string, FrozenDictionary<string, Spot>>.Empty);
    }

    private static LibraryReading Read(Node root, Shelf shelf, List<Flaw> flaws)
    {
        var book = VenueReader.Read(root, []);
        flaws.AddRange(book.Flaws);
        var marks = new Dictionary<string, FrozenDictionary<string, Spot>>(StringComparer.Ordinal) { [Venue] = book.Marks };
        var positions = VenueReader.PositionsOf(root);
        var kinds = PlaceKinds(root);
        var read = new List<Playbooks.Playbook>();
        foreach (var (id, changes) in (root as Node.Map)?[VenueReader.PlaybooksKey] is Node.Map inForce ? inForce.Entries : [])
        {
            if (shelf.Playbook(id, changes) is not { } merged)
            {
                continue;
            }

            var reading = PlaybookReader.Read(merged, [], positions, kinds);
            flaws.AddRange(reading.Flaws);
            marks[id.Value] = reading.Marks;
            if (reading.Value is { } playbook)
            {
                read.Add(playbook);
            }
        }

        var library = flaws.Count == 0 && book.Value is { } venue
            ? new Library(venue, read.ToImmutableDictionary(playbook => playbook.Hash), read.ToImmutableDictionary(playbook => playbook.Id, playbook => playbook.Hash))
            : null;
        return new(library, Reading.Flaws.Sorted(flaws), marks.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static FrozenSet<string> PlaceKinds(Node root) =>
        (root as Node.Map)?["places"] is Node.Map places ? places.Entries.Select(entry => entry.Key.Value).ToFrozenSet(StringComparer.Ordinal) : [];

    /// <summary>All files by what they say they are.</summary>
    private sealed class Shelf(List<Flaw> flaws)
    {
        private const int MostBases = 4;

        private readonly Dictionary<string, Node> venues = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Node> playbooks = new(StringComparer.Ordinal);

        /// <summary>What is missing may stand in a file that could not be read; that one has its flaw already.</summary>
        private bool unreadable;

        public void Put(Source file)
        {
            if (YamlTree.Parse(file.File, file.Text, flaws) is not { } root)
            {
                unreadable = true;
                return;
            }

            if (root is Node.Map map && map[LibraryReader.Playbook] is Node.Scalar playbook)
            {
                playbooks[playbook.Value] = playbooks.TryGetValue(playbook.Value, out var below) ? Merge.Over(below, root) : root;
            }
            else if (root is Node.Map other && other[Venue] is Node.Scalar venue)
            {
                venues[venue.Value] = root;
            }
            else
            {
                flaws.Add(Reading.Flaws.Senseless(root.At, "文件要以 playbook: 或 venue: 开头", "the file should begin with playbook: or venue:"));
            }
        }

        /// <summary>Null when there is no such base: without it nothing else could be judged.</summary>
        public Node? OverBase(Node root, int deep = 0)
        {
            if (root is not Node.Map map || map["base"] is not Node.Scalar { Empty: false } name)
            {
                return root;
            }

            // A base may have a base itself, but not for ever.
            if (deep < MostBases && venues.TryGetValue(name.Value, out var below))
            {
                return OverBase(below, deep + 1) is { } under ? Merge.Over(under, root) : null;
            }

            Miss(name, Kind.Base, venues.Keys);
            return null;
        }

        public Node? Playbook(Node.Scalar id, Node changes)
        {
            if (playbooks.TryGetValue(id.Value, out var below))
            {
                return changes.IsEmpty ? below : Merge.Over(below, changes);
            }

            Miss(id, Kind.Playbook, playbooks.Keys);
            return null;
        }

        private void Miss(Node.Scalar name, Kind kind, IReadOnlyCollection<string> known)
        {
            if (!unreadable)
            {
                flaws.Add(Reading.Flaws.UnknownName(name.At, kind, name.Value, known));
            }
        }
    }
}
