namespace Ballast.Language;

public static partial class FaultSentences
{
    private static readonly Row[] Briefings =
    [
        new("overview.group-empty", "The group names no figure; name one or remove the group.", "该组没有列出指标；请列出至少一个，或删除该组。"),
        new("overview.key-unreadable", "'{key}' is not a key: between two points stands no code.", "“{key}”不是序列代码：两点之间缺少代码。"),
        new("overview.figure-twice", "The series {flow} {key} is named twice, first in line {first}; remove one.", "序列{flow} {key}重复列出，首次出现在第{first}行；请删除其一。"),
    ];
}
