using System.Text;
using Ballast.Sdmx.Model;
using Ballast.Series;
using Microsoft.Data.Sqlite;

namespace Ballast.Store.Tests;

/// <summary>A flipped bit is found and named, wherever it changes an answer.</summary>
public sealed class FlipTests
{

    [Fact]
    public void A_flipped_bit_in_any_chunk_is_found_and_its_release_flow_and_block_are_named()
    {
        using Copy copy = Copy.Of(KeepingTests.Filled());
        foreach ((string release, int block, byte[] content) in copy.Query(
            "SELECT r.key, c.block, c.content FROM chunks c JOIN releases r ON r.number=c.release",
            row => (row.GetString(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2))))
        {
            int start = copy.Find(content);
            for (int at = 0; at < content.Length; at += 1 + (at % 5))
            {
                VerifyResult result = copy.VerifyWithFlip(start + at, at % 8);

                Assert.Contains(result.Findings, f => f.Kind == FindingKind.Chunk && f.ReleaseKey == release && f.Flow == "T:FLOW" && f.Block == block);
                Assert.Contains(result.Findings, f => f.Kind == FindingKind.Seal && f.ReleaseKey == release);
            }
        }
    }

    [Fact]
    public void A_flipped_bit_in_what_a_release_says_of_itself_is_found_and_the_release_named()
    {
        using Copy copy = Copy.Of(KeepingTests.Filled());
        byte[] description = copy.Query("SELECT description FROM releases WHERE key='one'", row => row.GetFieldValue<byte[]>(0)).Single();
        int start = copy.Find(description);

        for (int at = 0; at < description.Length; at++)
        {
            Assert.Contains(copy.VerifyWithFlip(start + at, at % 8).Findings, f => f.Kind == FindingKind.Seal && f.ReleaseKey == "one");
        }
    }

    [Fact]
    public void A_changed_audit_row_is_found_by_the_chain()
    {
        using Copy copy = Copy.Of(KeepingTests.Filled());
        int at = copy.Find(Encoding.UTF8.GetBytes("testerrelease")); // actor and kind stand side by side in the row

        VerifyResult result = copy.VerifyWithFlip(at + 1, 0);

        Assert.Contains(result.Findings, f => f.Kind == FindingKind.Chain);
    }

    [Fact]
    public void Whatever_flip_changes_an_answer_is_found()
    {
        using Copy copy = Copy.Of(KeepingTests.Filled());
        string right = copy.Answers();
        Random random = new(20_240_119);
        List<string> silent = [];
        int changed = 0;

        for (int i = 0; i < 500; i++)
        {
            int at = random.Next(copy.Length);
            int bit = random.Next(8);
            copy.Flip(at, bit);
            string answers = copy.Answers();
            if (answers != right)
            {
                changed++;
                if (copy.IsGood())
                {
                    silent.Add($"byte {at} bit {bit}: {answers}");
                }
            }

            copy.Flip(at, bit);
        }

        Assert.Empty(silent);
        Assert.True(changed > 20, $"Only {changed} flips changed anything.");
        Assert.Equal(right, copy.Answers());
    }

    [Fact]
    public void A_flip_in_the_log_that_drops_acknowledged_releases_is_found_by_the_head()
    {
        using World world = KeepingTests.Filled();
        using Copy copy = Copy.WithLog(world);
        string right = copy.Answers();
        Random random = new(20_230_118);
        int dropped = 0;

        for (int i = 0; i < 60; i++)
        {
            int at = random.Next(32, copy.LogLength);
            copy.FlipLog(at, 3);
            if (copy.Answers() != right)
            {
                dropped++;
                Assert.False(copy.IsGood());
            }

            copy.FlipLog(at, 3);
        }

        Assert.True(dropped > 10, $"Only {dropped} flips dropped anything.");
    }

