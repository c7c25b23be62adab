using System.Globalization;
using Ballast.Faults;
using FsCheck;
using FsCheck.Fluent;

namespace Ballast.Series.Tests;

public sealed class PeriodTextTests
{
    [Fact]
    public void Any_period_is_read_back_as_written_where_its_frequency_is_known()
    {
        Prop.ForAll(Periods.Any, p => Period.TryParse(p.ToString(), p.Frequency, out Period back) && back == p).Check(Periods.Fixed);
    }

    [Fact]
    public void Any_period_of_span_1_is_read_back_without_its_frequency_too()
    {
        Prop.ForAll(Periods.Any, p => p.Span > 1 || Period.Parse(p.ToString()) == p).Check(Periods.Fixed);
    }

    [Fact]
    public void A_range_read_without_its_frequency_covers_the_same_days()
    {
        Prop.ForAll(Periods.Any, p => Period.Parse(p.ToString()) is var back && back.Start == p.Start && back.End == p.End).Check(Periods.Fixed);
    }

    [Theory]
    [InlineData("2023", "2023")]
    [InlineData("2023-A1", "2023")]
    [InlineData("2023-S2", "2023-S2")]
    [InlineData("2023-T1", "2023-01-01/P4M")]
    [InlineData("2023-Q1", "2023-Q1")]
    [InlineData("2023-M03", "2023-03")]
    [InlineData("2023-03", "2023-03")]
    [InlineData("2023-03Z", "2023-03")]
    [InlineData("2023-03+08:00", "2023-03")]
    [InlineData("2023-W05", "2023-W05")]
    [InlineData("2020-W53", "2020-W53")]
    [InlineData("2023-D001", "2023-01-01")]
    [InlineData("2024-D366", "2024-12-31")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("2024-02-29T00:00:00", "2024-02-29")]
    [InlineData("2024-02-29T00:00:00.000+08:00", "2024-02-29")]
    [InlineData("2023-01-01/P2M", "2023-01-01/P2M")]
    [InlineData("2023-01-01T00:00:00/P2M", "2023-01-01/P2M")]
    [InlineData("2023-01-01/P1M", "2023-01")]
    [InlineData("2023-01-01/P1Y", "2023")]
    [InlineData("2023-01-01/P2Y", "2023-01-01/P2Y")]
    [InlineData("2023-04-01/P1Y", "2023-04-01/P12M")]
    [InlineData("2023-01-01/P1Y6M", "2023-01-01/P18M")]
    [InlineData("2023-01-15/P1M", "2023-01-15/P31D")]
    [InlineData("2023-01-01/P59D", "2023-01-01/P59D")]
    [InlineData("2023-01-30/P2W", "2023-01-30/P14D")]
    [InlineData("2023-01/2023-02", "2023-01-01/P2M")]
    [InlineData("2022/2023", "2022-01-01/P2Y")]
    [InlineData("2023-Q1/2023-Q3", "2023-01-01/P9M")]
    [InlineData("2023-01-01/2023-02-28", "2023-01-01/P59D")]
    public void All_forms_of_the_standard_are_read_and_written_in_one(string text, string canonical)
    {
        Assert.Equal(canonical, Period.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("23")]
    [InlineData("20233")]
    [InlineData("2023-")]
    [InlineData("2023-1")]
    [InlineData("2023-00")]
    [InlineData("2023-13")]
    [InlineData("2023-Q5")]
    [InlineData("2023-Q0")]
    [InlineData("2023-q1")]
    [InlineData("2023Q1")]
    [InlineData("2023-A2")]
    [InlineData("2023-T4")]
    [InlineData("2023-M3")]
    [InlineData("2023-W53")]
    [InlineData("2023-W00")]
    [InlineData("9999-W52")]
    [InlineData("2023-D366")]
    [InlineData("2023-02-29")]
    [InlineData("0000-01-01")]
    [InlineData("2024-02-29T10:00:00")]
    [InlineData("2023-01-01/")]
    [InlineData("2023-01-01/P")]
    [InlineData("2023-01-01/P0M")]
    [InlineData("2023-01-01/PT2H")]
    [InlineData("2023-01-01/P2")]
    [InlineData("2023-01-01/P2M1Y")]
    [InlineData("2023-01/P2M")]
    [InlineData("2023-02/2023-01")]
    [InlineData("2023-01/2023-Q2")]
    [InlineData("9999-12-01/P2M")]
    [InlineData("9999-12-01/P99D")]
    [InlineData("2023-01-01/P99999999D")]
    [InlineData("２０２３")]
    [InlineData(" 2023")]
    public void What_is_no_time_period_is_refused(string text)
    {
        Assert.False(Period.TryParse(text, out Period period));
        Assert.Equal(default, period);
    }

    [Theory]
    [InlineData("2023-01-01/P2M", Frequency.Monthly, 2023 * 12 + 1, 2)]
    [InlineData("2023-01-01/P59D", Frequency.Monthly, 2023 * 12 + 1, 2)]
    [InlineData("2023-01-01/P1M", Frequency.Monthly, 2023 * 12, 1)]
    [InlineData("2023-01-01/P1Y", Frequency.Monthly, 2023 * 12 + 11, 12)]
    [InlineData("2023-T1", Frequency.Monthly, 2023 * 12 + 3, 4)]
    [InlineData("2023-04-01/P3M", Frequency.Quarterly, 2023 * 4 + 1, 1)]
    [InlineData("2023-07-01/P6M", Frequency.HalfYearly, 2023 * 2 + 1, 1)]
    [InlineData("2023-01-01/2023-12-31", Frequency.Annual, 2023, 1)]
    public void A_range_fits_the_frequency_of_its_key_where_it_is_whole_periods(string text, Frequency expected, int ordinal, int span)
    {
        Assert.True(Period.TryParse(text, expected, out Period period));
        Assert.Equal(Period.FromOrdinal(expected, ordinal, span), period);
    }

    [Theory]
    [InlineData("2023", Frequency.Monthly)]
    [InlineData("2023-Q1", Frequency.Monthly)]
    [InlineData("2023-01", Frequency.Quarterly)]
    [InlineData("2023-01-01", Frequency.Monthly)]
    [InlineData("2023-01-01/P2M", Frequency.Quarterly)]
    [InlineData("2023-01-01/P45D", Frequency.Monthly)]
    [InlineData("2023-01-01/P14D", Frequency.Weekly)]
    public void Another_period_than_the_key_has_is_a_fault(string text, Frequency expected)
    {
        FaultList faults = new();

        Period? period = Period.Read(text, expected, new Place("a.csv", 3, 7), faults);

        Assert.Null(period);
        Assert.Equal(SeriesFaults.PeriodFrequency.At(new Place("a.csv", 3, 7), text, expected.Code()), Assert.Single(faults));
    }

    [Fact]
    public void At_other_ranges_every_period_is_its_days()
    {
        Prop.ForAll(Periods.Any, p => Period.TryParse(p.ToString(), Frequency.Other, out Period days)
            && days.Frequency == Frequency.Other && days.Start == p.Start && days.End == p.End).Check(Periods.Fixed);
    }

    [Fact]
    public void Reading_and_writing_allocate_nothing()
    {
        char[] buffer = new char[32];
        string[] texts = ["2023-03", "2023-Q1", "2023", "2023-W05", "2023-01-01/P2M", "2023-01-05", "nothing"];

        Assert.All(texts, text =>
        {
            Run([text], buffer);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Run([text], buffer);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 699); // the runtime may allocate a little of its own, once
        });

        static void Run(string[] texts, char[] buffer)
        {
            for (int i = 0; i < 700; i++)
            {
                string text = texts[i % texts.Length];
                if (Period.TryParse(text, Frequency.Monthly, out Period period) || Period.TryParse(text, out period))
                {
                    period.TryFormat(buffer, out _, default, CultureInfo.InvariantCulture);
                }
            }
        }
    }

    [Fact]
    public void Any_short_text_is_read_or_refused_without_an_exception()
    {
        Gen<string> texts = Gen.Elements("0123456789-QSWMDTAPYZ/+:.".ToCharArray()).ArrayOf().Select(c => new string(c));
        Gen<string> broken = from p in Periods.Any.Generator
                             from at in Gen.Choose(0, p.ToString().Length - 1)
                             from c in Gen.Elements("0123456789-QSWMDTPYZ/".ToCharArray())
                             select p.ToString().Remove(at, 1).Insert(at, c.ToString());

        Prop.ForAll(Arb.From(Gen.OneOf(texts, broken)), text =>
            Enum.GetValues<Frequency>().All(f => !Period.TryParse(text, f, out Period p) || p.Frequency == f)).Check(Periods.Fixed);
    }
}
