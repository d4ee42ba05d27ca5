import { isMark } from './benefit-rules.ts';
import type { Settling } from './test-page-contract.ts';

export type Body = Readonly<Record<string, unknown>>;

/** The marks in a form or an address, as numbers where they are any: `mark_NEED=3`. */
export function marksIn(body: Body): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body)
      .filter(([name]) => name.startsWith('mark_'))
      .map(([name, mark]) => [name.slice('mark_'.length), numberIn(mark)]),
  );
}

/** How somebody settles one question. */
export function settlingIn(body: Body & { criterion: string; agrees?: string | undefined }): Settling {
  const { criterion, agrees } = body;
  const mark = numberIn(body['mark'] ?? body[`mark_${criterion}`]);
  return {
    criterion,
    agrees,
    mark: isMark(mark) ? mark : undefined,
    reason: textIn(body['reason'] ?? body[`reason_${criterion}`]),
  };
}

/** An unticked or empty mark is missing rather than wrong; anything that is no number stays as it is, to be refused. */
function numberIn(mark: unknown): unknown {
  if (mark === '' || mark === null || mark === undefined) return undefined;
  return typeof mark === 'string' && /^\d$/.test(mark) ? Number(mark) : mark;
}

/** A text in a form, without spaces around it. */
export const textIn = (given: unknown): string =>
  typeof given === 'string' ? given.replace(/\r\n/g, '\n').trim() : '';
/** What is ticked in a form: one box comes as a text, several as a list. */
export const listIn = (given: unknown): string[] =>
  (Array.isArray(given) ? given : [given]).filter((one): one is string => typeof one === 'string' && one !== '');
