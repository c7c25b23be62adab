using System.Collections.Immutable;
using Ballast.Charts;
using Ballast.Language;

namespace Ballast.Briefings;

/// <summary>Address of a target, or null where there is none to link to.</summary>
public delegate string? LinkOf(LinkTarget target);

/// <summary>Writes a briefing as HTML: a fragment for a page of the console, or a page of its own that needs nothing else.</summary>
public static class HtmlWriter
{
    /// <summary>What stands under the title: lead and blocks. The caller supplies the frame, the h1 and the stylesheet.</summary>
    /// <param name="document">The briefing.</param>
    /// <param name="link">Addresses; null gives no link.</param>
    public static string WriteFragment(BriefingDocument document, LinkOf link)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(link);
        return new Writing(document.Tongue, link).Fragment(document);
    }

    /// <summary>A whole page that works offline: stylesheet inside, links to the list of sources at its end.</summary>
    /// <param name="document">The briefing.</param>
    /// <param name="link">Addresses; null gives anchors in the page itself.</param>
    public static string WritePage(BriefingDocument document, LinkOf? link = null) => WritePage(Briefing.Of(document), link);

    /// <summary>The same of several parts, each under a heading of its own.</summary>
    /// <param name="briefing">The parts.</param>
    /// <param name="link">Addresses; null gives anchors in the page itself.</param>
    public static string WritePage(Briefing briefing, LinkOf? link = null)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        return new Writing(briefing.Tongue, link ?? Anchors.In(briefing)).Page(briefing);
    }

    private sealed class Writing(Tongue tongue, LinkOf link)
    {
        private readonly HtmlText _html = new();
        private readonly Tongue _tongue = tongue;
        private int _level = 2;
        private string _prefix = "";

        public string Fragment(BriefingDocument document)
        {
            Lead(document.Lead);
            Body(document);
            return _html.ToString();
        }

        public string Page(Briefing briefing)
        {
            _html.Line("<!DOCTYPE html>")
                .Line($"<html lang=\"{_tongue.PageTag()}\">")
                .Line("<head>")
                .Line("<meta charset=\"utf-8\">")
                .Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .Line("<meta name=\"color-scheme\" content=\"light dark\">")
                .Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'\">")
                .Raw("<title>").Text(briefing.Title).Line(" · Ballast</title>")
                .Line("<link rel=\"icon\" href=\"data:,\">")
                .Raw("<style>\n").Raw(Stylesheet.Text).Line("</style>")
                .Line("</head>")
                .Line("<body>");
            if (briefing.AsOf.Length > 0)
            {
                _html.Raw("<div class=\"asof\"><div class=\"wrap\"><p>").Text(briefing.AsOf).Line("</p></div></div>");
            }

            _html.Line("<main id=\"main\"><div class=\"wrap\">")
                .Raw("<div class=\"title\"><h1>").Name(briefing.Title).Line("</h1></div>");
            Lead(briefing.Lead);
            for (int i = 0; i < briefing.Parts.Length; i++)
            {
                if (briefing.Parts.Length == 1)
                {
                    Body(briefing.Parts[i]);
                    break;
                }

                (_level, _prefix) = (3, $"p{i + 1}-");
                _html.Raw($"<section class=\"part\" aria-labelledby=\"{_prefix}title\"><h2 id=\"{_prefix}title\">").Name(briefing.Parts[i].Title).Line("</h2>");
                _html.Raw("<p class=\"small muted\">").Text(briefing.Parts[i].AsOf).Line("</p>");
                Lead(briefing.Parts[i].Lead);
                Body(briefing.Parts[i]);
                _html.Line("</section>");
            }

            (_level, _prefix) = (2, "");
            Sources(briefing);
            _html.Line("</div></main>")
                .Raw("<footer class=\"foot\"><div class=\"wrap\"><span>").Text(Phrases.Briefings.MadeBy.In(_tongue)).Line("</span></div></footer>")
                .Line("</body>")
                .Line("</html>");
            return _html.ToString();
        }

        private void Lead(string lead)
        {
            if (lead.Length > 0)
            {
                _html.Raw("<p class=\"lead\">").Text(lead).Line("</p>");
            }
        }

        /// <summary>Lists stand beside the headline figures where there is room, everything else across the page.</summary>
        private void Body(BriefingDocument document)
        {
            ImmutableArray<BriefingBlock.Items> side = [.. document.Blocks.OfType<BriefingBlock.Items>()];
            foreach (BriefingBlock block in document.Blocks)
            {
                switch (block)
                {
                    case BriefingBlock.Headlines headlines when side.Length > 0:
                        _html.Line("<div class=\"cols cols-9-3\">");
                        Headlines(headlines);
                        _html.Raw("<aside class=\"side\" aria-label=\"").Text(string.Join(_tongue.Choose(", ", "、"), side.Select(s => s.Heading))).Line("\">");
                        foreach (BriefingBlock.Items items in side)
                        {
                            Items(items);
                        }

                        _html.Line("</aside>").Line("</div>");
                        side = [];
                        break;
                    case BriefingBlock.Headlines headlines:
                        Headlines(headlines);
                        break;
                    case BriefingBlock.Changes changes:
                        Changes(changes);
                        break;
                    case BriefingBlock.Table table:
                        Open(table);
                        _html.Line("<div class=\"panel\">").Raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"").Raw(HeadingId(table)).Line("\">");
                        Table(table.Content, "plain");
                        _html.Line("</div>").Line("</div>").Line("</section>");
                        break;
                    case BriefingBlock.Chart chart:
                        Chart(chart);
                        break;
                    case BriefingBlock.Items items when side.Contains(items) && !document.Blocks.OfType<BriefingBlock.Headlines>().Any():
                        Items(items);
                        break;
                    case BriefingBlock.Notes notes:
                        Notes(notes);
                        break;
                    default:
                        break;
                }
            }
        }

        private void Open(BriefingBlock block)
        {
            Section(block, null);
            _html.Raw("<div class=\"head\">");
            Heading(block, null);
            if (block.Aside is not null)
            {
                _html.Raw("<p>").Text(block.Aside).Raw("</p>");
            }

            _html.Line("</div>");
        }

        private void Section(BriefingBlock block, string? classes) =>
            _html.Raw(classes is null ? "<section" : $"<section class=\"{classes}\"").Raw(" aria-labelledby=\"").Raw(HeadingId(block)).Line("\">");

        private void Heading(BriefingBlock block, string? classes) =>
            _html.Raw($"<h{_level}").Raw(classes is null ? "" : $" class=\"{classes}\"").Raw(" id=\"").Raw(HeadingId(block)).Raw("\">").Text(block.Heading).Raw($"</h{_level}>");

        private string HeadingId(BriefingBlock block) => _prefix + "h-" + block.Id;

        private void Changes(BriefingBlock.Changes changes)
        {
            Open(changes);
            _html.Line("<div class=\"panel what\">");
            foreach (ChangeTable table in changes.Tables)
            {
                _html.Raw($"<div>\n<h{_level + 1}><span class=\"n\">").Text(table.Count).Raw("</span> ").Text(table.Heading).Line($"</h{_level + 1}>");
                Table(table.Table, table.Table.Rows.Any(r => r.Cells.Any(c => c.Figure is not null)) ? "figures" : null);
                string? all = table.Target is null ? null : link(table.Target);
                if (table.More.Length > 0 || all is not null)
                {
                    _html.Raw("<p class=\"more\">").Text(table.More);
                    if (all is not null)
                    {
                        _html.Raw(table.More.Length > 0 ? " <a href=\"" : "<a href=\"").Text(all).Raw("\">").Text(table.TargetText).Raw("</a>");
                    }

                    _html.Line("</p>");
                }

                _html.Line("</div>");
            }

            _html.Line("</div>").Line("</section>");
        }

        /// <summary>Roles keep a table of figures one for readers where a narrow page lays its rows out as small grids.</summary>
        private void Table(BriefingTable table, string? classes)
        {
            bool hasRoles = classes == "figures";
            string Role(string role) => hasRoles ? $" role=\"{role}\"" : "";
            _html.Raw("<table").Raw(classes is null ? "" : $" class=\"{classes}\"").Raw(Role("table")).Raw($"><thead{Role("rowgroup")}><tr{Role("row")}>");
            foreach (BriefingColumn column in table.Columns)
            {
                _html.Raw("<th scope=\"col\"").Raw(column.IsNumeric ? " class=\"r\"" : "").Raw(Role("columnheader")).Raw(">").Text(column.Text).Raw("</th>");
            }

            _html.Line("</tr></thead>").Line($"<tbody{Role("rowgroup")}>");
            foreach (BriefingRow row in table.Rows)
            {
                _html.Raw($"<tr{Role("row")}>");
                for (int i = 0; i < row.Cells.Length; i++)
                {
                    BriefingCell cell = row.Cells[i];
                    string numeric = table.Columns[i].IsNumeric ? cell.IsOld ? " class=\"r muted\"" : " class=\"r\"" : "";
                    _html.Raw(i == 0 ? $"<th scope=\"row\"{Role("rowheader")}>" : $"<td{numeric}{Role("cell")}>");
                    Cell(cell);
                    _html.Raw(i == 0 ? "</th>" : "</td>");
                }

                _html.Line("</tr>");
            }

            _html.Line("</tbody></table>");
        }

        private void Cell(BriefingCell cell)
        {
            if (cell.Figure is { } figure)
            {
                Number(figure, cell.IsOld ? "quiet" : "num");
            }
            else if (cell.Change is { } change)
            {
                Change(change, withBasis: false);
            }
            else
            {
                Linked(cell.Target is null ? null : link(cell.Target), null, () => _html.Name(cell.Text));
            }

            if (cell.Aside is not null)
            {
                _html.Raw(" <span class=\"muted small\">").Text(cell.Aside).Raw("</span>");
            }
        }

        /// <summary>A number with its unit, linked to its series; its release is named to those who ask.</summary>
        private void Number(Figure figure, string classes)
        {
            Linked(link(figure.Source.SeriesTarget), classes, () => _html.Text(figure.Text));
            Mark(figure.Mark, figure.Source);
        }

        private void Mark(FigureMark? mark, FigureSource source)
        {
            if (mark is null)
            {
                return;
            }

            _html.Raw(" ");
            string? address = source.ReleaseTarget is { } release ? link(release) : null;
            if (address is null)
            {
                Abbreviation(mark);
            }
            else
            {
                _html.Raw("<a class=\"mark\" href=\"").Text(address).Raw("\" title=\"").Text(mark.Meaning).Raw("\">").Text(mark.Sign)
                    .Raw("<span class=\"vh\"> ").Text(mark.Meaning).Raw("</span></a>");
            }
        }

        private void Abbreviation(FigureMark mark) =>
            _html.Raw("<abbr class=\"mark\" title=\"").Text(mark.Meaning).Raw("\">").Text(mark.Sign).Raw("<span class=\"vh\"> ").Text(mark.Meaning).Raw("</span></abbr>");

        private void Change(FigureChange change, bool withBasis)
        {
            _html.Raw("<span class=\"delta\">");
            if (change.Direction != 0)
            {
                _html.Raw("<i aria-hidden=\"true\">").Raw(change.Direction > 0 ? "▲" : "▼").Raw("</i>");
            }

            _html.Text(change.Text).Raw("</span>");
            if (change.Mark is { } mark)
            {
                _html.Raw(" ");
                Abbreviation(mark);
            }

            if (withBasis && change.Basis is not null)
            {
                _html.Raw("<small>").Text(change.Basis).Raw("</small>");
            }
        }

        private void Headlines(BriefingBlock.Headlines block)
        {
            Open(block);
            _html.Raw("<div class=\"panel\">\n<table class=\"heads\" role=\"table\" aria-labelledby=\"").Raw(HeadingId(block)).Line("\">")
                .Raw("<thead role=\"rowgroup\"><tr role=\"row\">");
            Head("name", Phrases.Briefings.SeriesBasis.In(_tongue));
            Head("per", Phrases.Briefings.Period.In(_tongue));
            Head("v", Phrases.Briefings.Value.In(_tongue));
            Head("u", Phrases.Briefings.Unit.In(_tongue), isHidden: true);
            Head("m", Phrases.Briefings.Mark.In(_tongue), isHidden: true);
            Head("d", Phrases.Briefings.Change.In(_tongue));
            Head("s", block.SparklineSpan);
            _html.Line("</tr></thead>");
            foreach (HeadlineGroup group in block.Groups)
            {
                _html.Line("<tbody role=\"rowgroup\">")
                    .Raw("<tr class=\"grp\" role=\"row\"><th colspan=\"7\" scope=\"rowgroup\" role=\"rowheader\">").Name(group.Name).Line("</th></tr>");
                foreach (HeadlineRow row in group.Rows)
                {
                    Row(row);
                }

                _html.Line("</tbody>");
            }

            _html.Line("</table>").Line("</div>").Line("</section>");

            void Head(string name, string text, bool isHidden = false)
            {
                _html.Raw($"<th class=\"{name}\" scope=\"col\" role=\"columnheader\">").Raw(isHidden ? "<span class=\"vh\">" : "").Text(text).Raw(isHidden ? "</span></th>" : "</th>");
            }
        }

        private void Row(HeadlineRow row)
        {
            string? series = link(row.Series);
            _html.Raw("<tr class=\"row\" role=\"row\"><th class=\"name\" scope=\"row\" role=\"rowheader\">");
            Linked(series, null, () => _html.Name(row.Name));
            _html.Raw("<span class=\"basis\">").Text(row.Basis);
            if (row.PeriodText.Length > 0)
            {
                _html.Raw("<span class=\"per-m\">").Raw(row.Basis.Length > 0 ? _tongue.Choose("; ", "；") : "").Raw("<span class=\"nb\">").Text(row.PeriodText).Raw("</span></span>");
            }

            if (row.Missing is { } late)
            {
                _html.Raw("<span class=\"per-m\">").Raw(row.Basis.Length + row.PeriodText.Length > 0 ? _tongue.Choose("; ", "；") : "").Raw("<span class=\"nb\">").Text(late.PeriodText).Raw(" ");
                Abbreviation(late.Mark);
                _html.Raw("</span></span>");
            }

            _html.Raw("</span></th><td class=\"per\" role=\"cell\"><span class=\"nb\">");
            Linked(row.Figure?.Source.ReleaseTarget is { } release ? link(release) : null, null, () => _html.Text(row.PeriodText));
            _html.Raw("</span>");
            if (row.Missing is { } missing)
            {
                _html.Raw("<span class=\"two\"><span class=\"nb\">").Text(missing.PeriodText).Raw(" ");
                Abbreviation(missing.Mark);
                _html.Raw("</span></span>");
            }

            _html.Raw("</td><td class=\"v\" role=\"cell\">");
            if (row.Figure is { } figure)
            {
                Linked(link(figure.Source.SeriesTarget), null, () => _html.Text(figure.Number));
                _html.Raw($"</td><td class=\"u{(figure.Unit == "%" ? "" : " w")}\" role=\"cell\">").Text(figure.Unit).Raw("</td><td class=\"m\" role=\"cell\">");
                Mark(figure.Mark, figure.Source);
            }
            else
            {
                if (row.Placeholder is { } placeholder)
                {
                    Abbreviation(placeholder);
                }

                _html.Raw("</td><td class=\"u\" role=\"cell\"></td><td class=\"m\" role=\"cell\">");
            }

            _html.Raw("</td><td class=\"d\" role=\"cell\">");
            if (row.Change is { } change)
            {
                Change(change, withBasis: true);
            }

            _html.Raw("</td><td class=\"s\" role=\"cell\">");
            if (row.Sparkline is { } sparkline)
            {
                _html.Raw(SvgWriter.Write(sparkline));
            }
            else
            {
                foreach ((Figure one, string period) in row.Instead)
                {
                    // The unit stands with the figure itself, unless these have another scale.
                    _html.Raw("<span class=\"two\"><b>");
                    Linked(link(one.Source.SeriesTarget), null, () => _html.Text(one.Unit == "%" || one.Unit != row.Figure?.Unit ? one.Text : one.Number));
                    _html.Raw("</b> <span class=\"nb\">").Text(period).Raw("</span></span>");
                }
            }

            _html.Line("</td></tr>");
        }

        private void Items(BriefingBlock.Items items)
        {
            Section(items, null);
            Heading(items, null);
            _html.Line();
            if (items.Content.IsEmpty)
            {
                _html.Raw("<p class=\"muted\">").Text(items.IfEmpty).Line("</p>").Line("</section>");
                return;
            }

            _html.Line("<ul class=\"panel due\">");
            foreach (BriefingItem item in items.Content)
            {
                _html.Raw("<li>");
                string? address = item.Target is null ? null : link(item.Target);
                if (address is null)
                {
                    _html.Raw("<span>").Name(item.Name).Raw("</span>");
                }
                else
                {
                    Linked(address, "quiet", () => _html.Name(item.Name));
                }

                _html.Raw("<span class=\"ref\">").Text(item.Reference);
                if (item.Mark is { } mark)
                {
                    _html.Raw(" ");
                    Abbreviation(mark);
                }

                _html.Raw("</span>");
                if (item.Detail.Length > 0)
                {
                    _html.Raw("<span class=\"since\">").Text(item.Detail).Raw("</span>");
                }

                _html.Line("</li>");
            }

            _html.Line("</ul>");
            if (items.More.Length > 0)
            {
                _html.Raw("<p class=\"more\">").Text(items.More).Line("</p>");
            }

            _html.Line("</section>");
        }

        private void Chart(BriefingBlock.Chart chart)
        {
            Section(chart, "panel");
            _html.Raw("<figure class=\"fig\"><figcaption>");
            Heading(chart, null);
            _html.Line("</figcaption>")
                .Line(SvgWriter.WriteBoth(chart.Spec)).Line("</figure>")
                .Raw("<div class=\"say\"><p><b>").Text(chart.Spec.Sentence).Raw("</b>");
            if (chart.Last is { } last)
            {
                _html.Raw(" ");
                Number(last, "num");
            }

            _html.Line("</p>").Raw("<p class=\"small muted\">").Text(string.Join(_tongue.Choose(" ", ""), chart.Spec.Notes.Prepend(chart.Source))).Line("</p></div>").Line("</section>");
        }

        private void Notes(BriefingBlock.Notes notes)
        {
            Section(notes, null);
            Heading(notes, "vh");
            _html.Line("<ul class=\"notes\">");
            foreach (string sentence in notes.Sentences)
            {
                _html.Raw("<li>").Text(sentence).Line("</li>");
            }

            _html.Line("</ul>").Line("</section>");
        }

        /// <summary>What anchors lead to: each series with its figures' releases and sources, then each release.</summary>
        private void Sources(Briefing briefing)
        {
            ImmutableArray<SourceOfSeries> series = [.. briefing.Parts.SelectMany(p => SourceOfSeries.Of(p)).DistinctBy(s => (s.Target, s.ReleaseKey))];
            if (series.IsEmpty)
            {
                return;
            }

            _html.Raw("<section aria-labelledby=\"h-sources\"><div class=\"head\"><h2 id=\"h-sources\">").Text(Phrases.Briefings.SourcesOfFigures.In(_tongue)).Line("</h2></div>")
                .Line("<div class=\"panel\"><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"h-sources\">")
                .Raw("<table class=\"plain\"><thead><tr>");
            foreach (Phrase head in (ReadOnlySpan<Phrase>)[Phrases.Briefings.Series, Phrases.Briefings.Period, Phrases.Briefings.Release, Phrases.Briefings.Published, Phrases.Briefings.Source])
            {
                _html.Raw("<th scope=\"col\">").Text(head.In(_tongue)).Raw("</th>");
            }

            _html.Line("</tr></thead><tbody>");
            var releases = new HashSet<string>(StringComparer.Ordinal);
            var targets = new HashSet<LinkTarget.Series>();
            foreach (SourceOfSeries one in series)
            {
                _html.Raw(targets.Add(one.Target) ? $"<tr id=\"{Anchors.Id(one.Target)}\">" : "<tr>").Raw("<th scope=\"row\"><bdi>").Text(one.Name).Raw("</bdi><br><code>").Text(one.Code).Raw("</code></th><td class=\"nb\">").Text(one.PeriodText).Raw("</td><td");
                if (one.ReleaseKey is { } key && releases.Add(key))
                {
                    _html.Raw(" id=\"").Text(Anchors.Id(new LinkTarget.Release(key))).Raw("\"");
                }

                _html.Raw(">").Text(one.ReleaseKey ?? "").Raw("</td><td class=\"nb\">").Text(one.PublishedText).Raw("</td><td>").Text(one.SourceText).Line("</td></tr>");
            }

            _html.Line("</tbody></table></div></div>").Line("</section>");
        }

        private void Linked(string? address, string? classes, Action inner)
        {
            if (address is null)
            {
                _html.Raw(classes is null ? "" : $"<span class=\"{classes}\">");
                inner();
                _html.Raw(classes is null ? "" : "</span>");
                return;
            }

            _html.Raw("<a").Raw(classes is null ? "" : $" class=\"{classes}\"").Raw(" href=\"").Text(address).Raw("\">");
            inner();
            _html.Raw("</a>");
        }
    }
}
