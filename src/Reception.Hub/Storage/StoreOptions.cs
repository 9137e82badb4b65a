using System.ComponentModel.DataAnnotations;

namespace Reception.Hub.Storage;

/// <summary>Section <c>Store</c> of the settings.</summary>
internal sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>Where everything is kept; made when it is not there. One hub per folder.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Store:Folder is empty; name the folder in which the hub keeps its data.")]
    public string Folder { get; set; } = "data";
}
