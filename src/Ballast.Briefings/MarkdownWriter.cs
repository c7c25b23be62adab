using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ballast.Language;

namespace Ballast.Briefings;

/// <summary>Writes a briefing as Markdown: plain tables that read well as text; numbers lead to their series and periods to their releases by numbered links that are defined at the end.</summary>
public static class MarkdownWriter
{
    /// <summary>The text.</summary>
    /// <param name="document">The briefing.</param>
    /// <param name="link">Addresses, as of the HTML page beside it; null gives no links.</param>
    public static string Write(BriefingDocument document, LinkOf? link = null)
    {
        return Write(Briefing.Of(document), link);
    }

    /// <summary>The text of several parts.</summary>
    /// <param name="briefing">The parts.</param>
    /// <param name="link">Addresses; null gives no links.</param>
    public static string Write(Briefing briefing, LinkOf? link = null)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        return new Writing(briefing, link ?? (_ => null)).Text();
    }

    private sealed class Writing(Briefing briefing, LinkOf link)
    {
        private readonly StringBuilder _text = new();
        private readonly Tongue _tongue = briefing.Tongue;
        private readonly Dictionary<string, int> _links = new(StringComparer.Ordinal);
        private readonly string _heading = briefing.Parts.Length > 1 ? "###" : "##";

        public string Text()
        {
            Paragraph("# " + MarkdownText.Escape(briefing.Title));
            Paragraph(MarkdownText.EscapeLine(briefing.Lead));
            Paragraph(MarkdownText.EscapeLine(briefing.AsOf));
            foreach (BriefingDocument part in briefing.Parts)
            {
                if (briefing.Parts.Length > 1)
                {
                    Paragraph("## " + MarkdownText.Escape(part.Title));
                    Paragraph(MarkdownText.EscapeLine(part.Lead));
                    Paragraph(MarkdownText.EscapeLine(part.AsOf));
                }

                foreach (BriefingBlock block in part.Blocks)
                {
                    Block(block);
                }
            }

            Sources();
            Paragraph(MarkdownText.EscapeLine(Phrases.Briefings.MadeBy.In(_tongue)));
            foreach ((string address, int number) in _links)
            {
                _text.Append(CultureInfo.InvariantCulture, $"[{number}]: {MarkdownText.Address(address)}\n");
            }

            return _text.ToString().TrimEnd('\n') + "\n";
        }

        private void Block(BriefingBlock block)
        {
            Paragraph($"{_heading} {MarkdownText.Escape(block.Heading)}");
            if (block.Aside is not null)
            {
                Paragraph(MarkdownText.EscapeLine(block.Aside));
            }

            switch (block)
            {
                case BriefingBlock.Headlines headlines:
                    foreach (HeadlineGroup group in headlines.Groups)
                    {
                        Paragraph($"{_heading}# {MarkdownText.Escape(group.Name)}");
                        Headlines(group);
                    }

                    break;
                case BriefingBlock.Changes changes:
                    foreach (ChangeTable table in changes.Tables)
                    {
                        Paragraph($"{_heading}# {MarkdownText.Escape(table.Count)}{_tongue.Choose(" ", "")}{MarkdownText.Escape(table.Heading)}");
                        Table(table.Table);
                        if (table.More.Length > 0)
                        {
                            Paragraph(MarkdownText.EscapeLine(table.More));
                        }
                    }

                    break;
                case BriefingBlock.Table table:
                    Table(table.Content);
                    break;
                case BriefingBlock.Chart chart:
                    Paragraph(MarkdownText.EscapeLine(chart.Spec.Sentence) + (chart.Last is { } last ? " " + Number(last) : ""));
                    Paragraph(MarkdownText.EscapeLine(chart.Source));
                    break;
                case BriefingBlock.Items items when items.Content.IsEmpty:
                    Paragraph(MarkdownText.EscapeLine(items.IfEmpty));
                    break;
                case BriefingBlock.Items items:
                    List(items.Content.Select(i =>
                        Linked(i.Name, i.Target is null ? null : link(i.Target)) + _tongue.Choose(": ", "：") + MarkdownText.Escape(i.Reference)
                        + (i.Mark is { } mark ? $" {MarkdownText.Escape(mark.Sign)}" : "") + (i.Detail.Length > 0 ? _tongue.Choose("; ", "；") + MarkdownText.Escape(i.Detail) : "")));
                    Paragraph(MarkdownText.EscapeLine(items.More));
                    break;
                case BriefingBlock.Notes notes:
                    List(notes.Sentences.Select(MarkdownText.EscapeLine));
                    break;
                default:
                    break;
            }
        }

        private void Headlines(HeadlineGroup group)
        {
            ImmutableArray<(string Text, bool IsNumeric)> heads =
            [
                (Phrases.Briefings.Series.In(_tongue), false), (Phrases.Briefings.Basis.In(_tongue), false), (Phrases.Briefings.Period.In(_tongue), false),
                (Phrases.Briefings.Value.In(_tongue), true), (Phrases.Briefings.Mark.In(_tongue), false), (Phrases.Briefings.Change.In(_tongue), true),
            ];
            Grid(heads, group.Rows.Select(row => ImmutableArray.Create(
                row.Figure is null ? Linked(row.Name, link(row.Series)) : MarkdownText.Escape(row.Name),
                MarkdownText.Escape(row.Basis),
                Linked(row.PeriodText, row.Figure?.Source.ReleaseTarget is { } release ? link(release) : null)
                    + (row.Missing is { } missing ? $"{(row.PeriodText.Length > 0 ? _tongue.Choose("; ", "；") : "")}{MarkdownText.Escape(missing.PeriodText)} {MarkdownText.Escape(missing.Mark.Sign)}" : ""),
                row.Figure is { } figure ? Linked(figure.Text, link(figure.Source.SeriesTarget)) : MarkdownText.Escape(row.Placeholder?.Sign ?? ""),
                MarkdownText.Escape(row.Figure?.Mark?.Sign ?? ""),
                row.Change is { } change ? Change(change) : "")));
        }

        private void Table(BriefingTable table) =>
            Grid([.. table.Columns.Select(c => (c.Text, c.IsNumeric))], table.Rows.Select(r => r.Cells.Select(Cell).ToImmutableArray()));

        private string Cell(BriefingCell cell)
        {
            string text = cell.Figure is { } figure ? Number(figure)
                : cell.Change is { } change ? Change(change)
                : Linked(cell.Text, cell.Target is null or LinkTarget.Series ? null : link(cell.Target));
            return cell.Aside is null ? text : text + _tongue.Choose(" (", "（") + MarkdownText.Escape(cell.Aside) + _tongue.Choose(")", "）");
        }

        private string Number(Figure figure) =>
            Linked(figure.Text, link(figure.Source.SeriesTarget)) + (figure.Mark is { } mark ? " " + MarkdownText.Escape(mark.Sign) : "");

        private static string Change(FigureChange change) =>
            (change.Direction == 0 ? "" : Changes.Arrow(change.Direction) + " ") + MarkdownText.Escape(change.Text) + (change.Mark is { } mark ? " " + MarkdownText.Escape(mark.Sign) : "") + (change.Basis is { } basis ? " " + MarkdownText.Escape(basis) : "");

        private void Sources()
        {
            ImmutableArray<SourceOfSeries> series = [.. briefing.Parts.SelectMany(p => SourceOfSeries.Of(p)).DistinctBy(s => (s.Target, s.ReleaseKey))];
            if (series.IsEmpty)
            {
                return;
            }

            Paragraph("## " + MarkdownText.Escape(Phrases.Briefings.SourcesOfFigures.In(_tongue)));
            Grid(
                [
                    (Phrases.Briefings.Series.In(_tongue), false), (Phrases.Briefings.Key.In(_tongue), false), (Phrases.Briefings.Period.In(_tongue), false),
                    (Phrases.Briefings.Release.In(_tongue), false), (Phrases.Briefings.Published.In(_tongue), false), (Phrases.Briefings.Source.In(_tongue), false),
                ],
                series.Select(s => ImmutableArray.Create(
                    MarkdownText.Escape(s.Name), $"`{s.Code}`", MarkdownText.Escape(s.PeriodText), MarkdownText.Escape(s.ReleaseKey ?? ""), MarkdownText.Escape(s.PublishedText), MarkdownText.Escape(s.SourceText))));
        }

        /// <summary>A table whose cells are padded to the width of their column where that is not too wide, so that the source reads as a table too.</summary>
        private void Grid(ImmutableArray<(string Text, bool IsNumeric)> heads, IEnumerable<ImmutableArray<string>> rows)
        {
            const int widest = 48;
            ImmutableArray<ImmutableArray<string>> lines = [[.. heads.Select(h => MarkdownText.Escape(h.Text))], .. rows];
            int[] widths = [.. Enumerable.Range(0, heads.Length).Select(i => Math.Min(widest, Math.Max(3, lines.Max(l => Width(l[i])))))];
            for (int n = 0; n < lines.Length; n++)
            {
                _text.Append('|');
                for (int i = 0; i < heads.Length; i++)
                {
                    string padding = new(' ', Math.Max(0, widths[i] - Width(lines[n][i])));
                    _text.Append(' ').Append(heads[i].IsNumeric ? padding + lines[n][i] : lines[n][i] + padding).Append(" |");
                }

                _text.Append('\n');
                if (n == 0)
                {
                    _text.Append('|');
                    for (int i = 0; i < heads.Length; i++)
                    {
                        _text.Append(' ').Append('-', widths[i] - 1).Append(heads[i].IsNumeric ? ':' : '-').Append(" |");
                    }

                    _text.Append('\n');
                }
            }

            _text.Append('\n');
        }

        /// <summary>Columns of a terminal: Han characters and full-width marks take two.</summary>
        private static int Width(string text) => text.Sum(c => c is >= '\u2E80' and <= '\uFFEF' ? 2 : 1);

        private void List(IEnumerable<string> items)
        {
            foreach (string item in items)
            {
                _text.Append("- ").Append(item).Append('\n');
            }

            _text.Append('\n');
        }

        /// <summary>A numbered link, or the text alone. Names in tables carry none where a number in their row does.</summary>
        private string Linked(string text, string? address)
        {
            if (address is null || text.Length == 0)
            {
                return MarkdownText.Escape(text);
            }

            if (!_links.TryGetValue(address, out int number))
            {
                number = _links.Count + 1;
                _links.Add(address, number);
            }

            return string.Create(CultureInfo.InvariantCulture, $"[{MarkdownText.Escape(text)}][{number}]");
        }

        private void Paragraph(string text) => _text.Append(text).Append(text.Length == 0 ? "" : "\n\n");
    }
}
