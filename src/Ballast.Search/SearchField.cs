namespace Ballast.Search;

/// <summary>What of a series a term was found in, the weightier first.</summary>
public enum SearchField
{
    /// <summary>The whole key.</summary>
    Key,

    /// <summary>The source's own name.</summary>
    SourceId,

    /// <summary>The title.</summary>
    Title,

    /// <summary>Another name of a code.</summary>
    Synonym,

    /// <summary>The name of a code or of the dataflow.</summary>
    CodeName,

    /// <summary>The name of a unit.</summary>
    Unit,

    /// <summary>The id of a code, a unit or the dataflow.</summary>
    Code,
}
