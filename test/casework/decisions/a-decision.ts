import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signing } from '../../../src/casework/decisions/decision-contract.ts';
import { fileSchema, type Filing } from '../../../src/casework/decisions/ground-contract.ts';
import type { Ground } from '../../../src/casework/decisions/ground-contract.ts';
import { groundsOn } from '../../../src/casework/decisions/ground-store.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import type { Upload } from '../../../src/kernel/upload.ts';
import { found } from '../../support/domain.ts';
import { aFolder } from '../../support/temp-files.ts';
import { stored, type Verge } from '../proposals/a-proposal.ts';

/** A paper as it comes in with a form. */
export function aPaper(): Upload {
  const path = join(aFolder('papers'), 'minute.pdf');
  writeFileSync(path, '%PDF-1.4\nCabinet minute 12\n%%EOF\n');
  return { path, name: 'minute.pdf', bytes: 34 };
}

/** A ground with its evidence: the law, unless the test says otherwise. */
export const aFiling = (more: Record<string, unknown> = {}): Filing =>
  fileSchema.parse({
    seen: 'window',
    ground: 'R1',
    statement: 'A covenant forbids any planting.',
    law: 'Covenant of 3 May 1931',
    evidence: 'Deed of 1931',
    author: 'B. Bloggs, solicitor',
    dated: '2027-02-01',
    ...more,
  });
/** A funded junction scheme from a day on, as in worked case A2. */
export const JUNCTION = {
  ground: 'R2',
  statement: 'A junction is built here.',
  authority: 'Cabinet, 1 February 2027',
  budget: 'Capital programme 2027, line 14',
  dated: '2027-02-01',
};

/** Shows a ground on the page as it stands. */
export async function files(verge: Verge, id: string, more: Record<string, unknown> = {}, paper = aPaper()) {
  const { state: seen } = await stored(verge, id);
  return verge.services.decisions.filing.file(verge.owner, id, aFiling({ seen, ...more }), paper);
}

export const groundsOf = ({ services }: Verge, id: string): Promise<Ground[]> => groundsOn(services.db).of(id);

/** Decides on the ground that waits. */
export async function decides(verge: Verge, id: string, holds: 'yes' | 'no', who = verge.decider) {
  const { state: seen } = await stored(verge, id);
  const ground = found((await groundsOf(verge, id)).find(({ state }) => state === 'waiting')).id;
  return verge.services.decisions.deciding.decide(who, id, {
    ...A_RECORD,
    seen,
    ground,
    holds,
    why: 'The deed says so.',
  });
}

export const A_RECORD = {
  reasons: 'The test is passed, and no ground holds.',
  alternatives: 'Leaving it as it is.',
  interests: 'None',
  background: 'None beside the case itself',
  submission: undefined,
};
export const A_SIGNING: Omit<Signing, 'seen'> = {
  ...A_RECORD,
  equality_touched: 'People who use a wheelchair on the pavement.',
  equality_considered: 'Beds leave 1.5 metres.',
};

/** What a refused act says: its status, and the fields that are wrong. */
export async function refusalOf(act: Promise<unknown>): Promise<{ status: number; fields: string[]; words: string }> {
  const error = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`It was not refused: ${String(error)}`);
  return { status: error.status, fields: error.mistakes.map(({ field }) => field), words: error.message };
}
