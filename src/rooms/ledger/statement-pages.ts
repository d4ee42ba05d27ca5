import type { Response } from 'express';
import { z } from 'zod';
import { statementView } from '../../../client/rooms/ledger/statement-view.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { idSchema, PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import type { Statement } from './statement-contract.ts';
import { statementQuery } from './statement-contract.ts';
import { statementCsv } from './statement-rules.ts';
import type { StatementService } from './statement-service.ts';
import { partsWords, capWords } from './statement-words.ts';

type Deps = {
  statements: StatementService;
  sendPage: SendPage;
  bookingThing(id: string): Promise<Thing>;
  groupThing(id: string): Promise<Thing>;
};
const params = z.object({ id: idSchema });
const CSV = {
  type: 'text/csv',
  description: 'A table: one line an entry of the ledger. UTF-8 with a byte order mark (RFC 4180)',
};

/** Statements of money: of a booking, a group, an owner; to print, and as tables. */
export function statementPages({ statements, bookingThing, groupThing, sendPage }: Deps): Endpoint[] {
  const ofGroup = {
    tag: 'bookings',
    params,
    query: statementQuery,
    act: 'group.statement',
    thing: ({ params: { id } }: { params: { id: string } }) => groupThing(id),
  };
  const ofOwner = {
    tag: 'bookings',
    params,
    query: statementQuery,
    act: 'owner.statement',
    thing: ({ params: { id } }: { params: { id: string } }) => statements.ownerThing(id),
  };
  return [
    endpoint({
      tag: 'bookings',
      params,
      act: 'booking.read',
      method: 'get',
      path: '/bookings/:id/statement',
      summary: 'The statement of money of one booking, to print',
      reply: PAGE,
      thing: ({ params: { id } }): Promise<Thing> => bookingThing(id),
      async run({ req, res, params: { id } }) {
        const { statement, booking, place, instalments } = await statements.ofBooking(id);
        const notes = [
          `${place.spaceName}, ${place.assetName}.${booking.caseNumber ? ` Case ${booking.caseNumber}: please give this number when you pay.` : ''}`,
          capWords(booking),
          ...partsWords(instalments),
        ];
        await sendPage(req, res, {
          title: 'Statement of a booking',
          description: 'Money of a booking.',
          body: statementView({
            statement,
            back: { href: `/bookings/${id}/course`, label: 'The booking' },
            path: null,
            notes,
          }),
          about: place,
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id/statement',
      summary: 'A group’s statement of money for rooms',
      reply: PAGE,
      async run({ req, res, params: { id }, query }) {
        const body = statementView({
          statement: await statements.ofGroup(id, query),
          back: { href: `/groups/${id}`, label: 'The group' },
          path: `/groups/${id}/statement`,
          notes: [],
        });
        await sendPage(req, res, {
          title: 'Statement of a group',
          description: 'Money for rooms.',
          body,
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id/statement.csv',
      summary: 'A group’s statement of money for rooms, as a table',
      reply: CSV,
      run: async ({ res, params: { id }, query }) => sendCsv(res, await statements.ofGroup(id, query)),
    }),
    endpoint({
      ...ofOwner,
      method: 'get',
      path: '/owners/:id/statement',
      summary: 'An owner’s statement of money for its rooms',
      reply: PAGE,
      async run({ req, res, params: { id }, query }) {
        const body = statementView({
          statement: await statements.ofOwner(id, query),
          back: { href: `/owners/${id}`, label: 'The owner’s places' },
          path: `/owners/${id}/statement`,
          notes: [],
        });
        await sendPage(req, res, {
          title: 'Statement of an owner',
          description: 'Money for rooms.',
          body,
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...ofOwner,
      method: 'get',
      path: '/owners/:id/statement.csv',
      summary: 'An owner’s statement of money for its rooms, as a table',
      reply: CSV,
      run: async ({ res, params: { id }, query }) => sendCsv(res, await statements.ofOwner(id, query)),
    }),
  ];
}

function sendCsv(res: Response, statement: Statement): void {
  res
    .set({
      'Content-Disposition': `attachment; filename="statement-${statement.from}-${statement.to}.csv"`,
      'Cache-Control': 'private, no-store',
    })
    .type('text/csv; charset=utf-8')
    .send(statementCsv(statement));
}
