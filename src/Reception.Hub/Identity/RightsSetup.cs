using Microsoft.AspNetCore.Authorization;

namespace Reception.Hub.Identity;

/// <summary>The right that an endpoint was mapped with, for the test that compares it with the table.</summary>
internal sealed record RightNeeded(string What, Right Right);

internal static class RightsSetup
{
    private const string DeskPolicy = "desk";
    private const string SessionPolicy = "session";

    /// <summary>Sessions by token, and nothing open that does not say so.</summary>
    public static IServiceCollection AddRights(this IServiceCollection services)
    {
        // The core alone: the rest brings keys for cookies, which nobody here has.
        services.AddAuthenticationCore(authentication =>
        {
            authentication.DefaultScheme = SessionAuthentication.Name;
            authentication.AddScheme<SessionAuthentication>(SessionAuthentication.Name, null);
        });
        services.AddWebEncoders();
        services.AddTransient<SessionAuthentication>();
        services.AddAuthorizationBuilder()
            .AddPolicy(SessionPolicy, policy => policy.RequireAssertion(context => Right.Session.Grants(SessionIdentity.Of(context.User))))
            .AddPolicy(DeskPolicy, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => Right.Desk.Grants(SessionIdentity.Of(context.User))))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(context => IsNobodys(context.Resource)).Build());
        return services;
    }

    // What routing answers by itself: no such method here, no such content.
    private static bool IsNobodys(object? resource) => resource is HttpContext context && context.GetEndpoint() is not (null or RouteEndpoint);

    /// <summary>Maps an endpoint with the right that the table gives it; one without a row does not start.</summary>
    public static RouteHandlerBuilder MapWithRight(this IEndpointRouteBuilder endpoints, string method, string route, Delegate handler)
    {
        var builder = endpoints.MapMethods(route, [method], handler);
        builder.WithRight($"{method} {route}");
        return builder;
    }

    /// <param name="what">Its row in <see cref="Rights.Endpoints"/>.</param>
    public static TBuilder WithRight<TBuilder>(this TBuilder builder, string what)
        where TBuilder : IEndpointConventionBuilder
    {
        if (!Rights.Endpoints.TryGetValue(what, out var right))
        {
            throw new InvalidOperationException($"{what} has no row in the table of rights, so it stays closed.");
        }

        builder.WithMetadata(new RightNeeded(what, right));
        _ = right switch
        {
            Right.Session => builder.RequireAuthorization(SessionPolicy),
            Right.Desk => builder.RequireAuthorization(DeskPolicy),
            _ => builder.AllowAnonymous(),
        };
        return builder;
    }
}
