import { invalid } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { scoringOn } from './scoring-store.ts';
import { type ScoringDeps, handIn, todayOf, mayScore } from './handing-in-service.ts';
import { scoresIn } from './score-sheet-rules.ts';
type Body = Readonly<Record<string, unknown>>;

/** Two people score a test, apart from each other. What they hand in stays as it is. */
export function scoringService(deps: ScoringDeps) {
  const { inOneTransaction, cases, clock } = deps;
  return {
    /** Keeps a sheet that is not finished. */
    async save(who: Who, testId: string, sheet: Body): Promise<void> {
      const today = await todayOf(deps, testId);
      await inOneTransaction(async ({ trx }) => {
        mayScore(await cases.lock(trx, testId), who, today);
        await scoringOn(trx).saveDraft(testId, who.personId, textsOf(sheet), clock());
      });
    },

    /** Says that one must not score this test: then somebody else does. */
    async declareInterest(who: Who, testId: string, interest: string, submission: string | undefined): Promise<void> {
      if (interest === '')
        throw invalid([
          {
            field: 'interest_words',
            message: 'Say in a few words what your interest is. A broker reads it, the group does not.',
          },
        ]);
      await handIn(deps, who, testId, submission, () => ({ interest, scores: [] }));
    },

    /** Hands in marks. Of two who do at once each is one of the two; a third is told that it is done. The same sheet twice is one. */
    async score(who: Who, testId: string, sheet: Body, submission: string | undefined): Promise<void> {
      await handIn(deps, who, testId, submission, ({ path, stored, evidence }) => {
        const { scores, mistakes } = scoresIn(sheet, path.criteria, evidence, stored.set.scoring);
        if (mistakes.length > 0) throw invalid(mistakes);
        return { interest: null, scores };
      });
    },
  };
}

/** What a draft keeps of a form: texts, and no longer than a form may be. */
function textsOf(sheet: Body): Record<string, unknown> {
  const kept = Object.entries(sheet).filter(([name]) =>
    /^(mark|reason|evidence)_[A-Z0-9]{2,12}$|^interest(_words)?$/.test(name),
  );
  return Object.fromEntries(
    kept
      .slice(0, 200)
      .map(([name, value]) => [
        name,
        typeof value === 'string'
          ? value.slice(0, 4_000)
          : Array.isArray(value)
            ? value.filter((one) => typeof one === 'string').slice(0, 50)
            : value,
      ]),
  );
}
