import type { GateId, Gate } from './criterion-contract.ts';

type GateWords = { text: string; note: string; before_start?: string; asks?: string };

/** A gate as the criteria set has it, from how it is checked and what is said of it. G1 and G3 are the law’s. */
export const gate = (
  id: GateId,
  how: Omit<Gate, 'id' | 'text' | 'note' | 'asks' | 'before_start' | 'legal'>,
  { text, note, asks, before_start }: GateWords,
): Gate => ({
  id,
  ...how,
  legal: id === 'G1' || id === 'G3',
  text: { en: text },
  note: { en: note },
  ...(asks && { asks: { en: asks } }),
  ...(before_start && { before_start: { en: before_start } }),
});

/** What each gate asks. */
export const QUESTIONS: Record<GateId, string> = {
  G1: 'Owner confirmed, and in the compact (or agrees)?',
  G2: 'Vacant or under-used by the published rule?',
  G3: 'Lawful use (planning, covenant, trust, licence, open space)?',
  G4: 'Safe enough to use as planned?',
  G5: 'Public liability cover?',
  G6: 'Safeguarding, if children or adults at risk?',
  G7: 'Open to all, lawful, not party political, not private profit?',
  G8: 'Named responsible adults?',
  G9: 'End date and handback agreed?',
  G10: 'Interests declared by scorers, members, applicants?',
};

/** What the group is asked to write about safeguarding, and about interests. */
export const SAFEGUARDING =
  'Will children come, or adults who need looking after? Say in a few lines, a page at most, how you keep them safe. If none will come, say so.';

/** What the group is asked to write about interests. */
export const INTERESTS =
  'Does anybody in the group work for a council or for another owner of places here, or is anybody close to somebody who does? That is fine; we need to know so that they do not score you. If not, write “no”.';

/** What “open to all” leaves room for. */
export const OPEN_TO_ALL =
  'A group for people who share one characteristic is fine where the Equality Act 2010 permits it.';
