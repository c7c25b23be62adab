// The spec of a chart as options of the library: places and texts come from the spec, nothing is computed anew.
const widths = { solid: 2, bold: 3, dashed: 2, thin: 1.25 };

export function options(spec, frame, scale, lines, colour, zoom, tip) {
  const px = (n) => n * scale;
  const text = { fontSize: px(13), fontFamily: colour.font, color: colour.muted };
  const axis = { type: 'value', min: spec.x.min, max: spec.x.max, containShape: false, splitLine: { show: false }, axisPointer: { snap: false } };
  const labels = (ticks, offset) => ({
    ...text, customValues: ticks.map((t) => t.at), margin: px(offset), hideOverlap: false, showMinLabel: true, showMaxLabel: true,
    formatter: (value) => ticks.find((t) => Math.abs(t.at - value) < 1e-6)?.text ?? '',
  });
  const values = spec.y.ticks;
  const dense = spec.x.ticks.filter((_, i) => i % every(spec.x.ticks.length, frame) === 0);

  return {
    animation: false,
    grid: { left: px(frame.left), top: px(frame.top), right: px(frame.right), bottom: px(frame.bottom), outerBoundsMode: 'none' },
    xAxis: [
      {
        ...axis, axisLine: { show: false, onZero: false }, position: 'bottom',
        axisTick: { show: true, customValues: dense, length: px(5), lineStyle: { color: colour.strong, width: 1 } },
        axisLabel: labels(frame.labels, 9),
      },
      { ...axis, axisPointer: { show: false }, position: 'bottom', axisLine: { show: false, onZero: false }, axisTick: { show: false, customValues: [] }, axisLabel: labels(frame.years, 27) },
    ],
    yAxis: {
      type: 'value', min: spec.y.min, max: spec.y.max, interval: values[1].at - values[0].at,
      axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { ...text, margin: px(8), formatter: (value) => closest(values, value).text, showMinLabel: true, showMaxLabel: true },
      splitLine: { lineStyle: { color: colour.rule, width: 1 }, showMinLine: true, showMaxLine: true },
      name: spec.y.cut ?? '', nameLocation: 'end', nameGap: px(10), nameTextStyle: { ...text, align: 'left' },
    },
    dataZoom: [{ type: 'inside', xAxisIndex: [0, 1], start: zoom.start, end: zoom.end, zoomOnMouseWheel: 'ctrl', moveOnMouseMove: true, moveOnMouseWheel: false, preventDefaultMouseMove: false, filterMode: 'none' }],
    tooltip: {
      trigger: 'axis', confine: true, enterable: true, className: 'tip', transitionDuration: 0, hideDelay: 150, backgroundColor: colour.surface, borderColor: colour.strong,
      textStyle: { color: colour.ink, fontSize: 13, fontFamily: colour.font }, extraCssText: 'box-shadow:none;border-radius:4px',
      axisPointer: { type: 'line', lineStyle: { color: colour.ink, width: 1, type: 'solid' } },
      formatter: (found) => tip(found[0].axisValue),
    },
    series: [...furniture(spec, colour, px, text), ...lines.flatMap((line) => drawing(spec, line, lines, frame, colour, px, text))],
  };
}

// Baseline, band and breaks hang on a series without points.
function furniture(spec, colour, px, text) {
  const rules = [];
  if (spec.y.baseline !== undefined) {
    rules.push({ yAxis: spec.y.baseline, lineStyle: { color: colour.edge, width: 1.25, type: 'solid' }, label: { show: false } });
  }

  for (const at of spec.breaks) {
    rules.push({ xAxis: at.at, lineStyle: { color: colour.edge, width: 1, type: [2, 3] }, label: { ...text, show: true, position: 'insideEndTop', rotate: 0, formatter: at.text } });
  }

  const band = spec.y.band && { silent: true, itemStyle: { color: colour.shade }, label: { ...text, position: 'insideTopLeft', formatter: spec.y.band.text }, data: [[{ yAxis: spec.y.band.low }, { yAxis: spec.y.band.high }]] };
  return [{ type: 'line', data: [], silent: true, markLine: { silent: true, symbol: 'none', data: rules }, ...(band ? { markArea: band } : {}) }];
}

