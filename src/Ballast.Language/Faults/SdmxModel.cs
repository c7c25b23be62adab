namespace Ballast.Language;

public static partial class FaultSentences
{
    private static readonly Row[] SdmxModel =
    [
        new("structure.structure-missing", "The structure {structure} of dataflow {flow} is missing.", "缺少数据流{flow}的结构{structure}。"),
        new("structure.concept-missing", "The concept {concept} of {component} in {structure} is missing.", "缺少{structure}中{component}的概念{concept}。"),
        new("structure.codelist-missing", "The code list {codelist} of {component} in {structure} is missing.", "缺少{structure}中{component}的代码表{codelist}。"),
        new("structure.concept-codelist-missing", "The code list {codelist} of concept {concept} in {scheme} is missing.", "缺少{scheme}中概念{concept}的代码表{codelist}。"),
        new("structure.frequency-unknown", "{structure} has the frequency '{code}', which is none of A, S, Q, M, W, D and _O.", "{structure}的频率“{code}”不在A、S、Q、M、W、D、_O之中。"),

        new("plan.key-form",
            "'{key}' is no key; write a code for each dimension, parted by points, empty for any.",
            "“{key}”不是序列键；请为每个维度写一个代码，用点号分隔，留空表示任意。"),
        new("plan.keys-empty",
            "At least one key must stand here.",
            "此处至少应有一个序列键。"),
        new("plan.compute-empty",
            "At least one transform must stand here.",
            "此处至少应有一种变换。"),
        new("plan.flow-unknown",
            "The dataflow '{flow}' is not known here.",
            "此处没有数据流“{flow}”。"),
        new("plan.key-length",
            "The key '{key}' must have {count} places, one a dimension of {flow}.",
            "序列键“{key}”应有{count}个位置，与{flow}的维度一一对应。"),
        new("plan.code-unknown",
            "{dimension} has the code '{code}', which {codelist} does not have.",
            "{dimension}的代码“{code}”不在{codelist}中。"),
        new("plan.id-twice",
            "The id '{id}' stands twice.",
            "标识“{id}”重复。"),
        new("plan.time-form",
            "'{text}' is no time of day; write it as \"09:30\".",
            "“{text}”不是时刻；请写成\"09:30\"的形式。"),
        new("plan.number-range",
            "{number} must be from {least} to {most}.",
            "{number}应在{least}到{most}之间。"),
        new("plan.combined",
            "Combined periods must follow each other and be at least two, and the last of them must not be skipped.",
            "合并的时间期必须相连、至少两个，且最后一个不得略过。"),
    ];
}
