import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { finderView, type FinderBackdrop } from '../../../client/rooms/finder/finder-view.ts';
import { watchView } from '../../../client/rooms/finder/watch-view.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Mistake, Problem } from '../../kernel/problem.ts';
import type { FinderAnswer } from './answer-contract.ts';
import { finderParams, type FinderQuery } from './finder-contract.ts';
import type { NeedService } from './need-service.ts';
import type { FinderFormState } from '../../../client/rooms/finder/finder-form-state.ts';
import { headingWords } from './finder-result-words.ts';

export type FinderPageDeps = {
  needs: Pick<NeedService, 'isSaved'>;
  sendPage: SendPage;
  areas: { all(): Promise<Area[]> };
  /** Ids of the areas in which somebody keeps needs for groups without e-mail. */
  keepsFor(who: Who): string[];
  /** What lies under the numbers on the map of an area, or of all. */
  backdrop(areas: readonly Area[], slug: string | undefined): FinderBackdrop;
};
/** What was typed, what is wrong with it, and what was found. */
type Shown = {
  typed: Request['query'];
  status?: number;
  mistakes?: readonly Mistake[];
  found: { answer: FinderAnswer; query: FinderQuery } | null;
};

/** What stands in an empty form: most groups look for an evening a week. */
const EMPTY = { repeat: 'weekly', km: '5', as: 'community', most_for: 'all', every: '1' };
const LISTS = ['day', 'need'] as const;

/** Shows the finder with whatever there is: nothing yet, an answer, or mistakes. */
export function finderPage({ needs, sendPage, areas, backdrop, keepsFor }: FinderPageDeps) {
  return async (req: Request, res: Response, { typed, status = 200, mistakes = [], found }: Shown): Promise<void> => {
    const all = await areas.all();
    const form: FinderFormState = { values: valuesOf(typed), mistakes: mistakes.map(nextToItsInput) };
    const fresh = Object.keys(typed).length === 0;
    const wish = found && finderParams(found.query).toString();
    const saved = wish !== null && req.who !== null && (await needs.isSaved(req.who, wish));
    const kept = req.who === null ? [] : keepsFor(req.who);
    const forOthers = all.find(({ id, slug }) => kept.includes(id) && (found?.query.area ?? slug) === slug);
    const heading = headingWords(found?.query.near, all.length === 1 ? all[0]?.name : undefined);
    const body = finderView({
      form,
      areas: all.map(({ slug, name }) => ({ value: slug, label: name })),
      heading,
      answer: found?.answer ?? null,
      map: backdrop(all, found?.query.area),
      fresh,
      watch: watchView({
        signedIn: req.who !== null,
        wish,
        saved,
        forOthers: forOthers?.slug ?? null,
        hidden: !found?.answer.dates.length,
        submission: randomUUID(),
      }),
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}${found && !fresh ? heading : 'Find a room'}`,
      description:
        'Rooms and halls of public bodies that your group can book: free dates, access, and the whole price before you ask.',
      body,
      canonical: '/spaces',
      ...(fresh ? {} : { robots: 'noindex' as const }),
    });
  };
}
export type ShowFinder = ReturnType<typeof finderPage>;

/** What somebody typed, to stand in the form again whether it was right or not. */
function valuesOf(query: Request['query']): FinderFormState['values'] {
  const given = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const lists = LISTS.map(
    (name) => [name, [query[name]].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : []))] as const,
  );
  const repeat = query['nth'] ? { repeat: 'monthly' } : query['on'] ? { repeat: 'once' } : {};
  return { ...EMPTY, ...repeat, ...Object.fromEntries(given), ...Object.fromEntries(lists) };
}

/** A wrong point has no input of its own: it is told beside the place. */
const nextToItsInput = (mistake: Mistake): Mistake =>
  ['lat', 'lon'].includes(mistake.field) ? { ...mistake, field: 'near' } : mistake;

export const mistakesIn = ({ mistakes, message }: Problem): readonly Mistake[] =>
  mistakes.length > 0 ? mistakes : [{ field: '', message }];
