namespace Ballast.Packs;

/// <summary>What a file of a pack is, in the order in which parts are checked: each may use what stands before it.</summary>
public enum PackPartKind
{
    /// <summary><c>pack.yaml</c>.</summary>
    Manifest,

    /// <summary><c>README.md</c> and other texts for people at the root.</summary>
    Readme,

    /// <summary><c>structures/*.json</c>: SDMX-JSON 2.0.0.</summary>
    Structures,

    /// <summary><c>calendars/*.yaml</c>: working days of a country.</summary>
    WorkingDays,

    /// <summary><c>data/RELEASE/release.yaml</c>.</summary>
    Release,

    /// <summary><c>data/RELEASE/FLOW.csv</c>: SDMX-CSV 2.0.</summary>
    Observations,

    /// <summary><c>transforms.yaml</c>: growth and conversions wanted.</summary>
    Transforms,

    /// <summary><c>transformations/*.vtl</c>.</summary>
    Transformations,

    /// <summary><c>adjustment/*.yaml</c>: what is seasonally adjusted, and how.</summary>
    Adjustment,

    /// <summary><c>calendar.yaml</c>: when what is due.</summary>
    Due,

    /// <summary><c>overview.yaml</c>: headline figures.</summary>
    Overview,

    /// <summary><c>warnings/*.yaml</c>: rules and lamps.</summary>
    Warnings,

    /// <summary><c>briefing/*.md</c>: templates of texts.</summary>
    Briefing,

    /// <summary><c>tests/*.yaml</c>: expected results.</summary>
    Tests,
}
