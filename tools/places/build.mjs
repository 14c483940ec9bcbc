// Makes data/places.tsv.gz: every commune of France and Belgium and the areas they make up. See README.md.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { belgianPlaces } from './belgium.mjs';
import { frenchPlaces } from './france.mjs';

const { values } = parseArgs({
  options: {
    package: { type: 'string' },
    facts: { type: 'string' },
    out: { type: 'string', default: new URL('../../data/places.tsv.gz', import.meta.url).pathname },
  },
});
if (!values.package || !values.facts) {
  console.error('usage: node tools/places/build.mjs --package DIR --facts DIR [--out FILE]   (see tools/places/README.md)');
  process.exit(2);
}

/** The year of the French official code in the package, and the mergers known on the Belgian side. */
const vintage = '2026-01-01';

const json = (name) => JSON.parse(readFileSync(join(values.package, 'data', `${name}.json`), 'utf8'));
const table = (name) => {
  const [head, ...rows] = readFileSync(join(values.facts, name), 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]]));
  });
};

const france = frenchPlaces({
  communes: json('communes'), departments: json('departements'), regions: json('regions'),
  intercommunalities: json('epci'), points: table('fr-communes.csv'),
});
const belgium = belgianPlaces(table('be-communes.csv'));

const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
const clean = (value) => String(value ?? '').replace(/[\t\r\n]/g, ' ').trim();
const line = (...cells) => cells.map(clean).join('\t').trimEnd();

const areas = [...france.areas, ...belgium.areas].sort(byCode);
const communes = [...france.communes, ...belgium.communes].sort(byCode);
const body = [
  ...areas.map((a) => line('A', a.code, a.kind, a.fr, a.nl, a.en, a.parent)),
  ...communes.map((c) => line(
    'C', c.code, c.fr, c.nl, c.postcodes.join(' '), c.population || '', c.latitude.toFixed(4), c.longitude.toFixed(4),
    c.area, c.district, c.department, c.region, c.parent)),
].join('\n');
const version = `${vintage}.${createHash('sha256').update(body).digest('hex').slice(0, 12)}`;
const text = `${line('releve-places', '1', version, areas.length, communes.length)}\n${body}\n`;

const packed = gzipSync(text, { level: 9 });
packed[9] = 255; // "unknown system", so that every machine makes the same bytes
writeFileSync(values.out, packed);
console.log(`${values.out}: ${areas.length} areas, ${communes.length} communes, ${packed.length} bytes, version ${version}`);