function drawing(spec, line, lines, frame, colour, px, text) {
  const own = colour.lines[line.colour] ?? colour.edge;
  return spec.kind === 'columns' ? columns(spec, line, lines, frame, own, colour, px, text) : strokes(spec, line, own, colour, px, text);
}

function columns(spec, line, lines, frame, own, colour, px, text) {
  const slot = px(frame.width - frame.left - frame.right) / spec.x.max;
  const real = line.points.filter((p) => p && p.y !== null);
  return [
    {
      type: 'bar', barWidth: slot * 0.72 / lines.length, barGap: '0%', cursor: 'default', silent: true, emphasis: { disabled: true },
      data: real.filter((p) => !(p.span > 1)).map((p) => ({ value: [p.x, p.y], itemStyle: faint(p) ? { color: own, opacity: 0.25 } : { color: own } })),
    },
    ...stroke(line, 'flat', real.filter((p) => p.span > 1).flatMap(flat), own, px),
    ...lastText(line, real, own, colour, px, text),
  ];
}

const flat = (point) => [[point.x - point.span / 2, point.y], [point.x + point.span / 2, point.y], null];

function stroke(line, style, data, own, px) {
  if (data.length === 0) {
    return [];
  }

  const types = { solid: line.stroke === 'dashed' ? [px(5), px(4)] : 'solid', dashed: [px(5), px(4)], dotted: [px(1), px(4)], flat: 'solid' };
  return [{
    type: 'line', name: line.name, symbol: 'none', silent: true, connectNulls: false, emphasis: { disabled: true },
    data: data.map((p) => p ?? ['-', '-']),
    lineStyle: { color: own, width: px(style === 'flat' ? 3 : widths[line.stroke] ?? 2), type: types[style], cap: style === 'flat' ? 'butt' : 'round', join: 'round' },
    z: line.colour === 0 ? 2 : 3,
  }];
}

const faint = (point) => point.state === 'provisional' || point.state === 'forecast';

// One stretch a style: whole, dashed into provisional points, dotted into forecasts, flat where a point covers several periods.
function strokes(spec, line, own, colour, px, text) {
  const stretches = { solid: [], dashed: [], dotted: [], flat: [] };
  const dots = [];
  const real = line.points.filter((p) => p && p.y !== null);
  line.points.forEach((point, index) => {
    if (!point || point.y === null) {
      return;
    }

    const before = line.points[index - 1];
    const after = line.points[index + 1];
    const joined = before && before.y !== null;
    const leads = after && after.y !== null;
    if (point.span > 1) {
      stretches.flat.push(...flat(point));
    }

    if (joined) {
      const style = point.state === 'provisional' ? 'dashed' : point.state === 'forecast' ? 'dotted' : 'solid';
      stretches[style].push([before.x, before.y], [point.x, point.y], null);
    }

    const isLast = point === real.at(-1);
    if (isLast || spec.kind === 'stock' || point.state || (!joined && !leads && !(point.span > 1))) {
      dots.push({
        value: [point.x, point.y],
        symbol: point.state === 'revised' ? 'rect' : 'circle',
        symbolSize: px(isLast ? 8 : 6),
        itemStyle: faint(point) ? { color: colour.surface, borderColor: own, borderWidth: px(1.75) } : { color: own },
      });
    }
  });

  return [
    ...Object.entries(stretches).flatMap(([style, data]) => stroke(line, style, data, own, px)),
    { type: 'line', name: line.name, data: dots, lineStyle: { width: 0, opacity: 0 }, showAllSymbol: true, silent: true, emphasis: { disabled: true }, z: 4 },
    ...lastText(line, real, own, colour, px, text),
  ];
}

function lastText(line, real, own, colour, px, text) {
  const last = real.at(-1);
  return line.last && last ? [{
    type: 'line', data: [{ value: [last.x, last.y], symbol: 'circle', symbolSize: 0.01 }], silent: true, lineStyle: { width: 0 },
    label: { ...text, show: true, position: 'right', distance: px(8), formatter: line.last, color: line.colour === 0 ? colour.ink : own, fontWeight: 600 },
    emphasis: { disabled: true },
  }] : [];
}

const closest = (ticks, value) => ticks.reduce((best, t) => (Math.abs(t.at - value) < Math.abs(best.at - value) ? t : best));

function every(count, frame) {
  let n = 1;
  while (Math.floor(count / n) * 5 > frame.width - frame.left - frame.right) {
    n *= 2;
  }

  return n;
}
