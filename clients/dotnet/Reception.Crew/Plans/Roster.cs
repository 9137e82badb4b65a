using Reception.Client;

namespace Reception.Crew.Plans;

/// <summary>Who stands where: everybody somewhere they may, no post left open that somebody may take.</summary>
public sealed record Roster(IReadOnlyDictionary<string, IReadOnlyList<string>> Positions)
{
    public IReadOnlyList<string> Staff { get; } = [.. Positions.Keys.Order(StringComparer.Ordinal)];

    public static Roster Of(ViewSet views)
    {
        var held = views.Positions.Keys.ToDictionary(position => position, _ => 0, StringComparer.Ordinal);
        var taken = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var person in views.Staff.Values.OrderBy(person => person.Allowed.Count).ThenBy(person => person.Id, StringComparer.Ordinal))
        {
            var first = person.Allowed.OrderBy(position => held.GetValueOrDefault(position)).FirstOrDefault();
            if (first is not null)
            {
                taken[person.Id] = [first];
                held[first] = held.GetValueOrDefault(first) + 1;
            }
        }

        foreach (var open in held.Where(one => one.Value == 0).Select(one => one.Key).Order(StringComparer.Ordinal))
        {
            if (views.Staff.Values.Where(person => person.Allowed.Contains(open)).MinBy(person => taken.GetValueOrDefault(person.Id)?.Count ?? 0) is { } more)
            {
                taken[more.Id] = [.. taken.GetValueOrDefault(more.Id) ?? [], open];
            }
        }

        return new(taken);
    }

    /// <summary>People without whom a post is open.</summary>
    public IReadOnlyList<string> Alone =>
        [.. Staff.Where(staff => Positions[staff].Any(position => Positions.Values.Count(held => held.Contains(position)) == 1))];
}
