namespace Reception.Hub.Identity;

internal static class CurrentSession
{
    /// <summary>Who sent the request; to be asked only where the table of rights wants a session.</summary>
    public static SessionIdentity Session(this HttpContext context) =>
        SessionIdentity.Of(context.User) ?? throw new InvalidOperationException("An endpoint without a session asked who it is.");
}
