using System.Text;

namespace Ballast.Briefings;

/// <summary>The one stylesheet of the console and of the briefing; its head lists the classes.</summary>
public static class Stylesheet
{
    private static readonly Lazy<string> Content = new(Read);

    /// <summary>The text of <c>Assets/ballast.css</c>.</summary>
    public static string Text => Content.Value;

    private static string Read()
    {
        using Stream stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("Ballast.Briefings.Assets.ballast.css")
            ?? throw new InvalidOperationException("The stylesheet is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
