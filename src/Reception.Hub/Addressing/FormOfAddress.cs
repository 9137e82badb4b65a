using Reception.Domain;

namespace Reception.Hub.Addressing;

/// <summary>带姓尊称, from one place: what the card says (王先生, 欧阳女士, 李局长, 一位先生), in both languages, for the screen and for the ear.</summary>
internal static class FormOfAddress
{
    // The longest first: 总经理 is no 经理.
    private static readonly (string Zh, string En)[] Titles =
    [
        ("董事长", "Chairman"), ("总经理", "President"), ("先生", "Mr"), ("女士", "Ms"), ("小姐", "Ms"), ("太太", "Mrs"), ("夫人", "Mrs"), ("教授", "Professor"), ("博士", "Dr"),
        ("医生", "Dr"), ("大夫", "Dr"), ("老师", "Teacher"), ("律师", "Attorney"), ("局长", "Director"), ("处长", "Director"), ("厅长", "Director"), ("主任", "Director"),
        ("院长", "President"), ("校长", "Principal"), ("行长", "President"), ("市长", "Mayor"), ("书记", "Secretary"), ("主席", "Chairman"), ("部长", "Minister"), ("科长", "Section Chief"),
        ("经理", "Manager"), ("师傅", "Mr"), ("董", "Chairman"), ("总", "President"), ("工", "Engineer"),
    ];

    private static readonly (string Zh, string En)[] Unknown =
    [
        ("一位先生", "a gentleman"), ("一位女士", "a lady"), ("一位小姐", "a lady"), ("一位客户", "a guest"), ("一位客人", "a guest"), ("一位贵宾", "a guest"), ("一位访客", "a visitor"),
    ];

    /// <summary>Of whom nobody has said more.</summary>
    public static readonly Text Unnamed = new("一位客户", "a guest");

    /// <summary>As a screen shows it. English is by rule; what no rule knows stays as it was written.</summary>
    public static Text Shown(string? address) => string.IsNullOrEmpty(address) ? Unnamed : new(address, En(address));

    /// <summary>As a voice must be given it, so that a surname is read as one.</summary>
    public static Text Spoken(string address) => new(Homophones.Spoken(address), En(address));

    private static string En(string address)
    {
        if (Array.Find(Unknown, one => one.Zh == address) is { En: { } somebody })
        {
            return somebody;
        }

        return Surnames.At(address) is var (written, latin) && Array.Find(Titles, title => title.Zh == address[written.Length..]) is { En: { } title }
            ? $"{title} {latin}"
            : address;
    }
}
