import proj4 from 'proj4';
import type { Point } from '../geo-contract.ts';
import { normalised } from './header-text.ts';

const OSGB_DATUM = '+ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489';
const IRISH_DATUM = '+ellps=mod_airy +towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15';

/** Systems we can turn into longitude and latitude. Helmert shifts are good to about 3 m for Great Britain: fine for points. */
const DEFINITIONS: Record<string, { name: string; proj: string | null }> = {
  'EPSG:4326': { name: 'longitude and latitude (WGS84)', proj: null },
  'EPSG:4258': { name: 'longitude and latitude (ETRS89)', proj: null },
  'EPSG:4277': { name: 'longitude and latitude (OSGB36)', proj: `+proj=longlat ${OSGB_DATUM}` },
  'EPSG:27700': {
    name: 'British National Grid',
    proj: `+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 ${OSGB_DATUM} +units=m`,
  },
  'EPSG:3857': {
    name: 'web mercator',
    proj: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null',
  },
  'EPSG:29902': {
    name: 'Irish Grid (1965)',
    proj: `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 ${IRISH_DATUM} +units=m`,
  },
  'EPSG:29903': {
    name: 'Irish Grid (1975)',
    proj: `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 ${IRISH_DATUM} +units=m`,
  },
  'EPSG:2157': {
    name: 'Irish Transverse Mercator',
    proj: '+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=0.99982 +x_0=600000 +y_0=750000 +ellps=GRS80 +towgs84=0,0,0 +units=m',
  },
  'EPSG:3435': {
    name: 'Illinois East (feet)',
    proj: '+proj=tmerc +lat_0=36.66666666666666 +lon_0=-88.33333333333333 +k=0.999975 +x_0=300000.0000000001 +y_0=0 +ellps=GRS80 +towgs84=0,0,0 +units=us-ft',
  },
};

/** What files call these systems, normalised. */
const DECLARED: Record<string, string> = {
  wgs84: 'EPSG:4326',
  wgs1984: 'EPSG:4326',
  longlat: 'EPSG:4326',
  latlong: 'EPSG:4326',
  gps: 'EPSG:4326',
  crs84: 'EPSG:4326',
  urnogcdefcrsogc13crs84: 'EPSG:4326',
  etrs89: 'EPSG:4258',
  etrs: 'EPSG:4258',
  osgb36: 'EPSG:27700',
  osgb: 'EPSG:27700',
  osgb1936: 'EPSG:27700',
  bng: 'EPSG:27700',
  britishnationalgrid: 'EPSG:27700',
  nationalgrid: 'EPSG:27700',
  osgrid: 'EPSG:27700',
  irishgrid: 'EPSG:29903',
  ing: 'EPSG:29903',
  itm: 'EPSG:2157',
  irishtransversemercator: 'EPSG:2157',
  webmercator: 'EPSG:3857',
  googlemercator: 'EPSG:3857',
};

const converters = new Map<string, ((xy: [number, number]) => [number, number]) | null>();

/** Whether positions in this system can be read. UTM zones (EPSG:326xx, 327xx, 258xx) need no entry of their own. */
export function isKnownSystem(system: string): boolean {
  return definitionOf(system) !== undefined;
}

export function systemName(system: string): string {
  return definitionOf(system)?.name ?? system;
}

export function isInDegrees(system: string): boolean {
  return ['EPSG:4326', 'EPSG:4258', 'EPSG:4277'].includes(system);
}

/** The system that a file says it uses: "OSGB36", "EPSG:27700", "urn:ogc:def:crs:EPSG::27700"; undefined when it says nothing we know. */
export function declaredSystem(text: string): string | undefined {
  const known = DECLARED[normalised(text)];
  if (known) return known;
  const number = /^(?:epsg|urn:ogc:def:crs:epsg)[:\s]*(?:[\d.]*:)?(\d{4,6})$|^(\d{4,6})$/i.exec(text.trim());
  const system = number ? `EPSG:${number[1] ?? number[2]}` : '';
  return isKnownSystem(system) ? system : undefined;
}

/** A position of some system as longitude and latitude; undefined where the system does not reach. */
export function toLonLat(system: string, x: number, y: number): Point | undefined {
  const convert = converterFor(system);
  if (convert === undefined) return undefined;
  const [lon, lat] = convert === null ? [x, y] : convert([x, y]);
  return Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
    ? { lon, lat }
    : undefined;
}

function converterFor(system: string): ((xy: [number, number]) => [number, number]) | null | undefined {
  const ready = converters.get(system);
  if (ready !== undefined) return ready;
  const definition = definitionOf(system);
  if (!definition) return undefined;
  const made = definition.proj === null ? null : proj4(definition.proj, 'EPSG:4326').forward;
  converters.set(system, made);
  return made;
}

function definitionOf(system: string): { name: string; proj: string | null } | undefined {
  const known = DEFINITIONS[system];
  if (known) return known;
  const zone = /^EPSG:(326|327|258)(\d{2})$/.exec(system);
  if (!zone || Number(zone[2]) < 1 || Number(zone[2]) > 60) return undefined;
  const south = zone[1] === '327' ? ' +south' : '';
  return {
    name: `UTM zone ${Number(zone[2])}${south ? ' south' : ''}`,
    proj: `+proj=utm +zone=${Number(zone[2])}${south} +ellps=GRS80 +towgs84=0,0,0 +units=m`,
  };
}
