namespace Reception.Hub.Addressing;

/// <summary>
/// Surnames that are read unlike the common word: a voice gets a character that it reads right. Only for the ear; the screen has the real one.
/// Source: DOMAIN.md, form of address (单 Shàn, 仇 Qiú, 解 Xiè …).
/// </summary>
internal static class Homophones
{
    private static readonly (string Written, string Spoken)[] Table =
    [
        ("尉迟", "玉迟"), ("万俟", "莫奇"), ("澹台", "谈台"), ("长孙", "掌孙"),
        ("单", "善"), ("仇", "求"), ("解", "谢"), ("曾", "增"), ("区", "欧"), ("朴", "瓢"), ("查", "渣"), ("盖", "葛"),
        ("翟", "宅"), ("乐", "月"), ("任", "仁"), ("华", "画"), ("燕", "烟"), ("缪", "妙"), ("覃", "秦"), ("尹", "引"),
        ("洗", "显"), ("冼", "显"), ("繁", "婆"), ("折", "舌"), ("黑", "贺"), ("员", "运"), ("种", "虫"), ("召", "邵"),
        ("逄", "旁"), ("哈", "哈"), ("秘", "必"), ("句", "勾"), ("令", "铃"), ("宁", "凝"), ("应", "英"), ("纪", "己"),
    ];

    public static string Spoken(string address)
    {
        foreach (var (written, spoken) in Table)
        {
            if (address.StartsWith(written, StringComparison.Ordinal))
            {
                return spoken + address[written.Length..];
            }
        }

        return address;
    }
}
