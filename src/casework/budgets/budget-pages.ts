import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  costsView,
  incomeView,
  planTextView,
  ratesView,
  type PlanPage,
} from '../../../client/casework/budgets/plan-views.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import type { Access, Thing } from '../../ground/people/role-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import type { DraftPage } from '../proposals/proposal-page-contract.ts';
import { costsSchema, incomeSchema, PLAN_PARTS, PLAN_TEXTS, planTextSchema, ratesSchema } from './budget-contract.ts';
import type { budgetReading } from './budget-reading-service.ts';
import type { budgetWriting } from './budget-service.ts';
import { PLAN_TASKS } from './budget-words.ts';

export type BudgetPagesDeps = {
  writing: ReturnType<typeof budgetWriting>;
  reading: ReturnType<typeof budgetReading>;
  pages: { thing(id: string): Promise<Thing>; draft(id: string, assisted: boolean): Promise<DraftPage> };
  access: Access;
  sendPage: SendPage;
};
const ofProposal = z.object({ id: idSchema });
/** Which of them is looked at once it is known who asks: a stranger learns nothing from an address. */
const ofPart = ofProposal.extend({ part: z.string() });

/** The budget of a building and how it would be run: one thing a page, saved as one goes. */
export function budgetPages({ writing, reading, pages, access, sendPage }: BudgetPagesDeps): Endpoint[] {
  const mine = {
    act: 'proposal.own',
    tag: 'proposals',
    thing: ({ params }: { params: { id: string } }) => pages.thing(params.id),
  } as const;
  type Part = (typeof PLAN_PARTS)[number];

  async function show(req: Request, res: Response, id: string, part: Part, status = 200, form: FormState = emptyForm) {
    const { groupId } = await pages.thing(id);
    const assisted = !access.signedIn(req).rights.some(({ scopeId }) => scopeId === groupId);
    const draft = await pages.draft(id, assisted);
    if (draft.proposal.path !== 'building') throw notFound('budget');
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}${PLAN_TASKS[part]}: ${draft.proposal.place}`,
      description: 'For the group and officers.',
      body: viewOf(part, { draft, form, ...(await reading.of(draft.proposal, draft.today)) }),
      robots: 'noindex',
      about: { areaId: draft.proposal.area.id },
    });
  }
  /** One of the three forms of figures. */
  const figures = <Shape extends z.core.$ZodLooseShape>(
    part: 'costs' | 'rates' | 'income',
    summary: string,
    body: z.ZodObject<Shape>,
    save: (id: string, given: z.infer<z.ZodObject<Shape>>) => Promise<void>,
  ): Endpoint =>
    endpoint({
      ...mine,
      method: 'post',
      path: `/proposals/:id/plan/${part}`,
      params: ofProposal,
      summary,
      reply: DONE,
      body,
      async run({ req, res, params, body: given }) {
        await save(params.id, given as z.infer<z.ZodObject<Shape>>);
        saved(req, res, params.id);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, part, problem.status, { values, mistakes: mistakesOf(problem) }),
    });

  return [
    endpoint({
      ...mine,
      method: 'get',
      path: '/proposals/:id/plan/:part',
      params: ofPart,
      summary: 'The form for a part of the budget of a building, or of how it would be run',
      reply: PAGE,
      run: ({ req, res, params }) => show(req, res, params.id, partOf(PLAN_PARTS, params.part)),
    }),
    figures('costs', 'Keeps what a building would cost in twelve months', costsSchema, writing.saveCosts),
    figures('income', 'Keeps what would come in in twelve months', incomeSchema, writing.saveIncome),
    figures(
      'rates',
      'Keeps what business rates rest on, who pays them and which relief there is',
      ratesSchema,
      writing.saveRates,
    ),
    endpoint({
      ...mine,
      method: 'post',
      path: '/proposals/:id/plan/:part',
      params: ofPart,
      summary: 'Keeps insurance plan, people, host body, timescale or handback',
      reply: DONE,
      body: planTextSchema,
      async run({ req, res, params, body }) {
        await writing.saveText(params.id, partOf(PLAN_TEXTS, params.part), body);
        saved(req, res, params.id);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, partOf(PLAN_TEXTS, params.part), problem.status, {
          values,
          mistakes: mistakesOf(problem),
        }),
    }),
  ];
}

/** @throws Problem 404 for a part that there is not */
function partOf<Part extends string>(parts: readonly Part[], named: string): Part {
  const part = parts.find((one) => one === named);
  if (!part) throw notFound('page');
  return part;
}

function saved(req: Request, res: Response, id: string): void {
  tellNext(req, 'Saved.');
  seeOther(req, res, `/proposals/${id}/write`);
}

function viewOf(part: (typeof PLAN_PARTS)[number], page: PlanPage) {
  if (part === 'costs') return costsView(page);
  if (part === 'rates') return ratesView(page);
  return part === 'income' ? incomeView(page) : planTextView(page, part);
}
