using System.Buffers;
using System.Globalization;
using System.Text;
using Ballast.Faults;

namespace Ballast.Packs;

/// <summary>Paths that may stand in a pack: under its root, the same on every system, and seen by a reviewer as they are.</summary>
internal static class PackPaths
{
    private static readonly SearchValues<char> NotPortable = SearchValues.Create("<>:\"|?*\\");

    private static readonly string[] Devices =
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" })];

    /// <summary>Whether a file's path is good; otherwise its first fault is added.</summary>
    public static bool Check(PackFolder folder, PackFile file, FaultList faults)
    {
        Fault? fault = Find(folder, file);
        if (fault is not null)
        {
            faults.Add(fault);
        }

        return fault is null;
    }

    /// <summary>A path in which what is hidden is written out.</summary>
    public static string Shown(string path)
    {
        StringBuilder text = new(path.Length);
        foreach (Rune rune in path.EnumerateRunes())
        {
            string written = rune.ToString();
            text.Append(VisibleText.FirstHidden(written) < 0 && rune.Value is not ('\t' or '\n') ? written : string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X4}}}"));
        }

        return text.ToString();
    }

    private static Fault? Find(PackFolder folder, PackFile file)
    {
        Place place = folder.PlaceOf(Shown(file.Path));
        string shown = Shown(file.Path);
        int hidden = VisibleText.FirstHidden(file.Path) is var first and >= 0 ? first : file.Path.AsSpan().IndexOfAny('\t', '\n');
        if (hidden >= 0)
        {
            return PackFaults.PathHidden.At(place, shown, VisibleText.Name(file.Path.AsSpan(hidden)));
        }

        string[] steps = file.Path.Split('/');
        if ((file.Path.Length > 1 && file.Path[1] == ':') || steps.Any(s => s is "" or "." or ".."))
        {
            return PackFaults.PathOutside.At(place, shown);
        }

        if (file.Path.AsSpan().ContainsAny(NotPortable) || steps.Any(s => s[^1] is '.' or ' ' || s.Length > 200 || IsDevice(s)))
        {
            return PackFaults.PathNotPortable.At(place, shown);
        }

        if (!file.Path.IsNormalized(NormalizationForm.FormC))
        {
            return PackFaults.PathNotComposed.At(place, shown);
        }

        return file.IsLink ? PackFaults.LinkRefused.At(place, shown) : null;
    }

    private static bool IsDevice(string step) => Devices.Contains(step.Split('.')[0], StringComparer.OrdinalIgnoreCase);
}
