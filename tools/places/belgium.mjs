import { areaNames } from './names.mjs';

const brussels = '04000';

// Slips of the table, put right: Mesen (8957) belongs to the arrondissement of Ypres and so to Flanders (law of
// 8 November 1962); two Dutch names lost a sign.
const corrections = {
  25031: { name_nl: 'Genepiën' },
  33016: {
    arrondissement_nis: '33000', arrondissement_fr: "Arrondissement d'Ypres", arrondissement_nl: 'Arrondissement Ieper',
    region_nis: '02000',
  },
  55004: { name_nl: "'s-Gravenbrakel" },
};

export function belgianPlaces(rows) {
  const areas = new Map();
  const add = (code, kind, fr, nl, parent) => {
    if (!areas.has(code)) areas.set(code, { code, kind, fr, nl, parent, ...areaNames[code] });
  };
  for (const code of ['02000', '03000', brussels]) add(`BE-R${code}`, 'Region', '', '', '');
  const communes = rows.map((row) => {
    const fixed = { ...row, ...corrections[row.nis] };
    const region = `BE-R${fixed.region_nis}`;
    const province = fixed.region_nis === brussels ? '' : `BE-P${fixed.province_nis}`;
    const district = `BE-A${fixed.arrondissement_nis}`;
    if (province) add(province, 'Province', fixed.province_fr, fixed.province_nl, region);
    add(district, 'Arrondissement', fixed.arrondissement_fr, fixed.arrondissement_nl, province || region);
    return communeOf(fixed, district, province, region);
  });
  return { areas: [...areas.values()], communes };
}

function communeOf(row, district, department, region) {
  return {
    code: `BE-${row.nis}`, fr: row.name_fr, nl: row.name_nl, postcodes: row.postcodes.split(' '),
    population: +row.population_2020, latitude: +row.lat, longitude: +row.lon, area: row.area_km2,
    district, department, region, parent: '',
  };
}
