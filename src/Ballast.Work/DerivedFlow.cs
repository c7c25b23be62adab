using System.Collections.Immutable;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Work;

/// <summary>
/// The virtual dataflow <c>FLOW_DERIVED</c> beside a flow: same dimensions, values computed at read with the same viewpoint. Published and computed growth never share a key (data.md, Reading).
/// </summary>
/// <param name="Base">The flow that was published.</param>
public sealed record DerivedFlow(Dataflow Base)
{
    /// <summary>What the id of a derived flow ends in.</summary>
    public const string Suffix = "_DERIVED";

    /// <summary>The dimension whose code says what was computed.</summary>
    public const string TransformationDimension = "TRANSFORMATION";

    private static readonly ImmutableArray<Transform> AllTransforms = [.. Enum.GetValues<Transform>()];

    /// <summary>Codes of TRANSFORMATION of published series that anything can be computed from, in the order in which origins of a derived key are tried.</summary>
    private static readonly ImmutableArray<string> Sources = ["N", "YTD", "G1Y", "GYTD", "GPREV", "SH"];

    /// <summary>The derived flow itself.</summary>
    public Dataflow Flow => Base with { Id = Base.Id with { Id = Base.Id.Id + Suffix } };

    /// <summary>The published flow that a derived flow's id names, or null where the id is not of that form.</summary>
    public static string? BaseId(string flowId)
    {
        ArgumentNullException.ThrowIfNull(flowId);
        return flowId.EndsWith(Suffix, StringComparison.Ordinal) && flowId.Length > Suffix.Length ? flowId[..^Suffix.Length] : null;
    }

    /// <summary>
    /// What can be computed from a published series: by its code of TRANSFORMATION, and by what its values are. Percentages, points and indices around a neutral value have differences, not growth in per cent;
    /// only sums over a period (TIME_PER_COLLECT S) are cumulated.
    /// </summary>
    public static ImmutableArray<Transform> Offered(DataStructureDefinition structure, SeriesKey key, AttributeSet attributes)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(attributes);
        int at = structure.IndexOf(TransformationDimension);
        if (at < 0)
        {
            return [];
        }

        Language.UnitForm form = Language.Unit.Of(attributes.First("UNIT_MEASURE")).Form;
        bool isRate = form is Language.UnitForm.Percent or Language.UnitForm.PercentagePoints
            || attributes.First("UNIT_MEASURE") is "IX50";
        bool isFlow = attributes.First("TIME_PER_COLLECT") == "S";
        return [.. AllTransforms.Where(t => t.TransformationCode(key.Codes[at]) is not null && t switch
        {
            Transform.PercentageChange or Transform.YearOnYear => !isRate,
            Transform.YearOnYearChange => isRate,
            Transform.YearToDate or Transform.SingleMonth => isFlow && !isRate,
            _ => true,
        })];
    }

    /// <summary>The key of the result of a transform, or null where it cannot be computed from this series.</summary>
    public static SeriesKey? ResultKey(DataStructureDefinition structure, SeriesKey published, Transform transform)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(published);
        int at = structure.IndexOf(TransformationDimension);
        string? to = at < 0 ? null : transform.TransformationCode(published.Codes[at]);
        return to is null ? null : new SeriesKey(published.Codes.SetItem(at, to));
    }

    /// <summary>The published series and transforms that could give a derived key, in the order in which they are tried.</summary>
    public static IEnumerable<(SeriesKey Published, Transform Transform)> Origins(DataStructureDefinition structure, SeriesKey derived)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(derived);
        int at = structure.IndexOf(TransformationDimension);
        return at < 0 ? [] : Sources
            .SelectMany(from => AllTransforms.Where(t => t.TransformationCode(from) == derived.Codes[at]).Select(t => (new SeriesKey(derived.Codes.SetItem(at, from)), t)));
    }

    /// <summary>The result of a transform as a series of the derived flow.</summary>
    public static TimeSeries Compute(TimeSeries published, Transform transform, string name) => SeriesTransforms.Apply(transform, published, name);
}
