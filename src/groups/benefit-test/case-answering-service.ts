import type { Db } from '../../kernel/database.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import { answersIn, onlyOne, withOne, writtenOver } from './answer-form.ts';
import { lengthMistakes } from './answer-rules.ts';
import { askedIn } from './asked-rules.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import { caseSummaries } from './case-summary-service.ts';
import type { AskedOne, CaseTestPage } from './case-test-contract.ts';
import { asksOf, type PathRules } from './criteria-contract.ts';
import type { CriteriaReads } from './criteria-service.ts';
import type { OpenDraft } from './evidence-service.ts';
import { evidenceOn } from './evidence-store.ts';
import { refuse } from './passport-sending-service.ts';
import type { BenefitTest } from './test-contract.ts';
import { testsOn } from './test-store.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'inOneTransaction' | 'areas' | 'groups' | 'reachOf'> & {
  criteria: CriteriaReads;
};
/** One answer as a form has it. `typedBy`: the officer who types for somebody. */
type SentOne = { body: Readonly<Record<string, unknown>>; seen: string | undefined; typedBy: string | null };

/** The questions of a case's test, one at a time, while its answers are a draft. */
export function caseAnswering(deps: Deps) {
  const { db, clock, inOneTransaction, areas, groups, criteria, reachOf } = deps;
  const area = async (_: Db, id: string) => (await areas.all()).find((one) => one.id === id);
  const { setOf } = caseSummaries({ clock, criteria, area });
  return {
    page,

    /** What a case's test belongs to, for asking who may; nothing for one that is not there, or is a passport. */
    async thing(id: string): Promise<{ groupId?: string; areaId?: string }> {
      const test = await testsOn(db).byId(id);
      return test?.subject ? { groupId: test.groupId, areaId: test.areaId } : {};
    },

    /** Its answers as they can be changed. @throws Problem 404 */
    async open(id: string): Promise<OpenDraft> {
      const { path } = await page(id);
      return { path, draftIn: (trx) => draftIn(trx, id) };
    },

    /**
     * Keeps one answer.
     * @returns the next question without an answer; null when all have one
     * @throws Problem 404 for a question that is not asked, 409 when another was saved meanwhile, or they are sent
     */
    async save(id: string, question: string, { body, seen, typedBy }: SentOne): Promise<string | null> {
      const { path } = await page(id);
      const one = answersIn({ ...body, news: '' }, only(path, question));
      refuse(lengthMistakes(one));
      const answers = await inOneTransaction(async ({ trx }) => {
        const draft = await draftIn(trx, id);
        refuse(writtenOver(onlyOne(draft.answers, question), one, seen), 409);
        const saved: BenefitTest = {
          ...draft,
          answers: withOne(draft.answers, question, one),
          enteredBy: typedBy ?? draft.enteredBy,
          changedAt: clock().toISOString(),
        };
        await testsOn(trx).change(saved);
        return saved.answers;
      });
      return nextAfter(askedIn(path, answers, []), question);
    },
  };

  /** @throws Problem 404 */
  async function page(id: string): Promise<Omit<CaseTestPage, 'about'>> {
    const test = await testsOn(db).byId(id);
    const group = test?.subject ? await groups.byId(db, test.groupId) : undefined;
    const at = test && (await area(db, test.areaId));
    if (!test || !at || !group || group.closedAt !== null) throw notFound('test');
    const path = (await setOf(db, test)).set.paths[test.path];
    const evidence = await evidenceOn(db).of(id);
    return {
      test,
      group: { id: group.id, name: group.name },
      area: { name: at.name, reach: await reachOf(db, at.id) },
      open: test.state === 'draft' && !test.answersStand,
      path,
      asked: askedIn(
        path,
        test.answers,
        evidence.map(({ criterion }) => criterion),
      ),
      evidence,
    };
  }
}

/** The draft, claimed for this transaction. @throws Problem 404, 409 when its answers are sent */
async function draftIn(trx: Db, id: string): Promise<BenefitTest> {
  const test = await testsOn(trx).lock(id);
  if (!test?.subject) throw notFound('test');
  if (test.state !== 'draft' || test.answersStand)
    throw conflict('The answers are sent already. The page of the case says how it stands.');
  return test;
}

/** @throws Problem 404 */
function only({ criteria, gates }: PathRules, id: string): Pick<PathRules, 'criteria' | 'gates'> {
  const one = {
    criteria: criteria.filter((asked) => asked.id === id),
    gates: gates.filter((asked) => asked.id === id),
  };
  if (one.criteria.length + asksOf(one.gates).length === 0) throw notFound('question');
  return one;
}

/** The next one without an answer behind a question, else the first of all. */
function nextAfter(asked: readonly AskedOne[], id: string): string | null {
  const from = asked.findIndex((one) => one.id === id) + 1;
  return [...asked.slice(from), ...asked.slice(0, from)].find(({ answer }) => answer === '')?.id ?? null;
}
