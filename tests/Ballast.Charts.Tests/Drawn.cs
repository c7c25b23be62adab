using System.Globalization;
using System.Xml.Linq;

namespace Ballast.Charts.Tests;

/// <summary>What an SVG holds, read back.</summary>
internal sealed class Drawn
{
    private readonly XElement _root;

    public Drawn(string svg) => _root = XElement.Parse(svg);

    public XElement Root => _root;

    public IEnumerable<XElement> All(string name, string? cssClass = null) =>
        _root.Descendants().Where(e => e.Name.LocalName == name && (cssClass is null || Classes(e).Contains(cssClass)));

    public IEnumerable<string> Texts => All("text").Select(t => t.Value);

    /// <summary>Corner points of all paths of a class.</summary>
    public IEnumerable<(double X, double Y)> Corners(string cssClass) => All("path", cssClass).SelectMany(Corners);

    /// <summary>Centres of all circles of a class.</summary>
    public IEnumerable<(double X, double Y)> Circles(string cssClass) => All("circle", cssClass).Select(c => (Number(c, "cx"), Number(c, "cy")));

    public static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    public static string[] Classes(XElement element) => element.Attribute("class")?.Value.Split(' ') ?? [];

    /// <summary>How often a path lifts its pen.</summary>
    public static int Strokes(XElement path) => path.Attribute("d")!.Value.Count(c => c == 'M');

    private static IEnumerable<(double X, double Y)> Corners(XElement path)
    {
        foreach (string corner in path.Attribute("d")!.Value.Split('M', 'L').Skip(1))
        {
            string[] parts = corner.Split(' ', 'H');
            yield return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
        }
    }
}
