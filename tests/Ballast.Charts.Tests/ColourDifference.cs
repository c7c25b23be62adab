namespace Ballast.Charts.Tests;

/// <summary>How far apart two colours look: WCAG 2 contrast, and CIEDE2000 (Sharma, Wu, Dalal 2005) after simulating a deficiency at full severity (Machado, Oliveira, Fernandes 2009, on linear RGB).</summary>
internal static class ColourDifference
{
    public static readonly double[,] Protanopia = { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } };
    public static readonly double[,] Deuteranopia = { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } };
    public static readonly double[,] Tritanopia = { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } };

    public static double Contrast(string one, string other)
    {
        double Luminance(string colour) => Linear(colour) is [double r, double g, double b] ? (0.2126 * r) + (0.7152 * g) + (0.0722 * b) : 0;
        (double a, double b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    public static double Between(string one, string other, double[,]? deficiency = null) => Ciede2000(Lab(Seen(Linear(one), deficiency)), Lab(Seen(Linear(other), deficiency)));

    public static double Ciede2000((double L, double A, double B) one, (double L, double A, double B) other)
    {
        double meanChroma = (Math.Sqrt((one.A * one.A) + (one.B * one.B)) + Math.Sqrt((other.A * other.A) + (other.B * other.B))) / 2;
        double g = 0.5 * (1 - Math.Sqrt(Math.Pow(meanChroma, 7) / (Math.Pow(meanChroma, 7) + Math.Pow(25, 7))));
        (double a1, double a2) = (one.A * (1 + g), other.A * (1 + g));
        (double c1, double c2) = (Math.Sqrt((a1 * a1) + (one.B * one.B)), Math.Sqrt((a2 * a2) + (other.B * other.B)));
        (double h1, double h2) = (Hue(a1, one.B), Hue(a2, other.B));
        double hueStep = c1 * c2 == 0 ? 0 : Math.IEEERemainder(h2 - h1, 360);
        (double dL, double dC, double dH) = (other.L - one.L, c2 - c1, 2 * Math.Sqrt(c1 * c2) * Sin(hueStep / 2));
        (double l, double c) = ((one.L + other.L) / 2, (c1 + c2) / 2);
        double h = c1 * c2 == 0 ? h1 + h2 : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : ((h1 + h2 + 360) / 2) % 360;
        double t = 1 - (0.17 * Cos(h - 30)) + (0.24 * Cos(2 * h)) + (0.32 * Cos((3 * h) + 6)) - (0.2 * Cos((4 * h) - 63));
        double turn = -Sin(60 * Math.Exp(-Math.Pow((h - 275) / 25, 2))) * 2 * Math.Sqrt(Math.Pow(c, 7) / (Math.Pow(c, 7) + Math.Pow(25, 7)));
        double sL = 1 + (0.015 * Math.Pow(l - 50, 2) / Math.Sqrt(20 + Math.Pow(l - 50, 2)));
        (double x, double y, double z) = (dL / sL, dC / (1 + (0.045 * c)), dH / (1 + (0.015 * c * t)));
        return Math.Sqrt((x * x) + (y * y) + (z * z) + (turn * y * z));
    }

    private static double Hue(double a, double b) => a == 0 && b == 0 ? 0 : ((Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360;

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);

    private static double Cos(double degrees) => Math.Cos(degrees * Math.PI / 180);

    private static double[] Linear(string colour) =>
        [.. Enumerable.Range(0, 3).Select(i => Convert.ToInt32(colour.Substring(1 + (2 * i), 2), 16) / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];

    private static double[] Seen(double[] rgb, double[,]? deficiency) => deficiency is null ? rgb
        : [.. Enumerable.Range(0, 3).Select(i => Math.Clamp((deficiency[i, 0] * rgb[0]) + (deficiency[i, 1] * rgb[1]) + (deficiency[i, 2] * rgb[2]), 0, 1))];

    private static (double L, double A, double B) Lab(double[] rgb)
    {
        static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;
        double x = F(((0.4124564 * rgb[0]) + (0.3575761 * rgb[1]) + (0.1804375 * rgb[2])) / 0.95047);
        double y = F((0.2126729 * rgb[0]) + (0.7151522 * rgb[1]) + (0.0721750 * rgb[2]));
        double z = F(((0.0193339 * rgb[0]) + (0.1191920 * rgb[1]) + (0.9503041 * rgb[2])) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }
}
