using Reception.Contracts;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;

namespace Reception.Hub.Views;

/// <summary>A person of the staff.</summary>
internal static class StaffViews
{
    public static StaffView Of(StaffMember person, Library library) => new(
        person.Id.Value,
        person.Seq,
        (Names.Of(library).Person(person.Id)?.Name ?? Domain.Text.Of(person.Id.Value)).ToWire(),
        person.Allowed.Ids(),
        person.Positions.Ids(),
        person.State.Word(),
        person.Away?.Until.Ms(),
        person.Away?.Cover?.Value,
        person.Reach.Word(),
        person.LostSince.Ms(),
        person.Hosting.Ids());
}
