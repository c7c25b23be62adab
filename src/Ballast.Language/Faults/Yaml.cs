namespace Ballast.Language;

public static partial class FaultSentences
{
    private static readonly Row[] Yaml =
    [
        new("yaml.too-long", "The file is longer than {limit} characters; split it.", "文件超过{limit}个字符；请拆分。"),
        new("yaml.line-too-long", "The line is longer than {limit} characters.", "该行超过{limit}个字符。"),
        new("yaml.too-deep", "More than {limit} levels stand in each other.", "嵌套超过{limit}层。"),
        new("yaml.too-many", "The file holds more than {limit} values; split it.", "文件中的值超过{limit}个；请拆分。"),
        new("yaml.not-utf8", "The file is not in UTF-8; save it as UTF-8.", "文件不是UTF-8编码；请另存为UTF-8。"),
        new("yaml.character-refused", "The character {character} is not taken here; remove it or write it as an escape in double quotes.", "此处不接受字符{character}；请删除，或在双引号中以转义形式书写。"),
        new("yaml.tab-indents", "A tab indents the line; use spaces.", "该行以制表符缩进；请改用空格。"),
        new("yaml.syntax", "The text is no YAML from '{near}' on; look at quotes, colons and indentation.", "自“{near}”起不是有效的YAML；请检查引号、冒号和缩进。"),
        new("yaml.empty", "The file is empty.", "文件为空。"),
        new("yaml.second-document", "A second document begins here; a file holds one.", "此处开始了第二个文档；一个文件只能有一个。"),
        new("yaml.directive-refused", "Directives (%YAML, %TAG) are not taken; remove the line.", "不接受指令（%YAML、%TAG）；请删除该行。"),
        new("yaml.tag-refused", "The tag {tag} is not taken; write the value without it.", "不接受标签{tag}；请只写值。"),
        new("yaml.anchor-refused", "The anchor {anchor} is not taken; write the value where it is used.", "不接受锚点{anchor}；请在使用处写出该值。"),
        new("yaml.alias-refused", "The alias {alias} is not taken; write the value itself.", "不接受别名{alias}；请写出该值本身。"),
        new("yaml.key-twice", "The key '{key}' stands twice, first in line {first}; remove one.", "键“{key}”重复，首次出现在第{first}行；请删除其一。"),
        new("yaml.key-not-text", "A key must be a text that is not empty.", "键必须是非空文本。"),
        new("yaml.key-missing", "The key '{key}' is missing.", "缺少键“{key}”。"),
        new("yaml.key-unknown", "The key '{key}' is unknown here; known are {known}.", "此处没有键“{key}”；可用的有{known}。"),
        new("yaml.key-misspelt", "The key '{key}' is unknown here; '{nearest}' is nearest.", "此处没有键“{key}”；最接近的是“{nearest}”。"),
        new("yaml.mapping-expected", "Keys with values are expected here.", "此处应为键与值。"),
        new("yaml.sequence-expected", "A list is expected here, one item a line after '- '.", "此处应为列表，每项一行，以“- ”开头。"),
        new("yaml.text-expected", "A text is expected here.", "此处应为文本。"),
        new("yaml.integer-expected", "A whole number is expected, not '{text}'.", "此处应为整数，而不是“{text}”。"),
        new("yaml.number-expected", "A number is expected, not '{text}'.", "此处应为数字，而不是“{text}”。"),
        new("yaml.bool-expected", "true or false is expected, not '{text}'.", "此处应为true或false，而不是“{text}”。"),
        new("yaml.date-expected", "A date such as 2024-01-19 is expected, not '{text}'.", "此处应为日期（如2024-01-19），而不是“{text}”。"),
        new("yaml.choice-unknown", "'{text}' is not possible here; choose from {choices}.", "此处不能写“{text}”；可选的有{choices}。"),
        new("yaml.language-missing", "The text in '{language}' is missing.", "缺少“{language}”语言的文本。"),
        new("yaml.language-unknown", "'{tag}' is no language tag; write en or zh.", "“{tag}”不是语言标签；请写en或zh。"),
    ];
}
