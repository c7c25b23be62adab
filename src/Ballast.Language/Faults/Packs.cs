namespace Ballast.Language;

public static partial class FaultSentences
{
    private static readonly Row[] Packs =
    [
        new("pack.too-many-files", "The pack holds more than {limit} files; split it.", "数据包中的文件超过{limit}个；请拆分。"),
        new("pack.path-outside", "The path {path} leads out of the pack's folder.", "路径{path}指向数据包文件夹之外。"),
        new("pack.path-not-portable", "Some systems cannot hold a file named {path}; rename it.", "有的系统不能保存名为{path}的文件；请改名。"),
        new("pack.path-hidden", "The name {path} holds the hidden character {character}; rename the file.", "名称{path}含有不可见字符{character}；请改名。"),
        new("pack.path-not-composed", "The name {path} is not in composed Unicode (NFC); rename the file.", "名称{path}不是Unicode组合形式（NFC）；请改名。"),
        new("pack.path-case-clash", "The names {path} and {other} differ in case only; rename one.", "名称{path}与{other}仅大小写不同；请改其一。"),
        new("pack.link-refused", "{path} is a link; put the file itself there.", "{path}是链接；请放入文件本身。"),
        new("pack.file-unknown", "The file {path} means nothing in a pack and is not read; docs/packs.md lists what is.", "文件{path}在数据包中没有含义，不予读取；可用的文件见docs/packs.md。"),
        new("pack.part-unread", "This version does not read {path}.", "本版本不读取{path}。"),
        new("pack.readme-missing", "README.md is missing; say there what is watched and where the figures come from.", "缺少README.md；请在其中说明监测什么、数据从何而来。"),
        new("pack.manifest-missing", "pack.yaml is missing, so this is no pack.", "缺少pack.yaml，因此不是数据包。"),
        new("pack.id-malformed", "'{text}' is no id of a pack; use up to 64 lower-case letters, digits and hyphens, a letter first.", "“{text}”不是数据包标识；请用至多64个小写字母、数字和连字符，以字母开头。"),
        new("pack.agency-malformed", "'{text}' is no id of an agency; use letters, digits, hyphens and underscores, a letter first.", "“{text}”不是机构标识；请用字母、数字、连字符和下划线，以字母开头。"),
        new("pack.version-malformed", "'{text}' is no version; write three numbers, as in 1.0.0.", "“{text}”不是版本号；请写三个数，例如1.0.0。"),
        new("pack.zone-unknown", "The time zone '{text}' is unknown; write its IANA name, as in Asia/Shanghai.", "没有“{text}”这一时区；请写IANA名称，例如Asia/Shanghai。"),
        new("pack.effective-reversed", "The pack ends on {to}, before it begins on {from}.", "数据包的止期{to}早于起期{from}。"),
        new("pack.id-twice", "The id '{id}' is that of the pack in {other} too; change one.", "标识“{id}”与{other}中的数据包重复；请改其一。"),
        new("pack.need-missing", "The pack '{id}' is needed and is not there.", "所需的数据包“{id}”不存在。"),
        new("pack.need-twice", "The pack '{id}' is named twice.", "数据包“{id}”写了两次。"),
        new("pack.needs-circular", "Packs need each other in a circle: {circle}.", "数据包相互依赖成环：{circle}。"),
        new("pack.release-key-malformed", "'{text}' is no key of a release; use up to 64 letters, digits, hyphens, underscores and points of ASCII, a letter or digit first and last.", "“{text}”不是发布键；请用至多64个ASCII字母、数字、连字符、下划线和点，首尾为字母或数字。"),
        new("pack.release-key-differs", "The key '{key}' is not the folder's name '{folder}'; make them the same.", "键“{key}”与文件夹名“{folder}”不同；请改为一致。"),
        new("pack.release-manifest-missing", "release.yaml is missing in the folder of '{release}'; it says when the figures were published and by whom.", "“{release}”的文件夹中缺少release.yaml；其中应说明数据何时由谁发布。"),
        new("pack.release-empty", "The release '{release}' has no file of observations; put one there for each dataflow, named after it.", "发布“{release}”没有观测值文件；请为每个数据流放入一个同名文件。"),
        new("pack.release-time-ambiguous", "Either published or vintage_column is needed, and not both.", "published与vintage_column须且只须写一个。"),
        new("pack.time-malformed", "'{text}' is no day and no time with its offset; write it as 2023-01-18 or 2023-01-18T15:00+08:00.", "“{text}”不是日期，也不是带时差的时刻；请写成2023-01-18或2023-01-18T15:00+08:00。"),
        new("pack.sdmx-id-malformed", "'{text}' is no id of a dataflow or component; use letters, digits, hyphens and underscores, a letter first.", "“{text}”不是数据流或组件的标识；请用字母、数字、连字符和下划线，以字母开头。"),
        new("pack.source-nobody", "The source names neither an agency nor a speaker.", "来源既未写机构，也未写发言人。"),
        new("pack.url-malformed", "'{text}' is no address; write one that begins with https:// or http:// and holds no password.", "“{text}”不是网址；请写以https://或http://开头且不含密码的网址。"),
        new("pack.digest-malformed", "'{text}' is no digest; write sha256: and 64 digits of 0-9 and a-f.", "“{text}”不是摘要；请写sha256:和64位0-9、a-f的数字。"),
        new("pack.amends-unknown", "The pack has no other release '{key}' that could be amended.", "数据包中没有可更正的另一发布“{key}”。"),
        new("pack.amends-other-time", "The release '{key}' was published at another time; what amends it bears the same time.", "发布“{key}”的发布时间不同；更正者须写相同的时间。"),
    ];
}
