using System.Runtime.CompilerServices;

namespace Ballast.Briefings.Tests;

/// <summary>Whole outputs kept beside the tests. A run never changes them: what differs is written to the folder named in the message, from where a person takes it over.</summary>
internal static class GoldenFiles
{
    public static void Hold((string Name, string Actual)[] outputs, [CallerFilePath] string here = "")
    {
        List<string> faults = [];
        foreach ((string name, string actual) in outputs)
        {
            string kept = Path.Combine(Path.GetDirectoryName(here)!, "Golden", name);
            string expected = File.Exists(kept) ? File.ReadAllText(kept) : "";
            if (expected != actual)
            {
                string written = Path.Combine(AppContext.BaseDirectory, "golden-actual", name);
                Directory.CreateDirectory(Path.GetDirectoryName(written)!);
                File.WriteAllText(written, actual);
                faults.Add($"{name} differs from line {expected.Split('\n').Zip(actual.Split('\n')).TakeWhile(p => p.First == p.Second).Count() + 1} on; the new output is {written}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
