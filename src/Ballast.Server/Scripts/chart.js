// A chart of the page, taken over from its SVG: same box, same places, same texts, since both come from one spec.
import { say } from './live.js';
import { options } from './options.js';

const narrowPage = matchMedia('(max-width: 599px)');
const darkPage = matchMedia('(prefers-color-scheme: dark)');

export function takeOver(figure, init) {
  const spec = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const words = figure.dataset;
  const plot = figure.querySelector('.plot');
  if (spec.empty || !plot) {
    return;
  }

  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.setAttribute('aria-hidden', 'true');
  const name = [...plot.querySelectorAll('svg')].find((svg) => svg.getBoundingClientRect().width > 0)?.getAttribute('aria-label') ?? spec.title;
  const still = [...plot.children];

  const hidden = new Set();
  let chart;
  let at = null; // { line, point }: where the keys stand
  let zoom = { start: 0, end: 100 };

  const points = (line) => line.points.filter((point) => point && point.y !== null);
  const shown = () => spec.lines.filter((line) => !hidden.has(line) && points(line).length > 0);

  function draw() {
    const frame = narrowPage.matches ? spec.frames.narrow : spec.frames.wide;
    const width = plot.clientWidth;
    const scale = width / frame.width;
    stage.style.height = `${frame.height * scale}px`;
    chart.resize({ width, height: frame.height * scale });
    chart.setOption(options(spec, frame, scale, shown(), colours(figure), zoom, tip), { notMerge: true });
  }

  // The nearest period of every line that is shown, as an element: its text needs no escaping and no inline style.
  function tip(x) {
    const rows = shown().map((line) => [line, nearest(points(line), x)]);
    const best = rows.reduce((least, [, point]) => Math.min(least, Math.abs(point.x - x)), Infinity);
    const box = document.createElement('div');
    const head = box.appendChild(document.createElement('b'));
    const list = box.appendChild(document.createElement('dl'));
    for (const [line, point] of rows.filter(([, p]) => Math.abs(p.x - x) <= best + 1e-9)) {
      head.textContent ||= point.period;
      const key = list.appendChild(document.createElement('dt'));
      key.textContent = line.name;
      key.className = `k${line.colour}`;
      const value = list.appendChild(document.createElement('dd'));
      value.textContent = [point.value, words[point.state]].filter(Boolean).join(' ');
      value.className = point === at?.point ? 'at' : '';
      if (point.period !== head.textContent) {
        key.textContent += `, ${point.period}`;
      }
    }

    return box;
  }

  function show() {
    chart.dispatchAction({ type: 'showTip', x: chart.convertToPixel({ xAxisIndex: 0 }, at.point.x), y: chart.convertToPixel({ yAxisIndex: 0 }, at.point.y) });
    say([shown().length > 1 ? `${at.line.name}:` : '', `${at.point.period}:`, at.point.value, words[at.point.state]].filter(Boolean).join(' '));
  }

  function hide() {
    chart.dispatchAction({ type: 'hideTip' });
    chart.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'leave' });
  }

  function move(to) {
    at = to;
    show();
  }

  const keys = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    ArrowUp: () => change(-1),
    ArrowDown: () => change(1),
    Home: () => move({ line: at.line, point: points(at.line)[0] }),
    End: () => move({ line: at.line, point: points(at.line).at(-1) }),
    Escape: hide,
    Enter: () => {
      const cell = document.querySelector(`[data-period="${CSS.escape(at.point.period)}"]`);
      cell?.closest('details')?.setAttribute('open', '');
      cell?.focus();
    },
    '+': () => zoomBy(0.5),
    '-': () => zoomBy(2),
  };

  function step(by) {
    const all = points(at.line);
    const index = Math.min(Math.max(all.indexOf(at.point) + by, 0), all.length - 1);
    move({ line: at.line, point: all[index] });
  }

  function change(by) {
    const lines = shown();
    const line = lines[(lines.indexOf(at.line) + by + lines.length) % lines.length];
    move({ line, point: nearest(points(line), at.point.x) });
  }

  function zoomBy(factor) {
    const span = Math.min(100, (zoom.end - zoom.start) * factor);
    const middle = 100 * at.point.x / spec.x.max;
    const start = Math.min(Math.max(middle - span / 2, 0), 100 - span);
    chart.dispatchAction({ type: 'dataZoom', start, end: start + span });
    show();
  }

  plot.tabIndex = 0;
  plot.setAttribute('role', 'application');
  plot.setAttribute('aria-label', `${name} ${words.keys ?? ''}`);
  plot.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey || shown().length === 0) {
      return;
    }

    event.preventDefault();
    if (!at || hidden.has(at.line)) {
      const line = shown()[0];
      at = { line, point: points(line).at(-1) };
      if (event.key.startsWith('Arrow')) {
        show();
        return;
      }
    }

    act();
  });
  plot.addEventListener('blur', hide);
  plot.addEventListener('pointermove', () => { at = null; });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      hide();
    }
  });

  plot.append(stage);
  still.forEach((svg) => { svg.style.display = 'none'; });
  chart = init(stage, null, { renderer: spec.lines.some((line) => line.points.length > 1500) ? 'canvas' : 'svg' });
  chart.on('dataZoom', () => {
    const { start, end } = chart.getOption().dataZoom[0];
    zoom = { start, end };
  });
  draw();
  legend(figure, spec, hidden, draw);
  narrowPage.addEventListener('change', draw);
  darkPage.addEventListener('change', draw);
  new ResizeObserver(() => { if (Math.abs(chart.getWidth() - plot.clientWidth) > 0.5) { draw(); } }).observe(plot);
  addEventListener('beforeprint', () => restore(true));
  addEventListener('afterprint', () => restore(false));
  function restore(isPrinting) {
    stage.hidden = isPrinting;
    still.forEach((svg) => { svg.style.display = isPrinting ? '' : 'none'; });
  }

  // For tests: where the library put things.
  figure.drawing = { chart, spec };
  figure.dataset.live = 'true';
}

// The legend's keys become buttons that show and hide their line.
function legend(figure, spec, hidden, draw) {
  const entries = figure.querySelectorAll('.legend > *');
  if (entries.length !== spec.lines.length || entries.length < 2) {
    return;
  }

  entries.forEach((entry, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...entry.childNodes);
    entry.append(button);
    button.setAttribute('aria-pressed', 'true');
    button.addEventListener('click', () => {
      const line = spec.lines[index];
      if (!hidden.delete(line)) {
        hidden.add(line);
      }

      button.setAttribute('aria-pressed', String(!hidden.has(line)));
      draw();
    });
  });
}

function nearest(points, x) {
  let best = points[0];
  for (const point of points) {
    if (Math.abs(point.x - x) < Math.abs(best.x - x)) {
      best = point;
    }
  }

  return best;
}

function colours(figure) {
  const style = getComputedStyle(figure);
  const read = (token) => style.getPropertyValue(`--${token}`).trim();
  return {
    lines: [read('edge'), read('s1'), read('s2'), read('s3'), read('s4')],
    ink: read('ink'), muted: read('muted'), rule: read('rule'), strong: read('rule-strong'), edge: read('edge'),
    surface: read('surface'), shade: read('shade'), font: style.fontFamily,
  };
}
