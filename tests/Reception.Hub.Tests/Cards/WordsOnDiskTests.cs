using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Reception.Hub.Cards;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Storage;

namespace Reception.Hub.Tests.Cards;

/// <summary>Reads the bytes of every file in the data folder, as somebody would who has stolen the disk.</summary>
public sealed class WordsOnDiskTests : IAsyncLifetime
{
    private const string Venue = "yunqi";

    private readonly SqliteDatabase _database = new();
    private DataFolder _folder = null!;
    private CardVault _vault = null!;

    public async Task InitializeAsync()
    {
        _folder = _database.Open();
        _vault = new CardVault(_folder.Keys, _folder.Store, TimeProvider.System, NullLogger<CardVault>.Instance);
        await _folder.Store.Register(Venue, Append.Genesis);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Rule("P13")]
    public async Task No_word_about_a_guest_lies_in_any_file()
    {
        var fields = new Dictionary<string, string>
        {
            ["name"] = "阿依夏·吐尔逊", ["phone"] = "13912345678", ["plate"] = "浙A·D9876", ["note"] = "doctor at four, wheelchair",
        };
        var card = new CardText("g-1", 1, fields, fields["phone"], fields["plate"]);
        var entry = Append.Empty(Venue, "c-1");
        var digest = _vault.Digest("guest.card", new Dictionary<string, string> { ["guest"] = "g-1" }, fields);
        await _folder.Store.Write(entry with
        {
            Entries = [entry.Entries[0] with { Digest = digest }],
            Cards = await _vault.Seal(Venue, [card]),
        });

        await NothingIsFound(fields.Values, "while the hub runs");
        await _database.Close();
        await NothingIsFound(fields.Values, "when it has stopped");
    }

    [Fact, Rule("P13")]
    public async Task A_key_lies_in_the_key_file_only_and_in_no_file_once_it_is_destroyed()
    {
        await _vault.Seal(Venue, [new CardText("g-1", 1, new Dictionary<string, string>())]);
        var key = (await _folder.Keys.Find(Venue, ["g-1"]))["g-1"];
        (await FilesWith(key)).Should().NotBeEmpty().And.OnlyContain(file => file.StartsWith(DataFolder.KeyFileName, StringComparison.Ordinal));

        await _vault.Destroy(Venue, "g-1");

        (await FilesWith(key)).Should().BeEmpty();
    }

    private async Task NothingIsFound(IEnumerable<string> words, string when)
    {
        foreach (var word in words)
        {
            (await FilesWith(Encoding.UTF8.GetBytes(word))).Should().BeEmpty(when);
            (await FilesWith(Encoding.Unicode.GetBytes(word))).Should().BeEmpty(when);
        }
    }

    private async Task<List<string>> FilesWith(byte[] bytes)
    {
        var found = new List<string>();
        foreach (var file in Directory.GetFiles(_database.Folder))
        {
            // The lock file is held, and empty.
            if (!file.EndsWith(DataFolder.LockFile, StringComparison.Ordinal) && (await Read(file)).AsSpan().IndexOf(bytes) >= 0)
            {
                found.Add(Path.GetFileName(file));
            }
        }

        return found;
    }

    private static async Task<byte[]> Read(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
