namespace Ballast.Language;

public static partial class Phrases
{
    /// <summary>What the program says on the terminal.</summary>
    public static class CommandLine
    {
        /// <summary>What the program is, for --help.</summary>
        public static readonly Phrase About = new(
            "Ballast watches an industrial economy: what was reported, what was known when, what changed.",
            "Ballast 监测工业经济：报告了什么、何时已知、有何变化。");

        /// <summary>Heads the example of a command's help.</summary>
        public static readonly Phrase Example = new("Example:", "示例：");

        /// <summary>monitor.</summary>
        public static readonly Phrase Monitor = new(
            "Load what is new in the packs, check and derive it, write the briefing, and say what changed. Run again, it does only what is new.",
            "载入各数据包的新内容，检查、计算，撰写简报并报告变化；再次运行只处理新内容。");

        /// <summary>serve.</summary>
        public static readonly Phrase Serve = new("Serve the console in the browser.", "启动浏览器控制台。");

        /// <summary>flows.</summary>
        public static readonly Phrase Flows = new("List the dataflows with what they hold.", "列出数据流及其内容。");

        /// <summary>find.</summary>
        public static readonly Phrase Find = new("Find series by name in English or Chinese, by code, or by the source's own id.", "按中英文名称、代码或来源编号查找序列。");

        /// <summary>get.</summary>
        public static readonly Phrase Get = new("Print series: as of now, or as of any date.", "输出序列：当前或任一日期时的数值。");

        /// <summary>load.</summary>
        public static readonly Phrase Load = new("Load a release from SDMX-CSV 2.0 files.", "从SDMX-CSV 2.0文件载入一次发布。");

        /// <summary>verify.</summary>
        public static readonly Phrase Verify = new("Check every byte of the store against its checksums, digests and chain.", "按校验和、摘要和提交链核对数据库的每个字节。");

        /// <summary>backup.</summary>
        public static readonly Phrase Backup = new("Write a verified copy of the store.", "写出一份经过核对的数据库副本。");

        /// <summary>restore.</summary>
        public static readonly Phrase Restore = new("Put a backup in the store's place; refused if anything acknowledged would be lost.", "以备份替换数据库；若会丢失已确认的内容则拒绝。");

        /// <summary>config.</summary>
        public static readonly Phrase Config = new("Print each setting and where it comes from.", "列出各项设置及其来源。");

        /// <summary>bench.</summary>
        public static readonly Phrase Bench = new("Measure the main paths on this machine, each beside a yardstick.", "在本机测量主要路径，并与参照对比。");

        /// <summary>pack.</summary>
        public static readonly Phrase Pack = new("Check, test or begin a pack.", "检查、测试或新建数据包。");

        /// <summary>pack check.</summary>
        public static readonly Phrase PackCheck = new("List every fault of a pack with file, line and column.", "列出数据包的每处错误及其文件、行、列。");

        /// <summary>pack test.</summary>
        public static readonly Phrase PackTest = new("Load a pack into an empty store and hold it to its own tests.", "将数据包载入空数据库并运行其自带测试。");

        /// <summary>pack new.</summary>
        public static readonly Phrase PackNew = new("Write a small complete pack to begin from.", "写出一个完整的小数据包作为起点。");

        /// <summary>--data.</summary>
        public static readonly Phrase OptionData = new("Data folder (default ./data)", "数据目录（默认./data）");

        /// <summary>--packs.</summary>
        public static readonly Phrase OptionPacks = new("Folder of the packs", "数据包目录");

        /// <summary>--out.</summary>
        public static readonly Phrase OptionOut = new("Folder for the briefing (default ./out)", "简报输出目录（默认./out）");

        /// <summary>--lang.</summary>
        public static readonly Phrase OptionLang = new("Language: en or zh (default: LANG)", "语言：en或zh（默认取LANG）");

        /// <summary>--json.</summary>
        public static readonly Phrase OptionJson = new("Answer in JSON, for programs", "以JSON输出，供程序读取");

        /// <summary>--debug.</summary>
        public static readonly Phrase OptionDebug = new("Show stack traces", "显示调用栈");

        /// <summary>--help.</summary>
        public static readonly Phrase OptionHelp = new("Show help and usage", "显示帮助和用法");

        /// <summary>--version.</summary>
        public static readonly Phrase OptionVersion = new("Show the version", "显示版本");

        /// <summary>--listen.</summary>
        public static readonly Phrase OptionListen = new("Address and port to listen on", "监听的地址和端口");

