import type { AssetKind, AssetState } from '../../../src/register/assets/asset-contract.ts';

/**
 * The map's signs as SVG paths in a 24 by 24 field, so that canvas, list and legend show the very same sign.
 * The plate says what it is (round = land, square = building), the sign in it says how it stands: no meaning hangs on colour alone.
 */
export const FIELD = 24;

export const PLATES: Record<AssetKind, string> = {
  land: 'M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z',
  building:
    'M4.5 2h15a2.5 2.5 0 0 1 2.5 2.5v15a2.5 2.5 0 0 1-2.5 2.5h-15a2.5 2.5 0 0 1-2.5-2.5v-15a2.5 2.5 0 0 1 2.5-2.5z',
};

/** `fill` is filled with ink, `line` is stroked with ink, `bare` is stroked with the plate's colour on top. */
export type Sign = { fill?: string; line?: string; bare?: string };

export const SIGNS: Record<AssetState, Sign> = {
  vacant: { line: 'M12 6.4L17.6 12L12 17.6L6.4 12z' },
  under_used: { line: 'M12 6.8a5.2 5.2 0 1 1 0 10.4a5.2 5.2 0 1 1 0-10.4z', fill: 'M12 6.8a5.2 5.2 0 0 0 0 10.4z' },
  asked_for: {
    line: 'M12 6.6a5.4 5.4 0 1 1 0 10.8a5.4 5.4 0 1 1 0-10.8z',
    fill: 'M12 9.9a2.1 2.1 0 1 1 0 4.2a2.1 2.1 0 1 1 0-4.2z',
  },
  meanwhile_use: { fill: 'M12 5.2a6.8 6.8 0 1 1 0 13.6a6.8 6.8 0 1 1 0-13.6z', bare: 'M8.7 12.2l2.4 2.5l4.3-5' },
  in_use: { fill: 'M8.2 8.2h7.6v7.6h-7.6z' },
  withdrawn: { line: 'M7.8 7.8l8.4 8.4M16.2 7.8l-8.4 8.4' },
};

/** The pin of a page about one place whose state is not given. */
export const PIN: Sign = { fill: 'M12 7.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 1 1 0-9.2z' };
