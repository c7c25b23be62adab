namespace Ballast.Language;

public static partial class FaultSentences
{
    private static readonly Row[] Work =
    [
        new("work.flow-of-file-unknown", "No dataflow is called {flow}; a file of observations is named after its dataflow.", "没有名为{flow}的数据流；数据文件须以其数据流命名。"),
        new("work.vintage-form", "'{text}' in column {column} is no date and no time; write it as 2024-01-19.", "{column}列中的“{text}”不是日期或时间；请写作2024-01-19。"),
        new("work.plan-key", "{flow} can hold no series {key}: the number of parts or a code is wrong.", "{flow}中不可能有序列{key}：段数或代码有误。"),
        new("work.plan-flow", "There is no dataflow {flow}.", "没有数据流{flow}。"),
        new("work.span-reversed", "The span from {from} to {to} ends before it begins.", "时段{from}至{to}的终点早于起点。"),
        new("work.worked-day-no-weekend", "{day} is no Saturday or Sunday, so it cannot be a weekend day worked.", "{day}不是周六或周日，不能作为调休工作日。"),
        new("work.expectation-failed", "{flow} {key} in {period}: expected {expected}, found {found}.", "{flow} {key}在{period}：应为{expected}，实为{found}。"),
        new("work.release-changed", "Release {release} of pack {pack} is in the store with other content. A correction needs a release of its own that says 'amends: {release}'.", "数据包{pack}的发布{release}已以其他内容存入。更正须另建发布，并注明“amends: {release}”。"),
        new("work.flow-unknown", "There is no dataflow {flow}. See what there is with './ballast flows'.", "没有数据流{flow}。可用“./ballast flows”查看现有数据流。"),
        new("work.key-form", "'{key}' is no key here; expected {expected}, where parts may be empty or joined by +.", "“{key}”不是此处的键；应为{expected}，各段可为空或以+连接。"),
        new("work.source-id-unknown", "No series of {flow} is called @{id}. Look for it with './ballast find {id}'.", "{flow}中没有名为@{id}的序列。可用“./ballast find {id}”查找。"),
    ];

    private static readonly Row[] CommandLine =
    [
        new("cli.language-unknown", "'{language}' is not spoken here; choose en or zh.", "不支持语言“{language}”；请选择en或zh。"),
        new("cli.period-form", "'{text}' is no period; write 2023, 2023-Q1, 2023-04 or 2023-04-30.", "“{text}”不是时期；请写作2023、2023-Q1、2023-04或2023-04-30。"),
        new("cli.file-missing", "{file} is not there.", "找不到{file}。"),
        new("cli.file-there", "{file} is there already; name a new file.", "{file}已存在；请指定新文件。"),
        new("cli.listen-form", "'{text}' is no address with a port; write 127.0.0.1:8080.", "“{text}”不是带端口的地址；请写作127.0.0.1:8080。"),
        new("cli.url-form", "'{text}' is no address of http or https.", "“{text}”不是http或https地址。"),
        new("cli.pack-unknown", "There is no pack {pack}; there are {known}.", "没有数据包{pack}；现有{known}。"),
    ];
}
