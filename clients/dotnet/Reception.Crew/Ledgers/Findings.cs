namespace Reception.Crew.Ledgers;

/// <summary>Counts what is wrong, by kind, and keeps a sentence for each.</summary>
internal sealed class Findings
{
    private readonly List<string> sentences = [];

    public IReadOnlyList<string> Sentences => sentences;

    public int Lost { get; private set; }

    public int Duplicated { get; private set; }

    public int OutOfOrder { get; private set; }

    public int Late { get; private set; }

    public int Illegal { get; private set; }

    public Wrong Wrong => new(Lost, Duplicated, OutOfOrder, Late, Illegal);

    public void IsLost(FormattableString what) => Lost += Say("lost", what);

    public void IsDouble(FormattableString what) => Duplicated += Say("duplicated", what);

    public void IsOutOfOrder(FormattableString what) => OutOfOrder += Say("out of order", what);

    public void IsLate(FormattableString what) => Late += Say("late", what);

    public void IsIllegal(FormattableString what) => Illegal += Say("illegal", what);

    private int Say(string kind, FormattableString what)
    {
        sentences.Add($"{kind}: {FormattableString.Invariant(what)}");
        return 1;
    }
}
