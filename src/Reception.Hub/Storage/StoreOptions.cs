using System.ComponentModel.DataAnnotations;

namespace Reception.Hub.Storage;

/// <summary>Section <c>Store</c> of the settings.</summary>
internal sealed class StoreOptions : IValidatableObject
{
    public const string Section = "Store";
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    /// <summary><c>sqlite</c>: one hub and a folder. <c>postgres</c>: any number of hubs on one server.</summary>
    public string Kind { get; set; } = Sqlite;

    /// <summary>Where the embedded store is kept; made when it is not there. One hub per folder.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Store:Folder is empty; name the folder in which the hub keeps its data.")]
    public string Folder { get; set; } = "data";

    /// <summary>Connection string of the PostgreSQL database with the logs.</summary>
    public string? Connection { get; set; }

    /// <summary>Connection string of the PostgreSQL database with the keys of the cards: another one, with backups of its own.</summary>
    public string? Keys { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind is not (Sqlite or Postgres))
        {
            yield return new($"Store:Kind is {Kind}; it is {Sqlite} or {Postgres}.", [nameof(Kind)]);
        }

        if (Kind == Postgres && string.IsNullOrWhiteSpace(Connection))
        {
            yield return new("PostgreSQL needs --connection (or the setting Store:Connection): the connection string of its database.", [nameof(Connection)]);
        }

        if (Kind == Postgres && string.IsNullOrWhiteSpace(Keys))
        {
            yield return new("PostgreSQL needs --keys (or the setting Store:Keys): the connection string of a database of its own for the keys of the cards, so that no backup has both.", [nameof(Keys)]);
        }
    }
}
