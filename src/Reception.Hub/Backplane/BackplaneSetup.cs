namespace Reception.Hub.Backplane;

/// <summary>What makes nodes hear of each other at once. Without it they look at the database once a second.</summary>
internal static class BackplaneSetup
{
    public static IServiceCollection AddBackplane(this IServiceCollection services, string? redis)
    {
        services.AddOptions<BackplaneOptions>().BindConfiguration(BackplaneOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.Configure<BackplaneOptions>(options => options.Connection = redis ?? options.Connection);
        return services.AddHostedService<RedisBackplane>();
    }
}
