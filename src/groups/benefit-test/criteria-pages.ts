import type { Request, Response } from 'express';
import { criteriaView } from '../../../client/groups/benefit-test/criteria-view.ts';
import { trialView } from '../../../client/groups/benefit-test/trial-view.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import { criteriaQuery, trialQuery, type Trial, type TrialReply } from './trial-contract.ts';
import type { BenefitPagesDeps } from './test-endpoint.ts';

/** How decisions are made: every version of the test in full, and trying it with marks of one's own. */
export function criteriaPages({ benefitTests: { trials }, sendPage }: BenefitPagesDeps): Endpoint[] {
  const open = { act: 'register.read', tag: 'benefit test', method: 'get' as const };

  async function trialPage(req: Request, res: Response, trial: Trial): Promise<void> {
    const { area, path } = trial;
    await sendPage(req, res, {
      title: 'Try the benefit test',
      description: 'See what marks come to.',
      body: trialView(trial),
      canonical: `/how-decisions-are-made/try?area=${area.slug}&path=${path}`,
    });
  }

  return [
    endpoint({
      ...open,
      path: '/how-decisions-are-made',
      summary: 'The benefit test in full, and its past versions',
      reply: PAGE,
      query: criteriaQuery,
      async run({ req, res, query }) {
        const shown = await trials.show(query);
        await sendPage(req, res, {
          title: 'How decisions are made',
          description: 'The questions, marks and gates of the community benefit test.',
          body: criteriaView(shown),
          canonical: `/how-decisions-are-made?area=${shown.area.slug}&path=${shown.path}`,
        });
      },
    }),
    endpoint({
      ...open,
      path: '/how-decisions-are-made/try',
      summary: 'Trying the benefit test',
      reply: PAGE,
      query: trialQuery,
      run: async ({ req, res, query }) => trialPage(req, res, trials.try(await trials.show(query), query)),
    }),
    endpoint({
      ...open,
      path: '/api/criteria',
      summary: 'The criteria set in force in an area, or one of its versions, as adopted',
      reply: { type: 'application/json', description: 'The criteria set, its hash and its other versions' },
      query: criteriaQuery,
      async run({ query }) {
        const {
          area,
          shown: { stored, from, until, is },
          history,
        } = await trials.show(query);
        return {
          area: area.slug,
          from,
          until,
          is,
          sha256: stored.sha256,
          criteria: stored.set,
          versions: history.map((one) => ({
            version: one.stored.set.version,
            from: one.from,
            until: one.until,
            is: one.is,
            sha256: one.stored.sha256,
            adoptedBy: one.stored.set.adopted_by,
            minuteRef: one.stored.set.minute_ref,
          })),
        };
      },
    }),
    endpoint({
      ...open,
      path: '/api/criteria/try',
      summary: 'What marks would come to: mark_NEED=3 and so on',
      reply: {
        type: 'application/json',
        description: 'Points so far, and the explained result once every question has a mark',
      },
      query: trialQuery,
      async run({ query }): Promise<TrialReply> {
        const { path, marked, asked, points, possible, mistakes, result, stored } = trials.try(
          await trials.show(query),
          query,
        );
        return { version: stored.set.version, path, marked, asked, points, possible, mistakes, result };
      },
    }),
  ];
}
