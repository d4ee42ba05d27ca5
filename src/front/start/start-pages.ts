import { startView } from '../../../client/front/start/start-view.ts';
import type { Contact } from '../../ground/contacts/contact-contract.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { startQuery, type ChosenPlace } from './start-contract.ts';
import { nextQuestion, wayFor } from './start-rules.ts';
import { QUESTION_WORDS, wayWords } from './start-words.ts';

type Deps = {
  /** A place as the public sees it. @throws Problem 404, 410 */
  placeOf(id: string): Promise<ChosenPlace>;
  /** How the area of a place is reached, or the only area; null where there is no such answer. */
  contactOf(place: ChosenPlace | null): Promise<Contact | null>;
  sendPage: SendPage;
};

/** Which path fits me? Three questions in the address, for everybody, and without scripts. */
export function startPages({ placeOf, contactOf, sendPage }: Deps): Endpoint[] {
  return [
    endpoint({
      act: 'register.read',
      tag: 'start',
      method: 'get',
      path: '/start',
      summary: 'Three questions that lead to a room, to land, to a building, or to whoever else can help',
      reply: PAGE,
      query: startQuery,
      async run({ req, res, query: { asset, step, ...answers } }) {
        const place = asset ? await placeOf(asset) : null;
        const question = nextQuestion(answers, place);
        const found = question === null ? wayFor(answers, place) : null;
        const mistakes =
          question !== null && step === question
            ? [{ field: question, message: QUESTION_WORDS[question].missing }]
            : [];
        const title = found ? wayWords(found.way, answers.long, place).title : 'Which path fits me?';
        const bare = asset === undefined && answers.need === undefined;
        await sendPage(req, res, {
          status: mistakes.length > 0 ? 400 : 200,
          title: `${mistakes.length > 0 ? 'Error: ' : ''}${title}`,
          description: 'A room, land or a building: three questions show which path fits you.',
          body: startView(
            { answers, place, question, found, contact: await contactOf(place) },
            { values: answers, mistakes },
          ),
          ...(bare ? { canonical: '/start' } : { robots: 'noindex' as const }),
          ...(place && { about: { areaId: place.area.id, ownerId: place.owner.id } }),
        });
      },
    }),
  ];
}
