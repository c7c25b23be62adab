using System.Collections.Immutable;
using Ballast.Series;

namespace Ballast.Language;

/// <summary>Marks behind values and placeholders instead of values, with their words. A legend names only those in use; screen readers hear the words.</summary>
public static class Marks
{
    /// <summary>The letter behind the number.</summary>
    public static string Letter(this Mark mark) => mark switch
    {
        Mark.Provisional => "p",
        Mark.Revised => "r",
        Mark.Estimated => "e",
        Mark.Imputed => "i",
        Mark.Forecast => "f",
        Mark.Break => "b",
        Mark.Unreliable => "u",
        _ => "ƒ",
    };

    /// <summary>The word of a mark.</summary>
    public static string Word(this Mark mark, Tongue tongue) => mark switch
    {
        Mark.Provisional => tongue.Choose("provisional", "初步"),
        Mark.Revised => tongue.Choose("revised", "修订"),
        Mark.Estimated => tongue.Choose("estimated", "估计"),
        Mark.Imputed => tongue.Choose("imputed", "插补"),
        Mark.Forecast => tongue.Choose("forecast", "预测"),
        Mark.Break => tongue.Choose("break in the series", "序列断点"),
        Mark.Unreliable => tongue.Choose("unreliable", "可靠性低"),
        _ => tongue.Choose("derived", "推算"),
    };

    /// <summary>What stands instead of a number, never blank and never a dash: <c>[l]</c>, <c>[逾]</c>.</summary>
    public static string Sign(this Missing missing, Tongue tongue = Tongue.English) => missing switch
    {
        Missing.NotDue => tongue.Choose("[n]", "[未到]"),
        Missing.Overdue => tongue.Choose("[l]", "[逾]"),
        Missing.NotCollected => tongue.Choose("[x]", "[无]"),
        Missing.FailedChecks => tongue.Choose("[q]", "[未审过]"),
        _ => tongue.Choose("[c]", "[密]"),
    };

    /// <summary>The letter alone, as in a lamp's ring.</summary>
    public static string Letter(this Missing missing) => missing.Sign()[1..2];

    /// <summary>The word of a placeholder.</summary>
    public static string Word(this Missing missing, Tongue tongue) => missing switch
    {
        Missing.NotDue => tongue.Choose("not due", "未到"),
        Missing.Overdue => tongue.Choose("overdue", "逾期"),
        Missing.NotCollected => tongue.Choose("not collected", "无"),
        Missing.FailedChecks => tongue.Choose("failed checks", "未审过"),
        _ => tongue.Choose("confidential", "保密"),
    };

    /// <summary>The mark of a code of OBS_STATUS (E, I, F, P, B, U), or null where it needs none.</summary>
    public static Mark? OfStatus(string? status) => status switch
    {
        "P" => Mark.Provisional,
        "E" => Mark.Estimated,
        "I" => Mark.Imputed,
        "F" => Mark.Forecast,
        "B" => Mark.Break,
        "U" => Mark.Unreliable,
        _ => null,
    };

    /// <summary>The marks that an observation's own attributes give: its status, and derived where a transform made it. Whether it was revised, its history says.</summary>
    public static ImmutableArray<Mark> Of(Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        ImmutableArray<Mark> marks = [.. observation.Attributes["OBS_STATUS"].Select(s => OfStatus(s.Text)).OfType<Mark>().Distinct()];
        return observation.Attributes["DERIVED"].IsEmpty ? marks : marks.Add(Mark.Derived);
    }

    /// <summary>A legend of marks and placeholders in use: <c>p provisional, [l] overdue</c>; empty for none.</summary>
    public static string Legend(IEnumerable<Mark> marks, IEnumerable<Missing> missing, Tongue tongue)
    {
        IEnumerable<string> entries = marks.Distinct().Order().Select(m => m.Letter() + " " + m.Word(tongue))
            .Concat(missing.Distinct().Order().Select(m => m.Sign(tongue) + " " + m.Word(tongue)));
        return string.Join(tongue.Choose(", ", "，"), entries);
    }
}
