namespace Ballast.Language;

public static partial class Phrases
{
    /// <summary>Why the store refused or could not: one sentence each that says what to do.</summary>
    public static class Store
    {
        /// <summary>No store.</summary>
        public static readonly Phrase NoStore = new("There is no data yet in {folder}. Run: ./ballast monitor", "{folder}中尚无数据。请运行：./ballast monitor");

        /// <summary>Busy.</summary>
        public static readonly Phrase Busy = new("The store is being written by {holder} for {seconds} s; try again in a moment.", "数据库正由{holder}写入，已{seconds}秒；请稍后重试。");

        /// <summary>An unknown holder.</summary>
        public static readonly Phrase AnotherProgram = new("another program", "另一程序");

        /// <summary>Damaged.</summary>
        public static readonly Phrase Damaged = new("The store is damaged ({what}). Look: ./ballast verify; then restore a backup: ./ballast restore FILE", "数据库已损坏（{what}）。请先运行./ballast verify查看，再恢复备份：./ballast restore FILE");

        /// <summary>A newer format.</summary>
        public static readonly Phrase NewerFormat = new("The store was written by a newer Ballast; use that one.", "数据库由更新版本的Ballast写入；请使用该版本。");

        /// <summary>An old engine.</summary>
        public static readonly Phrase EngineTooOld = new("The SQLite engine is too old to be safe; build Ballast again.", "SQLite引擎版本过旧，不够安全；请重新构建Ballast。");

        /// <summary>No head.</summary>
        public static readonly Phrase HeadMissing = new("ballast.head is missing beside ballast.db, so nobody can tell whether commits were lost; restore a backup: ./ballast restore FILE", "ballast.db旁缺少ballast.head，无法判断是否丢失提交；请恢复备份：./ballast restore FILE");

        /// <summary>A damaged head.</summary>
        public static readonly Phrase HeadDamaged = new("ballast.head cannot be read; restore a backup: ./ballast restore FILE", "无法读取ballast.head；请恢复备份：./ballast restore FILE");

        /// <summary>Commits are missing.</summary>
        public static readonly Phrase Behind = new("Acknowledged commits are missing from the store; writing is stopped. Look: ./ballast verify; then restore a backup: ./ballast restore FILE", "数据库缺少已确认的提交，已停止写入。请先运行./ballast verify，再恢复备份：./ballast restore FILE");

        /// <summary>Two histories.</summary>
        public static readonly Phrase HistoryDiffers = new("ballast.db and ballast.head tell different histories; an old copy may have been put back. Look: ./ballast verify", "ballast.db与ballast.head的历史不一致，可能被放回了旧副本。请运行./ballast verify");

        /// <summary>Unknown outcome.</summary>
        public static readonly Phrase OutcomeUnknown = new("The write failed so late that it may be there or not; run the same command again, it is done once.", "写入在最后阶段失败，是否完成未知；请再次运行同一命令，不会重复写入。");

        /// <summary>The writer stopped.</summary>
        public static readonly Phrase WriterStopped = new("An earlier write to the disk failed, so writing has stopped; check the disk and start again.", "先前写盘失败，已停止写入；请检查磁盘后重新启动。");

        /// <summary>No room.</summary>
        public static readonly Phrase DiskFull = new("The disk is full; make room and run the command again. Nothing half done was kept.", "磁盘已满；请腾出空间后重试。未保留任何未完成的内容。");

        /// <summary>The disk failed.</summary>
        public static readonly Phrase InputOutput = new("The disk failed: {what}", "磁盘错误：{what}");

        /// <summary>Not writable.</summary>
        public static readonly Phrase NotWritable = new("The store may not be written here; check who owns the data folder.", "此处无权写入数据库；请检查数据目录的所有者。");

        /// <summary>A key used twice.</summary>
        public static readonly Phrase KeyReused = new("The same write was sent before with other content; give it a new key.", "同一写入此前以其他内容提交过；请换用新的键。");

        /// <summary>A changed release.</summary>
        public static readonly Phrase ReleaseChanged = new("Release {release} is in the store with other content. A correction needs a release of its own with amends: {release}", "发布{release}已以其他内容存入。更正须另建发布，并注明amends: {release}");

        /// <summary>An unknown amended release.</summary>
        public static readonly Phrase AmendedUnknown = new("The release to be amended is not there: {release}", "待更正的发布不存在：{release}");

        /// <summary>An amended release of another moment.</summary>
        public static readonly Phrase AmendedMoment = new("A correction must have the moment of publication of what it corrects: {release}", "更正的发布时间必须与被更正者相同：{release}");

        /// <summary>An unknown flow.</summary>
        public static readonly Phrase FlowUnknown = new("The store knows no dataflow {flow}; load its pack first.", "数据库中没有数据流{flow}；请先载入其数据包。");

        /// <summary>Other dimensions.</summary>
        public static readonly Phrase DimensionsDiffer = new("The dimensions of {flow} differ from those it was made with; that needs a new major version.", "{flow}的维度与建立时不同；这需要新的主版本。");

        /// <summary>A period of another frequency.</summary>
        public static readonly Phrase FrequencyDiffers = new("A period has another frequency than its key says: {what}", "期间的频率与其键不符：{what}");

        /// <summary>A restore would lose.</summary>
        public static readonly Phrase WouldLose = new("The backup lacks acknowledged commits ({what}); it was not put in place.", "备份缺少已确认的提交（{what}）；未予替换。");

        /// <summary>Damaged pages.</summary>
        public static readonly Phrase FoundPages = new("the database's pages are damaged", "数据库页损坏");

        /// <summary>A damaged head.</summary>
        public static readonly Phrase FoundHead = new("ballast.head does not agree with the database", "ballast.head与数据库不一致");

        /// <summary>A broken chain.</summary>
        public static readonly Phrase FoundChain = new("the chain of commits is broken", "提交链断裂");

        /// <summary>Changed rows.</summary>
        public static readonly Phrase FoundSeal = new("rows of a commit are not those that were written", "提交的记录与写入时不同");

        /// <summary>A damaged chunk.</summary>
        public static readonly Phrase FoundChunk = new("a chunk of values is damaged", "数值块损坏");

        /// <summary>A stray row.</summary>
        public static readonly Phrase FoundStray = new("a row belongs to no commit", "存在不属于任何提交的记录");

        /// <summary>Wrong availability.</summary>
        public static readonly Phrase FoundAvailability = new("kept counts differ from a recount", "保存的计数与重新计数不同");

        /// <summary>Wrong public numbers.</summary>
        public static readonly Phrase FoundPublicNumber = new("public numbers are not the ranks they should be", "公开序号与应有次序不符");

        /// <summary>At a commit.</summary>
        public static readonly Phrase AtCommit = new("commit {number}", "提交{number}");

        /// <summary>At a release.</summary>
        public static readonly Phrase AtRelease = new("release {key}", "发布{key}");

        /// <summary>At a dataflow.</summary>
        public static readonly Phrase AtFlow = new("dataflow {flow}", "数据流{flow}");

        /// <summary>At a block.</summary>
        public static readonly Phrase AtBlock = new("block {number}", "第{number}块");
    }
}