        /// <summary>--public-url.</summary>
        public static readonly Phrase OptionPublicUrl = new("The address that readers use, for links that are copied", "读者使用的地址，用于复制的链接");

        /// <summary>What the disk or the system said, in its own words.</summary>
        public static readonly Phrase SystemRefused = new("The system could not do it: {what}.", "系统未能完成：{what}。");

        /// <summary>A backup that is none, or is damaged.</summary>
        public static readonly Phrase BackupUnsound = new("{file} is no sound backup; the store stays as it is.", "{file}不是完好的备份；数据库保持原样。");

        /// <summary>Where help is.</summary>
        public static readonly Phrase SeeHelp = new("See: ./ballast --help", "参见：./ballast --help");

        /// <summary>--as-of.</summary>
        public static readonly Phrase OptionAsOf = new("As known at this date or time (2024-01-01, 2024-01-19T10:00+08:00, TIME~N)", "取该日期或时刻已知的数值（2024-01-01、2024-01-19T10:00+08:00、TIME~N）");

        /// <summary>--start.</summary>
        public static readonly Phrase OptionStart = new("First period", "起始期");

        /// <summary>--end.</summary>
        public static readonly Phrase OptionEnd = new("Last period", "结束期");

        /// <summary>--format.</summary>
        public static readonly Phrase OptionFormat = new("table, csv (SDMX-CSV 2.0) or json (SDMX-JSON 2.0.0)", "table、csv（SDMX-CSV 2.0）或json（SDMX-JSON 2.0.0）");

        /// <summary>--published.</summary>
        public static readonly Phrase OptionPublished = new("When it was published (a date means the end of that day; default: now); a future time is an embargo", "发布时间（只有日期时指当日结束；默认当前）；未来时间即为禁发期");

        /// <summary>--source.</summary>
        public static readonly Phrase OptionSource = new("Who states the figures", "数据来源");

        /// <summary>--key.</summary>
        public static readonly Phrase OptionKey = new("Key of the release (default: made from the file's content)", "发布的键（默认由文件内容生成）");

        /// <summary>--vintage-column.</summary>
        public static readonly Phrase OptionVintage = new("A column with the day from which each row was known; each day becomes a release", "注明每行自何日已知的列；每个日期成为一次发布");

        /// <summary>--limit.</summary>
        public static readonly Phrase OptionLimit = new("How many hits", "命中条数");

        /// <summary>FLOW.</summary>
        public static readonly Phrase ArgumentFlow = new("Dataflow: IND_ACTIVITY, or IND_ACTIVITY_DERIVED for computed growth", "数据流：IND_ACTIVITY；计算的增速用IND_ACTIVITY_DERIVED");

        /// <summary>KEY.</summary>
        public static readonly Phrase ArgumentKey = new("Key (M.CN..., parts may be empty or joined by +), or @ and the source's own id", "键（M.CN...，各段可为空或以+连接），或@加来源编号");

        /// <summary>TEXT.</summary>
        public static readonly Phrase ArgumentText = new("What to look for", "要查找的内容");

        /// <summary>FILE.</summary>
        public static readonly Phrase ArgumentFiles = new("Files", "文件");

        /// <summary>DIR.</summary>
        public static readonly Phrase ArgumentPack = new("Folder of the pack", "数据包目录");

        /// <summary>PACK.</summary>
        public static readonly Phrase ArgumentPacks = new("Packs (default: all)", "数据包（默认全部）");

        /// <summary>A step of the pipeline: check.</summary>
        public static readonly Phrase StepCheck = new("check", "检查");

        /// <summary>A step of the pipeline: load.</summary>
        public static readonly Phrase StepLoad = new("load", "载入");

        /// <summary>A step of the pipeline: derive.</summary>
        public static readonly Phrase StepDerive = new("derive", "计算");

        /// <summary>A step of the pipeline: brief.</summary>
        public static readonly Phrase StepBrief = new("brief", "简报");

        /// <summary>The first line of a run.</summary>
        public static readonly Phrase Head = new("data {folder}   as of now", "数据 {folder}   截至当前");

        /// <summary>A first run.</summary>
        public static readonly Phrase FirstRun = new("first run, {n} {n:pack|packs}", "首次运行，{n}个数据包");

        /// <summary>A later run.</summary>
        public static readonly Phrase LastRun = new("last run {time}, {seconds}s", "上次运行 {time}，{seconds}秒");

        /// <summary>No faults.</summary>
        public static readonly Phrase NoFaults = new("0 faults", "无错误");

