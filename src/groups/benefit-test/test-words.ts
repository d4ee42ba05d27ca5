import type { PathName } from './criteria-contract.ts';
import type { Shown } from './test-page-contract.ts';
import type { OpenTo, TestState } from './test-contract.ts';
import type { Gate } from './criterion-contract.ts';

export const PATH_WORDS: Record<PathName, { name: string; test: string }> = {
  land: { name: 'Land', test: 'Community benefit test for land' },
  building: { name: 'Buildings', test: 'Community benefit test for a building' },
  room: { name: 'Rooms', test: 'Room passport' },
};

/** For officers and scorers: how a test stands, and whose turn it is. */
export const TEST_STATE_WORDS: Record<TestState, string> = {
  draft: 'The group is writing',
  scoring: 'Being scored',
  settling: 'The scorers differ',
  deciding: 'Marks stand: gates and result',
  published: 'Result published',
  withdrawn: 'Taken back by the group',
};

/** Whose turn it is, for those who work on a test. */
export const NEXT_WORDS: Partial<Record<TestState, string>> = {
  scoring: 'Two scorers mark it, apart from each other. Officers can answer the gates meanwhile.',
  settling:
    'The two scorers come to one mark wherever they differ, or a third scorer settles it. Officers can answer the gates meanwhile.',
  deciding: 'An officer who has not scored it answers the gates that are open, and publishes the result.',
};

/** Who else scores a test, where those before them were silent. */
export const OPEN_TO_WORDS: Record<OpenTo, string> = {
  scorers: 'The scorers of the area',
  reserve: 'The scorers of the area, its panel and scorers of other areas: nobody had scored it in time',
  panel:
    'The scorers of the area, its panel and whoever chairs it, and scorers of other areas: nobody had scored it in time',
};

export const SHOWN_WORDS: Record<Shown, { tab: string; empty: string }> = {
  score: { tab: 'To score', empty: 'Nothing waits to be scored. What groups send appears here, the oldest first.' },
  settle: { tab: 'To settle', empty: 'No two scorers differ at the moment.' },
  decide: { tab: 'To check and publish', empty: 'No test waits for its gates or its result.' },
  done: { tab: 'Done', empty: 'No result has been published yet.' },
};

export const STAGE_WORDS: Record<Gate['stage'], string> = { D: 'before the decision', S: 'before the start' };

export const SCALE = [
  'Nothing shown, or it makes things worse',
  'Claimed, no evidence',
  'Enough: clear, some evidence, gaps are manageable',
  'Good: clear, evidence fits the size of what is asked for',
  'Strong: specific, backed by others, tried before or widely supported',
] as const;

export const NO_INTEREST =
  'No. I am not in this group, I do not work for an owner of places here, and nobody close to me is or does.';
export const HAS_INTEREST = 'Yes. Then somebody else scores this one.';
