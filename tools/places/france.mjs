import { approximateCentres } from './centres.mjs';
import { areaNames } from './names.mjs';

const regionOf = (record) => (record.zone === 'com' ? '' : `FR-R${record.region}`);
const plain = (name) => name.replaceAll("''", '').replaceAll('"', '').trim();

export function frenchPlaces({ communes, departments, regions, intercommunalities, points }) {
  const current = communes.filter((c) => c.type === 'commune-actuelle');
  const arrondissements = communes.filter((c) => c.type === 'arrondissement-municipal');
  const byCode = new Map(current.map((c) => [c.code, c]));
  const districts = new Map();
  for (const epci of intercommunalities) {
    for (const member of epci.membres) districts.set(member.code, epci.code);
  }
  const centres = centresOf(current, points);
  return {
    areas: areasOf(departments, regions, intercommunalities, byCode),
    communes: [
      ...current.map((c) => communeOf(c, districts.get(c.code), centres.get(c.code))),
      ...arrondissements.map((c) => arrondissementOf(c, byCode.get(c.commune), districts)),
    ],
  };
}

function communeOf(record, district, centre) {
  return {
    code: `FR-${record.code}`, fr: record.nom, nl: '', postcodes: record.codesPostaux ?? [],
    population: record.population ?? 0, latitude: centre.latitude, longitude: centre.longitude, area: centre.area,
    district: district ? `FR-E${district}` : '', department: `FR-D${record.departement}`, region: regionOf(record), parent: '',
  };
}

function arrondissementOf(record, parent, districts) {
  const [latitude, longitude] = approximateCentres[record.code];
  return {
    ...communeOf(record, districts.get(parent.code), { latitude, longitude, area: '' }),
    fr: record.nom.replace(' Arrondissement', ''), parent: `FR-${parent.code}`,
  };
}

/** Centres from the table; else by hand; else the mean of the communes of the same postcode, else of the département. */
function centresOf(communes, points) {
  const known = new Map(points.map((p) => [p.code, { latitude: +p.lat, longitude: +p.lon, area: p.area_km2 }]));
  const centres = new Map(known);
  for (const commune of communes) {
    if (known.has(commune.code)) continue;
    const byHand = approximateCentres[commune.code];
    centres.set(commune.code, byHand ? { latitude: byHand[0], longitude: byHand[1], area: '' } : meanPoint(commune, communes, known));
  }
  return centres;
}

function meanPoint(commune, communes, known) {
  const sharing = communes.filter((c) => known.has(c.code) && c.codesPostaux?.some((p) => commune.codesPostaux?.includes(p)));
  const near = sharing.length > 0 ? sharing : communes.filter((c) => known.has(c.code) && c.departement === commune.departement);
  if (near.length === 0) throw new Error(`No centre for ${commune.code} ${commune.nom}: add it to centres.mjs`);
  const mean = (key) => near.reduce((sum, c) => sum + known.get(c.code)[key], 0) / near.length;
  return { latitude: mean('latitude'), longitude: mean('longitude'), area: '' };
}

function areasOf(departments, regions, intercommunalities, communes) {
  const named = (code, kind, fr, parent) => ({ code, kind, fr, parent, ...areaNames[code] });
  return [
    ...regions.filter((r) => r.zone !== 'com').map((r) => named(`FR-R${r.code}`, 'Region', r.nom, '')),
    ...departments.map((d) => named(`FR-D${d.code}`, 'Department', d.nom, regionOf(d))),
    ...intercommunalities.map((e) => named(`FR-E${e.code}`, 'Intercommunality', plain(e.nom), holderOf(e, communes))),
  ];
}

/** The département that holds all members of an intercommunality, else the region that does, else none. */
function holderOf(epci, communes) {
  const members = epci.membres.map((m) => communes.get(m.code)).filter(Boolean);
  const only = (values) => (new Set(values).size === 1 ? values[0] : '');
  return only(members.map((m) => `FR-D${m.departement}`)) || only(members.map(regionOf));
}