        /// <summary>Nothing changed since the last check.</summary>
        public static readonly Phrase Unchanged = new("unchanged", "无变化");

        /// <summary>Growth and changes.</summary>
        public static readonly Phrase GrowthAndChanges = new("growth and changes", "增速与变化");

        /// <summary>Nothing new.</summary>
        public static readonly Phrase NothingNew = new("nothing new; {values} values in {series} series held", "无新内容；已有{series}个序列{values}个数值");

        /// <summary>Nothing to do.</summary>
        public static readonly Phrase NothingToDo = new("Nothing to do. Newest release: {newest}. Overdue: {overdue}.", "无需处理。最新发布：{newest}。逾期：{overdue}。");

        /// <summary>The record has ended.</summary>
        public static readonly Phrase RecordEnds = new("The record of the packs ends on {date}; nothing is due after it.", "数据包的记录截至{date}；此后无应发布的数据。");

        /// <summary>The next date of the calendar.</summary>
        public static readonly Phrase NextDue = new("Next due: {what}, {date}.", "下次应发布：{what}，{date}。");

        /// <summary>The files are as they were.</summary>
        public static readonly Phrase UpToDate = new("{file} is up to date.", "{file}已是最新。");

        /// <summary>Files written.</summary>
        public static readonly Phrase Wrote = new("Wrote {first} and {second}", "已写出{first}和{second}");

        /// <summary>Heads the suggestions.</summary>
        public static readonly Phrase TryNext = new("Try next", "接下来可试");

        /// <summary>The console.</summary>
        public static readonly Phrase TryServe = new("the console, {address}", "控制台，{address}");

        /// <summary>A series.</summary>
        public static readonly Phrase TryGet = new("one series with its history", "一个序列及其历史");

        /// <summary>A search.</summary>
        public static readonly Phrase TryFind = new("search, Chinese or English", "中英文查找");

        /// <summary>As of a date.</summary>
        public static readonly Phrase TryAsOf = new("what was known that day", "当日已知的数值");

        /// <summary>Head of a column: the series.</summary>
        public static readonly Phrase ColumnSeries = new("Series", "序列");

        /// <summary>Head of a column: period.</summary>
        public static readonly Phrase ColumnPeriod = new("Period", "时期");

        /// <summary>Head of a column: value.</summary>
        public static readonly Phrase ColumnValue = new("Value", "数值");

        /// <summary>Head of a column: change.</summary>
        public static readonly Phrase ColumnChange = new("Change", "变化");

        /// <summary>Head of a column: known since.</summary>
        public static readonly Phrase ColumnKnown = new("Known since", "自何时已知");

        /// <summary>Head of a column: release.</summary>
        public static readonly Phrase ColumnRelease = new("Release", "发布");

        /// <summary>Head of a column: source.</summary>
        public static readonly Phrase ColumnSource = new("Source", "来源");

        /// <summary>Head of a column: dataflow.</summary>
        public static readonly Phrase ColumnFlow = new("Dataflow", "数据流");

        /// <summary>Head of a column: name.</summary>
        public static readonly Phrase ColumnName = new("Name", "名称");

        /// <summary>Head of a column: number of series.</summary>
        public static readonly Phrase ColumnSeriesCount = new("Series", "序列数");

        /// <summary>Head of a column: number of observations.</summary>
        public static readonly Phrase ColumnObservations = new("Values", "数值数");

        /// <summary>Head of a column: first and last period.</summary>
        public static readonly Phrase ColumnSpan = new("Span", "时段");

        /// <summary>Head of a column: key.</summary>
        public static readonly Phrase ColumnKey = new("Key", "键");

        /// <summary>Head of a column: why a hit is one.</summary>
        public static readonly Phrase ColumnWhy = new("Found by", "命中依据");

        /// <summary>Head of a column: setting.</summary>
        public static readonly Phrase ColumnSetting = new("Setting", "设置");

        /// <summary>Head of a column: origin.</summary>
        public static readonly Phrase ColumnOrigin = new("From", "来自");

        /// <summary>The origin of a default.</summary>
        public static readonly Phrase OriginDefault = new("default", "默认");

        /// <summary>How many of how many.</summary>
        public static readonly Phrase Shown = new("{n} of {all} shown.", "显示{all}项中的{n}项。");

        /// <summary>No data at all.</summary>
        public static readonly Phrase NothingHeld = new("Nothing is held yet. Run: ./ballast monitor", "尚无数据。请运行：./ballast monitor");