    [Fact]
    public void A_damaged_chunk_is_refused_by_name_and_the_rest_stays_readable()
    {
        World world = new();
        world.Commit(World.Draft("bad", World.Day(2), World.Rows(DataAction.Merge, ("CN", 1, "5.0"))));
        world.Commit(World.Draft("good", World.Day(1), World.Rows(DataAction.Merge, ("CN", 1, "4.0"))));
        using Copy copy = Copy.Of(world);
        byte[] content = copy.Query("SELECT c.content FROM chunks c JOIN releases r ON r.number=c.release WHERE r.key='bad'", row => row.GetFieldValue<byte[]>(0)).Single();
        copy.Flip(copy.Find(content) + 80, 1);

        using BallastStore store = BallastStore.Open(copy.Folder, StoreAccess.ReadOnly, world.Clock);
        StoreDamagedException damaged = Assert.Throws<StoreDamagedException>(() => store.ReadSeries(World.Flow.Id, World.Key("CN"), World.Everything));

        Assert.Equal(("bad", "T:FLOW", 0), (damaged.What.ReleaseKey, damaged.What.Flow, damaged.What.Block));
        Assert.Equal("4.0", store.ReadSeries(World.Flow.Id, World.Key("CN"), Viewpoint.PublicAt(World.Day(1)))!.Observations[0].Value.ToString());
    }

    /// <summary>Files of a closed store in a folder of their own, to be damaged.</summary>
    private sealed class Copy : IDisposable
    {
        private readonly byte[] _database;
        private readonly byte[]? _log;
        private readonly SetClock _clock = new(World.Start);

        private Copy(World world, bool withLog)
        {
            Folder = Path.Combine(Path.GetTempPath(), "ballast-flip-" + Guid.NewGuid().ToString("N"));
            Directory.CreateDirectory(Folder);
            _database = File.ReadAllBytes(world.Database);
            _log = withLog ? File.ReadAllBytes(world.Database + "-wal") : null;
            File.Copy(world.Head, Path.Combine(Folder, "ballast.head"));
            Write();
        }

        public string Folder { get; }

        public int Length => _database.Length;

        public int LogLength => _log!.Length;

        private string Database => Path.Combine(Folder, "ballast.db");

        public static Copy Of(World world)
        {
            using (world)
            {
                world.Close();
                return new Copy(world, withLog: false);
            }
        }

        public static Copy WithLog(World world) => new(world, withLog: true);

        public List<T> Query<T>(string sql, Func<SqliteDataReader, T> row)
        {
            using SqliteConnection connection = new($"Data Source={Database};Pooling=false");
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            using SqliteDataReader reader = command.ExecuteReader();
            List<T> rows = [];
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        }

        public int Find(byte[] content)
        {
            int at = _database.AsSpan().IndexOf(content);
            Assert.True(at > 0, "The content must lie on one page for this test.");
            return at;
        }

        public void Flip(int at, int bit)
        {
            _database[at] ^= (byte)(1 << bit);
            Write();
        }

        public void FlipLog(int at, int bit)
        {
            _log![at] ^= (byte)(1 << bit);
            Write();
        }

        public VerifyResult VerifyWithFlip(int at, int bit)
        {
            Flip(at, bit);
            VerifyResult result = BallastStore.Verify(Folder);
            Flip(at, bit);
            return result;
        }

        public bool IsGood()
        {
            Write();
            try
            {
                return BallastStore.Verify(Folder).IsGood;
            }
            catch (StoreException)
            {
                return false;
            }
        }

        /// <summary>All answers as text; a refusal is an answer too.</summary>
        public string Answers()
        {
            try
            {
                using BallastStore store = BallastStore.Open(Folder, StoreAccess.ReadOnly, _clock);
                return TwinTests.Answers(store, World.Everything);
            }
            catch (Exception refused) when (refused is StoreException or SqliteException)
            {
                return refused.Message;
            }
        }

        public void Dispose() => Directory.Delete(Folder, recursive: true);

        private void Write()
        {
            File.WriteAllBytes(Database, _database);
            File.Delete(Database + "-shm");
            File.Delete(Database + "-wal");
            if (_log is not null)
            {
                File.WriteAllBytes(Database + "-wal", _log);
            }
        }
    }
}
