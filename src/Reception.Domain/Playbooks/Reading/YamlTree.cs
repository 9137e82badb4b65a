using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>
/// YAML text → tree with places, or flaws. Only what a playbook needs of YAML: no anchors, aliases, tags or second documents, a bound on size and depth.
/// Values stay text here, so nothing is taken for a number, a clock time or a yes behind the author's back.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>The largest shipped file is a tenth of it.</summary>
    public const int MaxCharacters = 256 * 1024;

    public const int MaxDepth = 16;

    private readonly string file;
    private readonly IParser parser;
    private readonly List<Flaw> flaws;

    private YamlTree(string file, string text, List<Flaw> flaws)
    {
        this.file = file;
        this.flaws = flaws;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>Null when it is not even YAML, or empty: the flaw says why.</summary>
    public static Node? Parse(string file, string text, List<Flaw> flaws)
    {
        if (text.Length > MaxCharacters)
        {
            flaws.Add(Flaws.TooLarge(new(file, 1, 1), MaxCharacters));
            return null;
        }

        try
        {
            return new YamlTree(file, text, flaws).Document();
        }
        catch (YamlException wrong)
        {
            flaws.Add(Flaws.NotYaml(Place(file, wrong.Start), wrong.Message));
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            // The scanner gives up on some malformed input with whatever comes to hand; the author needs a sentence, not a stack.
            flaws.Add(Flaws.NotYaml(new(file, 1, 1), wrong.Message));
        }

        return null;
    }

    private Node? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            flaws.Add(Flaws.EmptyFile(new(file, 1, 1)));
            return null;
        }

        var root = Value(depth: 0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out var next))
        {
            flaws.Add(Flaws.SecondDocument(Place(parser.Current ?? next)));
        }

        return root;
    }

    private Node? Value(int depth)
    {
        if (depth > MaxDepth)
        {
            flaws.Add(Flaws.TooDeep(Place(parser.Current), MaxDepth));
            Skip();
            return null;
        }

        switch (parser.Current)
        {
            case NodeEvent { Anchor.IsEmpty: false } anchored:
                flaws.Add(Flaws.NoAnchors(Place(anchored)));
                Skip();
                return null;
            case AnchorAlias alias:
                flaws.Add(Flaws.NoAnchors(Place(alias)));
                parser.MoveNext();
                return null;
            case NodeEvent { Tag.IsEmpty: false } tagged:
                flaws.Add(Flaws.NoTags(Place(tagged)));
                Skip();
                return null;
            case YamlDotNet.Core.Events.Scalar scalar:
                parser.MoveNext();
                return new Node.Scalar(Place(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain);
            case SequenceStart:
                return List(depth);
            case MappingStart:
                return Map(depth);
            default:
                throw new InvalidOperationException("A value was expected.");
        }
    }

    private Node.List List(int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (Value(depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        return new(Place(start), items.ToImmutable());
    }

    private Node.Map Map(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<Node.Entry>();
        var seen = new Dictionary<string, Spot>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var place = Place(parser.Current);
            var key = Value(depth + 1);
            var value = Value(depth + 1);
            if (key is not Node.Scalar name)
            {
                flaws.Add(Flaws.KeyNotText(place));
            }
            else if (IsTrap(name))
            {
                flaws.Add(Flaws.TrapKey(name.At, name.Value));
            }
            else if (seen.TryGetValue(name.Value, out var first))
            {
                flaws.Add(Flaws.TwiceKey(name.At, name.Value, first));
            }
            else if (value is not null)
            {
                seen.Add(name.Value, name.At);
                entries.Add(new(name, value));
            }
        }

        return new(Place(start), entries.ToImmutable());
    }

    /// <summary>YAML 1.1 reads these as true or false, another tool might too.</summary>
    private static bool IsTrap(Node.Scalar key) =>
        key.Plain && key.Value.ToLowerInvariant() is "on" or "off" or "yes" or "no" or "y" or "n" or "true" or "false";

    private void Skip()
    {
        // Depth is unbounded here on purpose: the events come one by one and nothing is built.
        var depth = 0;
        do
        {
            depth += parser.Current switch
            {
                SequenceStart or MappingStart => 1,
                SequenceEnd or MappingEnd => -1,
                _ => 0,
            };
        }
        while (parser.MoveNext() && depth > 0);
    }

    private Spot Place(ParsingEvent? at) => at is null ? new(file, 1, 1) : Place(file, at.Start);

    private static Spot Place(string file, Mark mark) =>
        new(file, Convert.ToInt32(mark.Line, CultureInfo.InvariantCulture), Convert.ToInt32(mark.Column, CultureInfo.InvariantCulture));
}
