using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Language.Tests;

/// <summary>Seed and values that the properties share.</summary>
internal static class Fixed
{
    public static readonly Config Runs = Config.QuickThrowOnFailure.WithReplay(20240119, 17).WithMaxTest(3000);

    public static Arbitrary<Tongue> AnyTongue { get; } = Arb.From(Gen.Elements(Tongue.English, Tongue.Chinese));
}
