using System.Globalization;

namespace Reception.Crew.Worlds;

/// <summary>Draws people.</summary>
internal static class PartyMaker
{
    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "罗", "高", "欧阳", "单", "仇", "解"];
    private static readonly string[] Titles = ["先生", "女士", "先生", "女士", "小姐", "总"];
    private static readonly string[] Names = ["伟", "芳", "娜", "敏", "静", "强", "磊", "军", "洋", "艳", "勇", "杰"];

    /// <param name="busy">1 on a quiet day; below, people have less time.</param>
    public static Party Draw(Random random, string id, PartyKind kind, TimeSpan? arrives, TimeSpan? eta, double busy)
    {
        var surname = random.Pick(Surnames);
        var tours = kind == PartyKind.Alone ? 0 : random.NextDouble() switch { < 0.35 => 0, < 0.9 => 1, _ => 2 };
        return new(
            id, kind, surname + random.Pick(Titles), surname + random.Pick(Names),
            "浙A" + random.Next(10_000, 99_999).ToString(CultureInfo.InvariantCulture), "139" + random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture),
            1 + random.Next(4), arrives, eta, tours, Stays: random.NextDouble() < 0.12, Slips: random.NextDouble() < 0.12, LeavesFromTour: random.NextDouble() < 0.2,
            Minutes(random, 5, 14, busy), Minutes(random, 8, 16, busy), Minutes(random, 4, 12, busy), Minutes(random, 3, 7, 1), Minutes(random, 20, 30, 1));
    }

    /// <summary>A guest of whom nothing is planned: somebody at the venue wrote them down.</summary>
    public static Party Unknown(int seed, string journey, TimeSpan? eta)
    {
        var random = Dice.For(seed, journey);
        var comes = random.NextDouble() < 0.92;
        var late = TimeSpan.FromMinutes(-5 + (random.NextDouble() * 13));
        return Draw(random, journey, PartyKind.Expected, comes ? (eta ?? TimeSpan.Zero) + late : null, eta, 1);
    }

    private static TimeSpan Minutes(Random random, double least, double most, double busy) =>
        TimeSpan.FromMinutes((least + ((most - least) * random.NextDouble())) * busy);
}
