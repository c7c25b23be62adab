using System.Collections.Immutable;

namespace Ballast.Faults;

/// <summary>A node of a YAML file with its place: a mapping, a sequence or a scalar. Made by <see cref="YamlTree"/>.</summary>
/// <remarks>Nodes hold arrays and are compared by what these refer to; nothing here promises equality of equal files.</remarks>
public abstract partial record YamlNode
{
    private YamlNode(Place place) => Place = place;

    /// <summary>Where it begins.</summary>
    public Place Place { get; }

    /// <summary>Keys and values in the order written; no key stands twice.</summary>
    public sealed partial record Mapping : YamlNode
    {
        internal Mapping(Place place, ImmutableArray<YamlEntry> entries)
            : base(place) => Entries = entries;

        /// <summary>Entries in the order written.</summary>
        public ImmutableArray<YamlEntry> Entries { get; }
    }

    /// <summary>A list.</summary>
    public sealed record Sequence : YamlNode
    {
        internal Sequence(Place place, ImmutableArray<YamlNode> items)
            : base(place) => Items = items;

        /// <summary>Items in the order written.</summary>
        public ImmutableArray<YamlNode> Items { get; }
    }

    /// <summary>A text as written; that it means a number, a date or a truth is for the reader to say.</summary>
    public sealed record Scalar : YamlNode
    {
        internal Scalar(Place place, string value, bool isQuoted)
            : base(place) => (Value, IsQuoted) = (value, isQuoted);

        /// <summary>The text without quotes, escapes resolved; empty for a key without a value.</summary>
        public string Value { get; }

        /// <summary>Whether it stood in quotes or in a block (<c>|</c>, <c>&gt;</c>).</summary>
        public bool IsQuoted { get; }
    }
}
