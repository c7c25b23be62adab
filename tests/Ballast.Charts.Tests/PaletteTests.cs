namespace Ballast.Charts.Tests;

public sealed class PaletteTests
{
    [Theory]
    [InlineData(50.0, 2.6772, -79.7751, 50.0, 0.0, -82.7485, 2.0425)]
    [InlineData(50.0, -1.3802, -84.2814, 50.0, 0.0, -82.7485, 1.0)]
    [InlineData(50.0, 2.5, 0.0, 73.0, 25.0, -18.0, 27.1492)]
    [InlineData(50.0, 2.5, 0.0, 58.0, 24.0, 15.0, 19.4535)]
    [InlineData(22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373)]
    public void The_measure_gives_the_published_differences(double l1, double a1, double b1, double l2, double a2, double b2, double expected) =>
        Assert.Equal(expected, ColourDifference.Ciede2000((l1, a1, b1), (l2, a2, b2)), 4);

    [Fact]
    public void Text_and_its_grounds_have_the_contrast_of_WCAG_AA()
    {
        foreach (ColourToken text in new[] { Palette.Ink, Palette.Muted, Palette.Link, Palette.Error })
        {
            foreach (ColourToken ground in new[] { Palette.Page, Palette.Surface })
            {
                Assert.True(ColourDifference.Contrast(text.Light, ground.Light) >= 4.5, $"{text.Token} on {ground.Token}, light");
                Assert.True(ColourDifference.Contrast(text.Dark, ground.Dark) >= 4.5, $"{text.Token} on {ground.Token}, dark");
            }
        }

        Assert.True(ColourDifference.Contrast(Palette.Past.Light, Palette.PastGround.Light) >= 4.5);
        Assert.True(ColourDifference.Contrast(Palette.Past.Dark, Palette.PastGround.Dark) >= 4.5);
    }

    [Fact]
    public void Labels_of_lines_can_be_read_and_edges_can_be_seen()
    {
        foreach (ColourToken line in Palette.Series)
        {
            Assert.True(ColourDifference.Contrast(line.Light, Palette.Surface.Light) >= 4.5, line.Token);
            Assert.True(ColourDifference.Contrast(line.Dark, Palette.Surface.Dark) >= 4.5, line.Token);
        }

        Assert.True(ColourDifference.Contrast(Palette.Edge.Light, Palette.Page.Light) >= 3);
        Assert.True(ColourDifference.Contrast(Palette.Edge.Dark, Palette.Surface.Dark) >= 3);
    }

    [Fact]
    public void Coloured_lines_differ_for_readers_who_are_red_blind_or_green_blind()
    {
        foreach (double[,] deficiency in new[] { ColourDifference.Protanopia, ColourDifference.Deuteranopia })
        {
            Assert.True(Nearest(c => c.Light, deficiency) >= 22);
            Assert.True(Nearest(c => c.Dark, deficiency) >= 18);
        }
    }

    [Fact]
    public void Coloured_lines_differ_for_readers_who_are_blue_blind() =>
        Assert.True(Math.Min(Nearest(c => c.Light, ColourDifference.Tritanopia), Nearest(c => c.Dark, ColourDifference.Tritanopia)) >= 12);

    private static double Nearest(Func<ColourToken, string> theme, double[,] deficiency) =>
        (from i in Enumerable.Range(0, Palette.Series.Length)
         from j in Enumerable.Range(i + 1, Palette.Series.Length - i - 1)
         select ColourDifference.Between(theme(Palette.Series[i]), theme(Palette.Series[j]), deficiency)).Min();
}
