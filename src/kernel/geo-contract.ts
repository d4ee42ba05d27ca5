import type { MultiPolygon, Polygon } from 'geojson';

/** Degrees, WGS 84. */
export type Point = { lon: number; lat: number };

/** Outline in longitude and latitude (WGS 84), rings as in RFC 7946. */
export type Shape = Polygon | MultiPolygon;
