namespace Reception.Web.Tests.Infrastructure;

/// <summary>The screens the design names.</summary>
internal readonly record struct Size(int Width, int Height)
{
    public static Size SmallPhone => new(360, 640);

    public static Size Phone => new(390, 844);

    public static Size Tablet => new(1180, 820);

    public static Size Laptop => new(1440, 900);

    public static Size SmallLaptop => new(1280, 800);

    public static Size Wall => new(1920, 1080);

    public override string ToString() => $"{Width}x{Height}";
}
