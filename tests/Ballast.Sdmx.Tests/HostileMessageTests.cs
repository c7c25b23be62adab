using System.Text;
using Ballast.Faults;
using Ballast.Sdmx.Formats.Csv;
using Ballast.Sdmx.Formats.Json;
using Ballast.Sdmx.Model;

namespace Ballast.Sdmx.Tests;

/// <summary>
/// Messages changed by someone who knows the formats' words: whatever comes in, there are faults or a value, never an exception, and memory stays within a multiple of the input.
/// BALLAST_SEED repeats a run; the seed stands in the message of a failure.
/// </summary>
public sealed class HostileMessageTests
{
    private const int Cases = 20_000;

    private static readonly string[] CsvWords =
    [
        ",", ";", "\"", "\"\"", "\n", "\r\n", "\r", "[", "]", "[]", "[;]", "[en;zh]", ": ", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY", "TIME_PERIOD", "OBS_VALUE", "TITLE",
        "FREQ", "UNIT", "dataflow", "datastructure", "TEST:FLOW(1.0.0)", "TEST:DSD(1.0.0)", "I", "R", "D", "M", "~", "-", "NaN", "#N/A", "2023-01-01/P2M", "0000-01", "9999-12-31", "2023-W53", "P99999999999Y",
        "99999999999999999999999999", "-0.", "1e999", "\0", "\uFEFF", "\u202E", "𠮷", "\uD800", "en:", "zh:", "CN", "STEEL", "KNOWN_FROM", "=cmd|'/c'!A1",
    ];

