namespace Ballast.Language;

public static partial class FaultSentences
{
    private static readonly Row[] Series =
    [
        new("time.period-form",
            "'{text}' is no time period; write it as 2023, 2023-Q1, 2023-03, 2023-W05, 2023-03-31 or 2023-01-01/P2M.",
            "“{text}”不是时间期；请写成2023、2023-Q1、2023-03、2023-W05、2023-03-31或2023-01-01/P2M。"),
        new("time.period-frequency",
            "'{text}' is a time period, but none of frequency {frequency}, which the series has.",
            "“{text}”是时间期，但与该序列的频率{frequency}不符。"),
        new("time.moment-form",
            "'{text}' is no date and no date with a time; write it as 2024-01-19, 2024-01-19T10:00 or 2024-01-19T10:00+08:00.",
            "“{text}”不是日期，也不是带时刻的日期；请写成2024-01-19、2024-01-19T10:00或2024-01-19T10:00+08:00。"),
        new("time.moment-skipped",
            "'{text}' does not exist in {zone}: the clocks leave that hour out. Give the time with its offset.",
            "{zone}没有“{text}”这一时刻：时钟在此跳过一小时。请写明时差。"),
        new("time.public-number",
            "'{text}' is no public number; after ~ stands a whole number from 1, as in 2024-01-19~17.",
            "“{text}”不是公开序号；~之后应为从1起的整数，例如2024-01-19~17。"),
    ];
}