        /// <summary>No series from this viewpoint.</summary>
        public static readonly Phrase NothingKnown = new("Nothing of {what} was known {when}.", "{when}尚不掌握{what}的数据。");

        /// <summary>At a time.</summary>
        public static readonly Phrase WhenAsOf = new("as of {time}", "截至{time}");

        /// <summary>Now.</summary>
        public static readonly Phrase WhenNow = new("as of now", "截至当前");

        /// <summary>No value between the periods asked for.</summary>
        public static readonly Phrase NothingInRange = new("No value in these periods.", "这些时期没有数值。");

        /// <summary>First known later.</summary>
        public static readonly Phrase FirstKnown = new("It is first known here from {time}.", "此处自{time}起可见。");

        /// <summary>First known later, from a compilation.</summary>
        public static readonly Phrase FirstKnownCompiled = new("It is first known here from {time}, compiled later.", "此处自{time}起可见（事后补录）。");

        /// <summary>No hit.</summary>
        public static readonly Phrase NoHit = new("No series is called '{text}'.", "没有名为“{text}”的序列。");

        /// <summary>Nearest names.</summary>
        public static readonly Phrase Nearest = new("Nearest: {names}", "相近的有：{names}");

        /// <summary>A release was loaded.</summary>
        public static readonly Phrase Loaded = new("Loaded release {release}: {values} values, commit {commit}.", "已载入发布{release}：{values}个数值，提交号{commit}。");

        /// <summary>A release was there.</summary>
        public static readonly Phrase AlreadyThere = new("Release {release} is there already, commit {commit}.", "发布{release}已存在，提交号{commit}。");

        /// <summary>A load ends.</summary>
        public static readonly Phrase LoadDone = new("{n} {n:release|releases} loaded, {there} were there already; {values} values.", "载入{n}次发布，{there}次已存在；{values}个数值。");

        /// <summary>An embargo.</summary>
        public static readonly Phrase UnderEmbargo = new("Release {release} is under embargo until {time}; nobody sees it before.", "发布{release}在{time}前禁发，此前不可见。");

        /// <summary>Refused because of faults.</summary>
        public static readonly Phrase Refused = new("{n} {n:fault|faults}; nothing was loaded.", "{n}处错误；未载入任何内容。");

        /// <summary>More faults than shown.</summary>
        public static readonly Phrase MoreFaults = new("and {n} more", "另有{n}处");

        /// <summary>The store is sound.</summary>
        public static readonly Phrase VerifyGood = new("The store is sound: {commits} commits, {releases} releases, {chunks} chunks.", "数据库完好：{commits}次提交，{releases}次发布，{chunks}个数据块。");

        /// <summary>The store is damaged.</summary>
        public static readonly Phrase VerifyBad = new("{n} {n:finding|findings}. Restore a backup: ./ballast restore FILE", "发现{n}处损坏。请恢复备份：./ballast restore FILE");

        /// <summary>A backup was written.</summary>
        public static readonly Phrase BackedUp = new("Wrote and verified {file}: {commits} commits, digest {digest}.", "已写出并核对{file}：{commits}次提交，摘要{digest}。");

        /// <summary>A backup was restored.</summary>
        public static readonly Phrase Restored = new("Restored {file}: {commits} commits.", "已恢复{file}：{commits}次提交。");

        /// <summary>--accept-loss.</summary>
        public static readonly Phrase OptionAcceptLoss = new("Restore although so many acknowledged commits are lost", "即使丢失这么多次已确认的提交也恢复");

        /// <summary>Where the former database lies.</summary>
        public static readonly Phrase Aside = new("The former store lies beside it: {file}", "原数据库保留在旁：{file}");

        /// <summary>A restore was refused.</summary>
        public static readonly Phrase RestoreRefused = new("Refused: {n} acknowledged {n:write|writes} would be lost, the first being commit {first}.", "已拒绝：将丢失{n}次已确认的写入，首个为提交号{first}。");

        /// <summary>A pack is good.</summary>
        public static readonly Phrase PackGood = new("{pack}: {files} files, no faults.", "{pack}：{files}个文件，无错误。");

        /// <summary>A pack's tests passed or not.</summary>
        public static readonly Phrase PackTested = new("{pack}: {passed} passed, {failed} failed", "{pack}：通过{passed}项，失败{failed}项");

        /// <summary>A pack was made.</summary>
        public static readonly Phrase PackMade = new("Wrote {folder} with {n} files. Check it: ./ballast pack check {folder}", "已在{folder}写出{n}个文件。检查：./ballast pack check {folder}");

