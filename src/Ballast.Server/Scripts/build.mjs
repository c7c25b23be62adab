// Bundles the console's two scripts into wwwroot/built, each with its compressed twins: our own build of ECharts, and the page's own module.
import { build } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', 'wwwroot', 'built');
mkdirSync(out, { recursive: true });

for (const name of ['charts.js', 'ballast.js']) {
  const file = join(out, name);
  await build({
    entryPoints: [join(here, name)], outfile: file,
    bundle: true, minify: true, format: 'esm', target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'warning',
  });
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

// The licences of what is bundled go with it.
const modules = join(here, '..', 'node_modules');
const read = (...path) => { try { return readFileSync(join(modules, ...path), 'utf8'); } catch { return ''; } };
const notices = ['echarts', 'zrender', 'tslib'].map((name) =>
  `${name} ${JSON.parse(read(name, 'package.json')).version}\n\n${read(name, 'LICENSE') || read(name, 'LICENSE.txt')}${read(name, 'NOTICE')}`);
writeFileSync(join(out, 'licences.txt'), notices.join('\n\n'));
