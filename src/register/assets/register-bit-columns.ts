import { ASSET_KINDS, ASSET_STATES, ROUTES, type AssetKind, type AssetState } from './asset-contract.ts';

/** What an asset is, in the bits of one number: a scan of the register then reads one number a row for five filters. */
export const LIVE = 1;
const KIND_FROM = 1;
const STATE_FROM = KIND_FROM + ASSET_KINDS.length;
const ROUTE_FROM = STATE_FROM + ASSET_STATES.length;
const CONSTRAINT_FROM = ROUTE_FROM + ROUTES.length;

export const kindBit = (kind: AssetKind): number => 1 << (KIND_FROM + ASSET_KINDS.indexOf(kind));
export const stateBits = (states: readonly AssetState[]): number =>
  states.reduce((bits, state) => bits | (1 << (STATE_FROM + ASSET_STATES.indexOf(state))), 0);
/** @param mask one bit a route, in the order of ROUTES */
export const routeBits = (mask: number): number => mask << ROUTE_FROM;
/** @param mask one bit a constraint, in the order of CONSTRAINTS */
export const constraintBits = (mask: number): number => mask << CONSTRAINT_FROM;

/** One bit, in the order of ASSET_STATES. */
export const stateIn = (bits: number): number => (bits >> STATE_FROM) & ((1 << ASSET_STATES.length) - 1);
