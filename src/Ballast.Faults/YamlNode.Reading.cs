using System.Collections.Immutable;
using System.Globalization;

namespace Ballast.Faults;

/// <content>Typed access: each member gives a value, or null and a fault at the node's place.</content>
public abstract partial record YamlNode
{
    /// <summary>This node as a mapping.</summary>
    public Mapping? Map(FaultList faults) => Expect<Mapping>(faults, YamlFaults.MappingExpected);

    /// <summary>This node as a list.</summary>
    public Sequence? List(FaultList faults) => Expect<Sequence>(faults, YamlFaults.SequenceExpected);

    /// <summary>A text that is not empty.</summary>
    public string? Text(FaultList faults)
    {
        Scalar? scalar = Expect<Scalar>(faults, YamlFaults.TextExpected);
        if (scalar is not null && string.IsNullOrWhiteSpace(scalar.Value))
        {
            faults.Add(YamlFaults.TextExpected, Place);
            return null;
        }

        return scalar?.Value;
    }

    /// <summary>A whole number of 64 bits, in digits with an optional minus sign.</summary>
    public long? Integer(FaultList faults) =>
        Convert<long>(faults, YamlFaults.IntegerExpected, static (string s, out long v) => long.TryParse(s, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out v));

    /// <summary>A number in digits with an optional minus sign and decimal point; digits are kept as written (15.0 stays 15.0).</summary>
    public decimal? Number(FaultList faults) =>
        Convert<decimal>(faults, YamlFaults.NumberExpected, static (string s, out decimal v) => decimal.TryParse(s, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out v));

    /// <summary><c>true</c> or <c>false</c>; the other words that YAML 1.1 takes for truth (<c>yes</c>, <c>off</c> …) are faults.</summary>
    public bool? Bool(FaultList faults) =>
        Convert<bool>(faults, YamlFaults.BoolExpected, static (string s, out bool v) => (v = s == "true") || s == "false");

    /// <summary>A date as <c>2023-01-18</c>.</summary>
    public DateOnly? Date(FaultList faults) =>
        Convert<DateOnly>(faults, YamlFaults.DateExpected, static (string s, out DateOnly v) => DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out v));

    /// <summary>One of several words; a fault names them all.</summary>
    public string? OneOf(FaultList faults, params ImmutableArray<string> choices)
    {
        string? text = Text(faults);
        if (text is null || choices.Contains(text))
        {
            return text;
        }

        faults.Add(YamlFaults.ChoiceUnknown, Place, text, string.Join(", ", choices));
        return null;
    }

    /// <summary>A text in several languages, as language tag and text in the order written; English (<c>en</c>) and Chinese (<c>zh</c>) must be among them.</summary>
    public ImmutableArray<KeyValuePair<string, string>>? Languages(FaultList faults)
    {
        if (Map(faults) is not { } map)
        {
            return null;
        }

        bool good = true;
        ImmutableArray<KeyValuePair<string, string>>.Builder texts = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(map.Entries.Length);
        foreach (YamlEntry entry in map.Entries)
        {
            if (!IsLanguageTag(entry.Key))
            {
                faults.Add(YamlFaults.LanguageUnknown, entry.KeyPlace, entry.Key);
                good = false;
            }
            else if (entry.Value.Text(faults) is { } text)
            {
                texts.Add(new(entry.Key, text.Trim()));
            }
            else
            {
                good = false;
            }
        }

        foreach (string language in (ReadOnlySpan<string>)["en", "zh"])
        {
            if (map.Find(language) is null)
            {
                faults.Add(YamlFaults.LanguageMissing, Place, language);
                good = false;
            }
        }

        return good ? texts.ToImmutable() : null;
    }

    /// <summary>A list of texts that are not empty; those that are faulty are left out.</summary>
    public ImmutableArray<string>? Texts(FaultList faults)
    {
        if (List(faults) is not { } list)
        {
            return null;
        }

        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>(list.Items.Length);
        foreach (YamlNode item in list.Items)
        {
            if (item.Text(faults) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts.ToImmutable();
    }

    private delegate bool Parse<T>(string text, out T value);

    private static bool IsLanguageTag(string tag) =>
        tag.Length is >= 2 and <= 35
        && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && tag.Split('-')[0] is { Length: 2 or 3 } primary
        && primary.All(char.IsAsciiLetterLower)
        && tag.Split('-').All(part => part.Length is >= 1 and <= 8);

    private T? Expect<T>(FaultList faults, FaultCode otherwise)
        where T : YamlNode
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (this is T node)
        {
            return node;
        }

        faults.Add(otherwise, Place);
        return null;
    }

    private T? Convert<T>(FaultList faults, FaultCode otherwise, Parse<T> parse)
        where T : struct
    {
        if (Text(faults) is not { } text)
        {
            return null;
        }

        if (parse(text, out T value))
        {
            return value;
        }

        faults.Add(otherwise, Place, text);
        return null;
    }

    /// <content>Access by key.</content>
    public sealed partial record Mapping
    {
        /// <summary>The value of a key, or null where the key is absent.</summary>
        public YamlNode? Find(string key)
        {
            foreach (YamlEntry entry in Entries)
            {
                if (entry.Key == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }

        /// <summary>The value of a key that must be there.</summary>
        public YamlNode? Required(string key, FaultList faults)
        {
            ArgumentNullException.ThrowIfNull(faults);
            YamlNode? value = Find(key);
            if (value is null)
            {
                faults.Add(YamlFaults.KeyMissing, Place, key);
            }

            return value;
        }

        /// <summary>Refuses every key that is not among the known ones, and names the nearest where one is near.</summary>
        public void UnknownKeys(FaultList faults, params ImmutableArray<string> known)
        {
            ArgumentNullException.ThrowIfNull(faults);
            foreach (YamlEntry entry in Entries.Where(e => !known.Contains(e.Key)))
            {
                if (NearestName.Find(entry.Key, known) is { } nearest)
                {
                    faults.Add(YamlFaults.KeyMisspelt, entry.KeyPlace, entry.Key, nearest);
                }
                else
                {
                    faults.Add(YamlFaults.KeyUnknown, entry.KeyPlace, entry.Key, string.Join(", ", known));
                }
            }
        }
    }
}
