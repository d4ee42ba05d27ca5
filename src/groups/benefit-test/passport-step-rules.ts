import type { PassportPage } from './passport-contract.ts';
import type { PassportDue } from './passport-step-contract.ts';
import type { BenefitTest, TestState } from './test-contract.ts';

type Facts = Pick<PassportPage, 'standing' | 'next' | 'last' | 'gates'> & {
  open: Pick<BenefitTest, 'state' | 'dueOn'> | null;
};

const UNDER_WAY: Partial<Record<TestState, Pick<PassportDue, 'kind' | 'turn'>>> = {
  draft: { kind: 'finish', turn: 'group' },
  scoring: { kind: 'score', turn: 'scorers' },
  settling: { kind: 'settle', turn: 'scorers' },
  deciding: { kind: 'decide', turn: 'broker' },
};

/** What is next for a passport, whose turn it is and by when; never empty. What keeps a result back comes first where the marks stand. */
export function passportDues({ open, standing, next, last, gates }: Facts): [PassportDue, ...PassportDue[]] {
  const way = open && UNDER_WAY[open.state];
  if (open && way) {
    const own: PassportDue = { ...way, by: open.state === 'draft' ? null : open.dueOn };
    const missing = gates.some(({ gate, answer, read }) => read && gate.stage === 'D' && answer !== 'yes');
    if (open.state === 'draft' || !missing) return [own];
    const deputy: PassportDue = { kind: 'name_deputy', turn: 'group', by: null };
    return open.state === 'deciding' ? [deputy, own] : [own, deputy];
  }
  if (next === 'improve') return [{ kind: 'improve', turn: 'group', by: last?.improveBy ?? null }];
  if (standing.state === 'passed') return [{ ...(next === 'renew' ? RENEW : PASSED), by: standing.validUntil }];
  if (standing.state === 'none') return [{ kind: 'begin', turn: 'group', by: null }];
  return [{ kind: standing.state === 'ended' ? 'begin_again' : 'news', turn: 'group', by: null }];
}
const RENEW = { kind: 'renew', turn: 'group' } as const;
const PASSED = { kind: 'passed', turn: 'nobody' } as const;
