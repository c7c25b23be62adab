namespace Ballast.Language;

/// <summary>A unit as texts write it.</summary>
/// <param name="Code">Its code of UNIT_MEASURE.</param>
/// <param name="Form">How it joins its number.</param>
/// <param name="English">Its word behind a number; empty for bare ones.</param>
/// <param name="Chinese">The same in Chinese.</param>
public sealed record Unit(string Code, UnitForm Form, string English, string Chinese)
{
    /// <summary>No unit.</summary>
    public static readonly Unit None = new("", UnitForm.Bare, "", "");

    /// <summary>Per cent (PC).</summary>
    public static readonly Unit Percent = new("PC", UnitForm.Percent, "%", "%");

    /// <summary>Percentage points (PP).</summary>
    public static readonly Unit PercentagePoints = new("PP", UnitForm.PercentagePoints, "pp", "个百分点");

    /// <summary>Whether large values take scale words; per cent, points, indices and ratios do not.</summary>
    public bool IsScaled => Form == UnitForm.Named || Code is "" or "NUM";

    /// <summary>The unit of a code. Codes of the pack <c>common</c> that are written shorter than they are named are known here; others take their names from the code list.</summary>
    /// <param name="code">Code of UNIT_MEASURE, or null.</param>
    /// <param name="english">The name in the code list, or null.</param>
    /// <param name="chinese">The same in Chinese.</param>
    public static Unit Of(string? code, string? english = null, string? chinese = null) => code switch
    {
        null or "" => None,
        "PC" or "PCT" or "PT" or "%" or "BAL" => Percent with { Code = code },
        "PP" or "PC_POINT" => PercentagePoints with { Code = code },
        "RATIO" => new Unit(code, UnitForm.Named, "times", "倍"),
        "NUM" or "NUMBER" or "RANK" => new Unit(code, UnitForm.Bare, "", ""),
        "CNY" => new Unit(code, UnitForm.Named, "yuan", "元"),
        "USD" => new Unit(code, UnitForm.Named, "US dollars", "美元"),
        "T" => new Unit(code, UnitForm.Named, "tonnes", "吨"),
        "WH" => new Unit(code, UnitForm.Named, "Wh", "瓦时"),
        "KWH" => new Unit(code, UnitForm.Named, "kWh", "千瓦时"),
        "KW" => new Unit(code, UnitForm.Named, "kW", "千瓦"),
        "BIT_S" => new Unit(code, UnitForm.Named, "bit/s", "比特/秒"),
        _ when code.StartsWith("IX", StringComparison.Ordinal) || code == "INDEX" => new Unit(code, UnitForm.Bare, "", ""),
        _ => new Unit(code, UnitForm.Named, english ?? chinese ?? code, chinese ?? english ?? code),
    };

    /// <summary>The unit that a change of this one has: a difference of percentages is in points.</summary>
    public Unit OfDifference() => Form == UnitForm.Percent ? PercentagePoints : this;

    /// <summary>Its word behind a number, or alone.</summary>
    public string Word(Tongue tongue) => tongue.Choose(English, Chinese);

    /// <summary>What a column or axis says of it: <c>billion yuan</c>, <c>亿元</c>, <c>%</c>, <c>pp</c>, <c>百分点</c>; empty where there is nothing to say.</summary>
    public string Head(NumberScale scale, Tongue tongue)
    {
        string word = Form == UnitForm.PercentagePoints ? tongue.Choose("pp", "百分点") : Word(tongue);
        string scaleWord = scale.Word(tongue);
        return scaleWord.Length == 0 ? word : word.Length == 0 ? scaleWord : scaleWord + Numbers.Glue(tongue) + word;
    }

    /// <summary>A written number and this unit.</summary>
    internal string Behind(string number, Tongue tongue) => Form switch
    {
        UnitForm.Bare => number,
        UnitForm.Percent => number + "%",
        _ => number + Numbers.Glue(tongue) + Word(tongue),
    };
}
