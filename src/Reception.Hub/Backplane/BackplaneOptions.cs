using System.ComponentModel.DataAnnotations;
using StackExchange.Redis;

namespace Reception.Hub.Backplane;

/// <summary>Section <c>Redis</c>.</summary>
internal sealed class BackplaneOptions : IValidatableObject
{
    public const string Section = "Redis";

    /// <summary><c>host:port,user=…,password=…,ssl=true</c>; several hosts parted by commas. Empty: no Redis, nodes look at the database once a second.</summary>
    public string? Connection { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        ValidationResult? wrong = null;
        try
        {
            if (!string.IsNullOrWhiteSpace(Connection) && ConfigurationOptions.Parse(Connection).EndPoints.Count == 0)
            {
                wrong = new("--redis names no host. Write for example redis.example:6379,user=reception,password=…,ssl=true.", [nameof(Connection)]);
            }
        }
        catch (ArgumentException cause)
        {
            // The message names the part that is not known, never its value.
            wrong = new($"--redis cannot be read: {cause.Message} Write for example redis.example:6379,user=reception,password=…,ssl=true.", [nameof(Connection)]);
        }

        return wrong is null ? [] : [wrong];
    }
}
