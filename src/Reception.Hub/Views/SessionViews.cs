using Reception.Contracts;
using Reception.Domain.Venues;

namespace Reception.Hub.Views;

/// <summary>A signed-in device, for the desk.</summary>
internal static class SessionViews
{
    public static SessionView Of(OpenSession session) =>
        new(session.Id, session.Seq, session.Staff.Value, session.Device.Value, session.Since.Ms(), session.Closed is null);
}
