// The console's own module. Every page works without it; it adds hover, keys and zoom to charts, copying, and pictures.
import { takeOver } from './chart.js';
import { copyLinks } from './copy.js';
import { pictures } from './picture.js';

const own = document.querySelector('script[data-copied]');

copyLinks(own?.dataset.copied ?? '');
pictures();

const library = own?.dataset.charts;
const figures = document.querySelectorAll('figure[data-chart]');
if (library && figures.length > 0) {
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((e) => e.isIntersecting)) {
      seen.unobserve(entry.target);
      import(library).then(({ init }) => takeOver(entry.target, init));
    }
  });
  figures.forEach((figure) => seen.observe(figure));
}
