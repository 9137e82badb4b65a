using System.Globalization;
using Reception.Crew.Ledgers;

namespace Reception.Chaos.Run;

/// <summary>Everybody's ledger on disk, a file each: intent → ok, refused or unknown → seen → rung.</summary>
internal sealed class LedgerFiles : IDisposable
{
    private readonly Dictionary<string, StreamWriter> _files = new(StringComparer.Ordinal);
    private readonly Lock _writing = new();
    private readonly string _folder;

    public LedgerFiles(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    public void Note(LedgerNote note)
    {
        lock (_writing)
        {
            if (!_files.TryGetValue(note.Staff, out var file))
            {
                _files[note.Staff] = file = new StreamWriter(Path.Combine(_folder, note.Staff + ".tsv")) { AutoFlush = true };
            }

            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow:O}\t{note.What}\t{note.Id}\t{note.Kind}\t{note.Seq}"));
        }
    }

    /// <summary>As they lie on the disk, without what anybody remembers.</summary>
    public IReadOnlyList<LedgerNote> Read()
    {
        Dispose();
        return [.. Directory.GetFiles(_folder).SelectMany(file => File.ReadLines(file).Select(line => line.Split('\t'))
            .Select(cells => new LedgerNote(Path.GetFileNameWithoutExtension(file), cells[1], cells[2], cells[3], long.Parse(cells[4], CultureInfo.InvariantCulture))))];
    }

    public void Dispose()
    {
        lock (_writing)
        {
            foreach (var file in _files.Values)
            {
                file.Dispose();
            }

            _files.Clear();
        }
    }
}