    private static readonly string[] JsonWords =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\uD800", "null", "true", "-1", "1e999", "99999999999999999999", "\"data\"", "\"meta\"", "\"id\"", "\"names\"", "\"name\"", "\"parent\"", "\"codes\"",
        "\"codelists\"", "\"structure\"", "\"version\"", "\"1.0\"", "\"x.y\"", "\"1.0+.0\"", "\"attributeRelationship\"", "{\"dimensions\":[]}", "{\"group\":\"G\"}", "\"maxOccurs\"", "\"unbounded\"", "\"pattern\"", "\"(a+)+$\"", "\"TIME_PERIOD\"",
        "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:B(1.0)", "\uFEFF", "\n",
    ];

    [Fact]
    public void No_change_of_a_data_message_breaks_the_reader_or_its_bounds()
    {
        byte[] sample = Encoding.UTF8.GetBytes("""
            STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,AREA,ITEM,TIME_PERIOD,OBS_VALUE,LEVEL,OBS_STATUS,SOURCE_REF[],COMMENT[en;zh],UNIT,TITLE[en;zh],REGION_NOTE,METHOD,WEIGHT,KNOWN_FROM
            dataflow,TEST:FLOW(1.0.0),I,M,CN,STEEL,2023-01-01/P2M,168.70,high,A,doc:1;doc:2,en:said;zh:据称,T,"en:Crude steel, cast;zh:粗钢",mainland,survey,12.5,2023-03-17
            dataflow,TEST:FLOW(1.0.0),R,M,CN,,,,,,,,,,,,,2023-03-17
            dataflow,TEST:FLOW(1.0.0),D,M,,STEEL,2023-02,-,,,,,,,,,,2023-04-17
            dataflow,TEST:FLOW(1.0.0),M,Q,CN-44,CARS,2023-Q1,NaN,#N/A,,,,PIECES,,,,,2023-04-18
            """);

        Attack(sample, CsvWords, bytes => DataCsvReader.Read(
            new Dribble(bytes), SampleStructures.Set, new DataCsvOptions { File = "h.csv", VintageColumn = "KNOWN_FROM", IgnoredColumns = ["X"], MaxRowBytes = 16 * 1024, MaxCellBytes = 4096 }).Faults);
    }

    [Fact]
    public void No_change_of_a_structure_message_breaks_the_reader_or_its_bounds()
    {
        byte[] sample = Formats.Json.StructureJsonTests.Write(SampleStructures.Set);

        Attack(sample, JsonWords, bytes =>
        {
            Outcome<StructureSet> read = StructureJsonReader.Read(new Dribble(bytes), "h.json");
            return read.Value is { } set ? StructureChecker.Check(set) : read.Faults;
        });
    }

    [Theory]
    [InlineData("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AREA,ITEM,TIME_PERIOD,OBS_VALUE\n", "dataflow,TEST:FLOW(1.0.0),I,M,CN,STEEL,2023-01,1\n")]            // one observation again and again
    [InlineData("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AREA,ITEM,TIME_PERIOD,OBS_VALUE\n", "dataflow,TEST:FLOW(1.0.0),X,Y,Z,STEAL,never,much\n")]         // everything wrong
    [InlineData("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AREA,ITEM,TIME_PERIOD,OBS_VALUE\n", "dataflow,TEST:FLOW(1.0.0),R,M,CN,STEEL,2023-01,1\ndataflow,TEST:FLOW(1.0.0),I,M,CN,STEEL,2023-01,1\n")]   // a segment a row
    [InlineData("STRUCTURE,STRUCTURE_ID\n", "a,b\n")]
    [InlineData("STRUCTURE[;],STRUCTURE_ID,SOURCE_REF[]\n", "dataflow,TEST:FLOW(1.0.0),;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;\n")]
    public void A_message_that_repeats_what_is_dear_stays_linear(string head, string row)
    {
        byte[] text = Encoding.UTF8.GetBytes(head + string.Concat(Enumerable.Repeat(row, 60_000 / row.Split('\n').Length)));

        long before = GC.GetAllocatedBytesForCurrentThread();
        Outcome<DataMessage> read = DataCsvReader.Read(new MemoryStream(text), SampleStructures.Set, new DataCsvOptions { StatesWholeSeries = false });
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(read.Faults.Count <= 10_000);
        Assert.True(allocated <= (60L * text.Length) + (4 << 20), $"{allocated} bytes for {text.Length}");
    }

    [Fact]
    public void Vintages_without_end_are_refused_before_they_fill_the_memory()
    {
        string rows = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"dataflow,TEST:FLOW(1.0.0),M,CN,STEEL,2023-01,1,{i}\n"));
        byte[] text = Encoding.UTF8.GetBytes("STRUCTURE,STRUCTURE_ID,FREQ,AREA,ITEM,TIME_PERIOD,OBS_VALUE,KNOWN_FROM\n" + rows);

        Outcome<DataMessage> read = DataCsvReader.Read(new MemoryStream(text), SampleStructures.Set, new DataCsvOptions { StatesWholeSeries = false, VintageColumn = "KNOWN_FROM", MaxVintages = 1_000 });

        Assert.Equal(SdmxFaults.CsvTooManyVintages, Assert.Single(read.Faults).Code);
    }

    private static void Attack(byte[] sample, string[] words, Func<byte[], FaultList> read)
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("BALLAST_SEED"), out int given) ? given : 20240119;
        read(sample);   // what is made once is not the message's
        for (int i = 0; i < Cases; i++)
        {
            Random random = new(seed + i);
            byte[] bytes = Mutate(sample, words, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                FaultList faults = read(bytes);

                Assert.All(faults, f => Assert.True(f.Place.Line >= 0 && f.Arguments.All(a => a.Length < 70_000)));
            }
            catch (Exception broken) when (broken is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed={seed} case={i}: {broken}");
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= (50L * bytes.Length) + (1 << 20), $"seed={seed} case={i}: {allocated} bytes for {bytes.Length}");
        }
    }

    private static byte[] Mutate(byte[] sample, string[] words, Random random)
    {
        List<byte> bytes = [.. sample];
        for (int n = random.Next(1, 6); n > 0 && bytes.Count > 0; n--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange(at, Enumerable.Repeat(bytes.GetRange(at, length), random.Next(2, 200)).SelectMany(b => b));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(words[random.Next(words.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Gives a few bytes at a time, so that characters and words are cut.</summary>
    private sealed class Dribble(byte[] bytes) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = Math.Min(Math.Min(count, 1 + (_at % 61)), bytes.Length - _at);
            bytes.AsSpan(_at, read).CopyTo(buffer.AsSpan(offset));
            _at += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
