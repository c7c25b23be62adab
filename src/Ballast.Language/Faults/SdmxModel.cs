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
    ];
}