        /// <summary>The folder is not empty.</summary>
        public static readonly Phrase FolderNotEmpty = new("{folder} is not empty; name a new folder.", "{folder}不为空；请指定新目录。");

        /// <summary>The server is up.</summary>
        public static readonly Phrase Serving = new("The console is at {address} (Ctrl-C stops it).", "控制台地址：{address}（按Ctrl-C停止）。");

        /// <summary>Interrupted.</summary>
        public static readonly Phrase Interrupted = new("Stopped. What was acknowledged is kept; run the command again to go on.", "已停止。已确认的内容均已保存；再次运行即可继续。");

        /// <summary>What changed since a release.</summary>
        public static readonly Phrase ChangedSince = new("Changed since {time}", "自{time}以来的变化");

        /// <summary>Revised values.</summary>
        public static readonly Phrase Revised = new("revised", "修订");

        /// <summary>Added values.</summary>
        public static readonly Phrase Added = new("new", "新增");

        /// <summary>Deleted values.</summary>
        public static readonly Phrase Deleted = new("deleted", "删除");

        /// <summary>Overdue figures.</summary>
        public static readonly Phrase Overdue = new("overdue", "逾期");

        /// <summary>The largest of several revisions.</summary>
        public static readonly Phrase LargestRevision = new("{n} {n:value|values}; largest: {name} {period} {was} → {now}", "{n}个数值；最大：{name} {period} {was} → {now}");

        /// <summary>The oldest of several overdue figures.</summary>
        public static readonly Phrase OldestOverdue = new("{n}, oldest: {name}, {period}", "{n}项，最早：{name}，{period}");

        /// <summary>--runs.</summary>
        public static readonly Phrase OptionRuns = new("Counted runs of each measurement; the median is printed", "每项测量的计数次数；输出中位数");

        /// <summary>A measurement: load.</summary>
        public static readonly Phrase BenchLoad = new("load 1,000,000 observations (10,000 × 100), all checks", "载入1,000,000个观测值（10,000×100），全部检查");

        /// <summary>A measurement: read now.</summary>
        public static readonly Phrase BenchReadNow = new("10,000 series × 120 months of 120 releases, now", "120次发布的10,000个序列×120个月，当前");

        /// <summary>A measurement: read as of.</summary>
        public static readonly Phrase BenchReadAsOf = new("the same as of the 60th release", "同上，截至第60次发布");

        /// <summary>A measurement: the main job from nothing.</summary>
        public static readonly Phrase BenchMonitorFirst = new("monitor from nothing, all packs", "从零运行monitor，全部数据包");

        /// <summary>A measurement: the main job again.</summary>
        public static readonly Phrase BenchMonitorAgain = new("monitor again, nothing new", "再次运行monitor，无新内容");

        /// <summary>A measurement: the server.</summary>
        public static readonly Phrase BenchServe = new("serve from start to first page", "serve从启动到首个页面");

        /// <summary>A yardstick: bare parse.</summary>
        public static readonly Phrase YardParse = new("CsvHelper, bare parse of the file", "CsvHelper仅解析该文件");

        /// <summary>A yardstick: memory copy.</summary>
        public static readonly Phrase YardCopy = new("memory copy of the store, {size} MB", "复制数据库内存，{size} MB");

        /// <summary>A yardstick: fsync.</summary>
        public static readonly Phrase YardSync = new("100 × 4 KiB write + fsync", "100次4 KiB写入并fsync");

        /// <summary>A yardstick: the program's start.</summary>
        public static readonly Phrase YardStart = new("ballast config (start of the program)", "ballast config（程序启动）");

        /// <summary>Head of a column: what is measured.</summary>
        public static readonly Phrase ColumnMeasured = new("Measured", "测量项");

        /// <summary>Head of a column: CPU seconds.</summary>
        public static readonly Phrase ColumnCpu = new("CPU s", "CPU秒");

        /// <summary>Head of a column: seconds on the wall.</summary>
        public static readonly Phrase ColumnWall = new("wall s", "实际秒");

        /// <summary>Head of a column: yardstick.</summary>
        public static readonly Phrase ColumnYardstick = new("Yardstick", "参照");

        /// <summary>Head of a column: ratio of CPU times.</summary>
        public static readonly Phrase ColumnRatio = new("ratio", "比值");

        /// <summary>Head of a column: peak memory.</summary>
        public static readonly Phrase ColumnPeak = new("peak MB", "峰值MB");
    }
}
