import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Marks } from './benefit-contract.ts';
import { LANGUAGE, type BenefitDeps } from './benefit-deps.ts';
import { isMark, markMistakes, soFar } from './benefit-rules.ts';
import type { PathName, StoredSet } from './criteria-contract.ts';
import type { DatedSet } from './criteria-rules.ts';
import type { CriteriaService } from './criteria-service.ts';
import { explained } from './explained-rules.ts';
import { marksIn } from './score-form-rules.ts';
import type { CriteriaQuery, Trial } from './trial-contract.ts';

type Deps = Pick<BenefitDeps, 'clock' | 'areas'> & { criteria: CriteriaService };
export type CriteriaShown = {
  area: Area;
  areas: readonly Area[];
  path: PathName;
  shown: DatedSet;
  history: readonly DatedSet[];
};

/** How decisions are made, for everybody to read, and to try with marks of their own. */
export function trialService({ clock, areas, criteria }: Deps) {
  return {
    /** @throws Problem 404 for an area or a version that is not there */
    async show({ area: slug, path = 'room', version }: CriteriaQuery): Promise<CriteriaShown> {
      const all = await areas.all();
      const area = all.find((one) => slug === undefined || one.slug === slug);
      if (!area) throw notFound('area');
      const history = await criteria.history(area);
      const shown = history.find(({ stored, is }) =>
        version === undefined ? is === 'in_force' : stored.set.version === version,
      );
      if (!shown) throw notFound('version of the test');
      return { area, areas: all, path, shown, history };
    },

    /** Works out marks that somebody tries. Nothing is stored. */
    try({ area, path, shown: { stored } }: CriteriaShown, query: Readonly<Record<string, unknown>>): Trial {
      const rules = stored.set.paths[path];
      const given = Object.fromEntries(Object.entries(marksIn(query)).filter(([, mark]) => mark !== undefined));
      const wrong = markMistakes(rules.criteria, given);
      const marks: Marks = Object.fromEntries(
        Object.entries(given).filter((entry): entry is [string, number] => isMark(entry[1])),
      );
      const { marked, asked, points, possible } = soFar(rules.criteria, marks);
      return {
        area,
        path,
        stored,
        rules,
        marks: given,
        marked,
        asked,
        points,
        possible,
        mistakes: wrong.map(({ id, message }) => ({ field: `mark_${id}`, message })),
        result: wrong.length > 0 ? null : rehearsed(stored, path, marks, dayIn(area.timeZone, clock())),
      };
    },
  };
}

function rehearsed({ set, sha256 }: StoredSet, name: PathName, marks: Marks, today: string) {
  const path = set.paths[name];
  const agreed = Object.entries(marks).map(([id, mark]) => ({ id, mark, reasons: [] }));
  return explained({
    rules: { version: set.version, sha256, path, name },
    language: LANGUAGE,
    marks: agreed,
    gates: [],
    days: { resultOn: today, reviewBy: today, improveBy: null, validUntil: null },
  });
}
