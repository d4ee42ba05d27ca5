import { dayOf } from '../../kernel/day-contract.ts';
import type { PublicAsset } from './public-asset-contract.ts';

/** One line of public history. `on` is a day, or only a year where the day could help somebody to find a hidden place. */
export type HistoryEntry = { on: string; text: string };
type PublicFact = { at: string; kind: string; text: string };

/** What a hidden building's history says of each kind of fact; kinds that are not here stay unsaid. */
const NEUTRAL: Partial<Record<string, string>> = {
  asset_added: 'Added to the register.',
  asset_changed: 'Details changed.',
  state_changed: 'The state changed.',
};

/** The public history of an asset, newest first, in days of its area. Hidden buildings show neutral words and years only. */
export function historyOf(asset: Pick<PublicAsset, 'redacted'>, facts: PublicFact[], timeZone: string): HistoryEntry[] {
  if (!asset.redacted) return facts.map(({ at, text }) => ({ on: dayOf(at, timeZone), text }));
  const lines = facts.flatMap(({ at, kind }) => {
    const text = NEUTRAL[kind];
    return text ? [{ on: dayOf(at, timeZone).slice(0, 4), text }] : [];
  });
  return lines.filter(
    (line, at) => !lines.slice(0, at).some((earlier) => earlier.on === line.on && earlier.text === line.text),
  );
}
