using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Ballast.Language;

namespace Ballast.Charts;

/// <summary>
/// The spec as JSON, from which the browser's drawing takes over: places in pixels of both frames, ticks and texts as the server made them. <c>docs/chart-json.md</c> describes it.
/// </summary>
public static class ChartJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The JSON, without line breaks; <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> are escaped, so that it may stand in a script element.</summary>
    public static string Write(ChartSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, spec);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, ChartSpec spec)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("language", spec.Tongue.PageTag());
        json.WriteString("kind", spec.Kind switch
        {
            ChartKind.Columns => "columns",
            ChartKind.Cumulative => "cumulative",
            ChartKind.Stock => "stock",
            ChartKind.Vintages => "vintages",
            _ => "line",
        });
        json.WriteString("title", spec.Title);
        json.WriteString("unit", spec.Unit);
        json.WriteString("sentence", spec.Sentence);
        WriteStrings(json, "notes", spec.Notes);
        if (spec.EmptyText is not null)
        {
            json.WriteString("empty", spec.EmptyText);
        }

        WriteValues(json, spec);
        json.WriteStartObject("x");
        json.WriteNumber("min", 0);
        json.WriteNumber("max", spec.Periods.SlotCount);
        json.WriteStartArray("ticks");
        foreach (double tick in spec.Periods.Ticks)
        {
            json.WriteNumberValue(tick);
        }

        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteStartObject("frames");
        WriteFrame(json, "wide", spec, ChartFrame.Wide(spec));
        WriteFrame(json, "narrow", spec, ChartFrame.Narrow(spec));
        json.WriteEndObject();

        WriteTicks(json, "breaks", spec.Breaks);
        json.WriteStartArray("lines");
        foreach (ChartLine line in spec.Lines)
        {
            WriteLine(json, line);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, ChartSpec spec)
    {
        json.WriteStartObject("y");
        json.WriteNumber("min", spec.Values.Low);
        json.WriteNumber("max", spec.Values.High);
        WriteTicks(json, "ticks", spec.Values.Ticks);
        if (spec.Values.Baseline is double baseline)
        {
            json.WriteNumber("baseline", baseline);
        }

        if (spec.CutText is not null)
        {
            json.WriteString("cut", spec.CutText);
        }

        if (spec.Band is { } band)
        {
            json.WriteStartObject("band");
            json.WriteNumber("low", band.Low);
            json.WriteNumber("high", band.High);
            json.WriteString("text", band.Text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFrame(Utf8JsonWriter json, string name, ChartSpec spec, ChartFrame frame)
    {
        json.WriteStartObject(name);
        json.WriteNumber("width", frame.Width);
        json.WriteNumber("height", frame.Height);
        json.WriteNumber("left", frame.Left);
        json.WriteNumber("top", frame.Top);
        json.WriteNumber("right", frame.Width - frame.Right);
        json.WriteNumber("bottom", frame.Height - frame.Bottom);
        WriteTicks(json, "labels", spec.Periods.LabelsFor(frame.SlotWidth));
        WriteTicks(json, "years", spec.Periods.YearLabelsFor(frame.SlotWidth));
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, ChartLine line)
    {
        json.WriteStartObject();
        json.WriteString("name", line.Name);
        json.WriteNumber("colour", line.Colour);
        json.WriteString("stroke", line.Stroke switch { Stroke.Bold => "bold", Stroke.Dashed => "dashed", Stroke.Thin => "thin", _ => "solid" });
        if (line.LastText is not null)
        {
            json.WriteString("last", line.LastText);
        }

        if (line.ReducedFrom > 0)
        {
            json.WriteNumber("reducedFrom", line.ReducedFrom);
        }

        // A null between two points is where the line breaks.
        json.WriteStartArray("points");
        for (int i = 0; i < line.Points.Length; i++)
        {
            ChartPoint point = line.Points[i];
            if (i > 0 && !point.IsJoined)
            {
                json.WriteNullValue();
            }

            json.WriteStartObject();
            json.WriteNumber("x", point.Middle);
            if (point.Value is double value)
            {
                json.WriteNumber("y", value);
            }
            else
            {
                json.WriteNull("y");
            }

            if (point.Span > 1)
            {
                json.WriteNumber("span", point.Span);
            }

            if (point.State != PointState.Normal)
            {
                json.WriteString("state", point.State switch
                {
                    PointState.Provisional => "provisional",
                    PointState.Revised => "revised",
                    PointState.Forecast => "forecast",
                    _ => "confidential",
                });
            }

            json.WriteString("period", point.PeriodText);
            json.WriteString("value", point.ValueText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTicks(Utf8JsonWriter json, string name, ImmutableArray<AxisTick> ticks)
    {
        json.WriteStartArray(name);
        foreach (AxisTick tick in ticks)
        {
            json.WriteStartObject();
            json.WriteNumber("at", tick.At);
            json.WriteString("text", tick.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
