using System.Globalization;
using Ballast.Sdmx.Formats.Csv;
using Ballast.Sdmx.Formats.Json;
using Ballast.Sdmx.Model;
using Ballast.Series;

namespace Ballast.Work;

/// <summary>Series as files of the standard: what commands and addresses hand out.</summary>
public static class DataFiles
{
    /// <summary>SDMX-CSV 2.0.0, series by series.</summary>
    /// <param name="output">Receives the text; left open.</param>
    /// <param name="structures">Structures of the store.</param>
    /// <param name="flow">The dataflow, a derived one included.</param>
    /// <param name="structure">Its structure.</param>
    /// <param name="views">The series, in any order.</param>
    /// <param name="cancellation">Stops between series.</param>
    public static void WriteCsv(
        Stream output, StructureSet structures, Dataflow flow, DataStructureDefinition structure, IEnumerable<SeriesView> views, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(views);
        using DataCsvWriter writer = new(output, flow, structure, structures);
        WriteAll(structure, views, writer.BeginSeries, writer.WriteObservation, writer.EndSeries, cancellation);
        writer.Flush();
    }

    /// <summary>SDMX-JSON 2.0.0, series by series.</summary>
    /// <inheritdoc cref="WriteCsv"/>
    /// <param name="output">Receives the text; left open.</param>
    /// <param name="structures">Structures of the store.</param>
    /// <param name="flow">The dataflow, a derived one included.</param>
    /// <param name="structure">Its structure.</param>
    /// <param name="views">The series, in any order.</param>
    /// <param name="prepared">When the message is made.</param>
    /// <param name="cancellation">Stops between series.</param>
    public static void WriteJson(
        Stream output, StructureSet structures, Dataflow flow, DataStructureDefinition structure, IEnumerable<SeriesView> views, DateTimeOffset prepared, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(views);
        MessageHeader header = new(string.Create(CultureInfo.InvariantCulture, $"{flow.Id.Id}-{prepared.UtcDateTime:yyyyMMddHHmmss}"), prepared, flow.Id.Agency);
        using DataJsonWriter writer = new(output, flow, structure, structures, header);
        WriteAll(structure, views, writer.BeginSeries, writer.WriteObservation, null, cancellation);
    }

    private static void WriteAll(
        DataStructureDefinition structure, IEnumerable<SeriesView> views, Action<SeriesKey, AttributeSet> begin, ObservationWriter write, Action? end, CancellationToken cancellation)
    {
        MeasureValue[] measures = new MeasureValue[structure.Measures.Length];
        Known known = new(structure);
        foreach (SeriesView view in views)
        {
            cancellation.ThrowIfCancellationRequested();
            begin(view.Key, known.OfSeries(view.Series.Attributes));
            foreach (Observation observation in view.Series.Observations)
            {
                measures[0] = observation.Value;
                write(observation.Period, measures, known.OfObservation(observation.Attributes));
            }

            end?.Invoke();
        }
    }

    private delegate void ObservationWriter(Period period, ReadOnlySpan<MeasureValue> measures, AttributeSet attributes);

    /// <summary>Attributes that the structure has: what transforms say beside is for pages, the derived flow's id says it in files.</summary>
    private sealed class Known(DataStructureDefinition structure)
    {
        private readonly HashSet<string> _ofSeries = [.. structure.Attributes.Where(a => a.Level != AttributeLevel.Observation).Select(a => a.Id)];
        private readonly HashSet<string> _ofObservations = [.. structure.Attributes.Where(a => a.Level == AttributeLevel.Observation).Select(a => a.Id)];

        public AttributeSet OfSeries(AttributeSet all) => Only(all, _ofSeries);

        public AttributeSet OfObservation(AttributeSet all) => Only(all, _ofObservations);

        private static AttributeSet Only(AttributeSet all, HashSet<string> ids) =>
            all.Entries.All(e => ids.Contains(e.Key)) ? all : AttributeSet.Of(all.Entries.Where(e => ids.Contains(e.Key)));
    }
}
