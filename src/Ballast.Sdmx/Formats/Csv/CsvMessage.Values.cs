using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Sdmx.Formats.Csv;

/// <content>Values of measures and attributes.</content>
internal sealed partial class CsvMessage
{
    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > _chars.Length)
        {
            _chars = new char[Math.Max(cell.Length, _chars.Length * 2)];
        }

        return _chars.AsSpan(0, Encoding.UTF8.GetChars(cell, _chars));
    }

    /// <summary><c>CODE: name</c> without the name.</summary>
    private static ReadOnlySpan<char> Unlabelled(ReadOnlySpan<char> text, bool isLabelled) =>
        isLabelled && text.IndexOf(": ") is >= 0 and var at ? text[..at] : text;

    private MeasureValue ReadMeasure(CsvValueColumn column, ReadOnlySpan<char> text)
    {
        if (column.Kind == MeasureKind.Text)
        {
            text = Unlabelled(text, column.IsLabelled && column.Codelist is not null);
            return text is "#N/A" || !(column.IsFree || CheckValue(column, text)) ? MeasureValue.None : MeasureValue.Of(text.ToString());
        }

        if (text is "NaN")
        {
            return MeasureValue.None;
        }

        if (options.DecimalMark != '.')
        {
            foreach (ref char c in _chars.AsSpan(0, text.Length))
            {
                c = c == options.DecimalMark ? '.' : c == '.' ? options.DecimalMark : c;
            }
        }

        if (column.Kind == MeasureKind.Double)
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
            {
                return MeasureValue.Of(number);
            }

            faults.Add(SdmxFaults.CsvNumberForm, PlaceOf(column.Field), column.Id, Shown(text));
            return MeasureValue.None;
        }

        if (!ExactNumber.TryParse(text, out ExactNumber exact))
        {
            faults.Add(TextTypes.IsDecimal(text) ? SdmxFaults.CsvNumberTooLong : SdmxFaults.CsvNumberForm, PlaceOf(column.Field), column.Id, Shown(text));
            return MeasureValue.None;
        }

        bool isGood = (exact.Scale == 0 || !TextTypes.IsWhole(column.Representation.TextType) || CheckValue(column, text))
            && (column.Representation.Facets is null || CheckValue(column, text));
        return isGood ? MeasureValue.Of(exact) : MeasureValue.None;
    }

    /// <summary>Whether one value is a code of its list, or of its type and within its bounds.</summary>
    private bool CheckValue(CsvValueColumn column, ReadOnlySpan<char> text)
    {
        if (column.Codelist is { } list)
        {
            if (list.IndexOf(text) >= 0)
            {
                return true;
            }

            AddCodeUnknown(column, text);
            return false;
        }

        if (column.Representation.TextType is { } type && !TextTypes.IsOf(type, text))
        {
            faults.Add(SdmxFaults.CsvValueForm, PlaceOf(column.Field), column.Id, Shown(text), type);
            return false;
        }

        if (column.Representation.Facets is { } facets && BrokenBound(facets, column, text) is { } bound)
        {
            faults.Add(SdmxFaults.CsvValueBounds, PlaceOf(column.Field), column.Id, Shown(text), bound);
            return false;
        }

        return true;
    }

    private static string? BrokenBound(TextFacets facets, CsvValueColumn column, ReadOnlySpan<char> text)
    {
        int length = text.Length;
        if (length < facets.MinLength)
        {
            return FormattableString.Invariant($"minLength {facets.MinLength}");
        }

        if (length > facets.MaxLength)
        {
            return FormattableString.Invariant($"maxLength {facets.MaxLength}");
        }

        if ((facets.MinValue is not null || facets.MaxValue is not null || facets.Decimals is not null)
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            if (number < facets.MinValue)
            {
                return FormattableString.Invariant($"minValue {facets.MinValue}");
            }

            if (number > facets.MaxValue)
            {
                return FormattableString.Invariant($"maxValue {facets.MaxValue}");
            }

            if (text.IndexOf('.') is >= 0 and var point && length - point - 1 > facets.Decimals)
            {
                return FormattableString.Invariant($"decimals {facets.Decimals}");
            }
        }

        return column.Pattern is { } pattern && !pattern.IsMatch(text) ? Shown($"pattern {facets.Pattern}") : null;
    }

    private void AddCodeUnknown(CsvValueColumn column, ReadOnlySpan<char> text)
    {
        string shown = Shown(text);
        string list = column.Codelist!.Id.ToString();
        if (Nearest(shown, column.Codelist.Codes.Select(c => c.Id)) is { } nearest)
        {
            faults.Add(SdmxFaults.CsvCodeMisspelt, PlaceOf(column.Field), column.Id, shown, list, nearest);
        }
        else
        {
            faults.Add(SdmxFaults.CsvCodeUnknown, PlaceOf(column.Field), column.Id, shown, list);
        }
    }

    /// <summary>The number of a cell's values among those of its column, −1 where they are faulty.</summary>
    private int NumberOf(CsvAttributeColumn column, ReadOnlySpan<byte> cell)
    {
        ReadOnlySpan<char> text = Decode(cell);
        if (column.NumberOf(text) is >= 0 and var known)
        {
            return known;
        }

        ImmutableArray<AttributeValue> values;
        if (!column.IsMulti)
        {
            ReadOnlySpan<char> value = Unlabelled(text, column.IsLabelled && column.Codelist is not null);
            if (!column.IsFree && !CheckValue(column, value))
            {
                return -1;
            }

            values = [new AttributeValue(value.ToString())];
        }
        else if (ReadValues(column, text) is { IsDefault: false } several)
        {
            values = several;
        }
        else
        {
            return -1;
        }

        return column.Add(text, values);
    }

    /// <summary>Values of a cell of several; the default where they are faulty.</summary>
    private ImmutableArray<AttributeValue> ReadValues(CsvAttributeColumn column, ReadOnlySpan<char> text)
    {
        long errorsBefore = faults.ErrorCount;
        ImmutableArray<AttributeValue>.Builder values = ImmutableArray.CreateBuilder<AttributeValue>();
        int count = 0;
        if (SubFields.Split(text, _subSeparator) is not { } items)
        {
            faults.Add(SdmxFaults.CsvValueQuotes, PlaceOf(column.Field), column.Id);
            return default;
        }

        if (column.Languages.IsEmpty)
        {
            foreach ((string item, bool isQuoted) in items)
            {
                count++;
                if (item.Length == 0 && !isQuoted)
                {
                    faults.Add(SdmxFaults.CsvValueEmpty, PlaceOf(column.Field), column.Id);
                    return default;   // one says it; a cell of separators alone is no thousand faults
                }

                AddValue(column, column.IsLabelled && column.Codelist is not null ? Unlabelled(item, true).ToString() : item, null, values);
            }
        }
        else
        {
            // Value sets stand in quotes; a single one need not.
            List<(string Text, bool IsQuoted)> single = [];
            foreach ((string item, bool isQuoted) in items)
            {
                if (!isQuoted)
                {
                    single.Add((item, false));
                    continue;
                }

                count++;
                if (SubFields.Split(item, _subSeparator) is { } members)
                {
                    AddValueSet(column, members, values);
                }
                else
                {
                    faults.Add(SdmxFaults.CsvValueQuotes, PlaceOf(column.Field), column.Id);
                }
            }

            if (single.Count > 0)
            {
                count++;
                AddValueSet(column, single, values);
            }
        }

        if (count > column.Representation.MaxOccurs)
        {
            faults.Add(SdmxFaults.CsvTooManyValues, PlaceOf(column.Field), column.Id, column.Representation.MaxOccurs.Value.ToString(CultureInfo.InvariantCulture));
        }

        if (count < column.Representation.MinOccurs)
        {
            faults.Add(SdmxFaults.CsvTooFewValues, PlaceOf(column.Field), column.Id, column.Representation.MinOccurs.ToString(CultureInfo.InvariantCulture));
        }

        return faults.ErrorCount > errorsBefore ? default : values.ToImmutable();
    }

    private void AddValueSet(CsvAttributeColumn column, List<(string Text, bool IsQuoted)> members, ImmutableArray<AttributeValue>.Builder values)
    {
        int first = values.Count;
        foreach ((string member, _) in members)
        {
            int colon = member.IndexOf(':', StringComparison.Ordinal);
            string language = colon < 0 ? "" : member[..colon];
            if (!column.Languages.Contains(language, StringComparer.Ordinal))
            {
                faults.Add(SdmxFaults.CsvLanguageUnlisted, PlaceOf(column.Field), column.Id, Shown(member));
                continue;
            }

            for (int i = first; i < values.Count; i++)
            {
                if (values[i].Language == language)
                {
                    faults.Add(SdmxFaults.CsvLanguageTwice, PlaceOf(column.Field), column.Id, language);
                    break;
                }
            }

            AddValue(column, member[(colon + 1)..], language, values);
        }
    }

    private void AddValue(CsvAttributeColumn column, string text, string? language, ImmutableArray<AttributeValue>.Builder values)
    {
        if (column.IsFree || CheckValue(column, text))
        {
            values.Add(new AttributeValue(text, language));
        }
    }
}
