import type { Petition } from '../../../src/casework/petitions/petition-contract.ts';
import { petitionsOn } from '../../../src/casework/petitions/petition-store.ts';
import { sheetsOn } from '../../../src/casework/petitions/sheet-store.ts';
import type { LineCode, Sheet, SheetLine, Signing } from '../../../src/casework/petitions/signature-contract.ts';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import { found } from '../../support/domain.ts';
import { aPerson, nextDay, type Verge } from '../proposals/a-proposal.ts';
import { aClosedBuilding } from '../hearings/a-hearing.ts';

/** A verge with a closed building, and three clerks who type. */
export type Closed = Verge & { building: string; clerks: readonly [Who, Who, Who] };

export async function withBuilding(verge: Verge): Promise<Closed> {
  const { id: building } = await aClosedBuilding(verge);
  const clerk = (email: string): Promise<Who> =>
    aPerson(verge.services, email, [['democratic_services', 'area', verge.town.area.id]]);
  return {
    ...verge,
    building,
    clerks: [verge.clerk, await clerk('clerk2@example.org'), await clerk('clerk3@example.org')],
  };
}

export const petitionOf = async ({ services }: Pick<Verge, 'services'>, id: string): Promise<Petition> =>
  found(await petitionsOn(services.db).byId(id));

export const WORDING = 'Let the neighbours use the old library for a year, so that it does not rot.';

export async function begun({ services, lead, groupId, building }: Closed, days?: number): Promise<string> {
  const { id } = await services.petitions.own.begin(lead, {
    asset: building,
    group: groupId,
    wording: WORDING,
    days,
    submission: undefined,
  });
  return id;
}

/** A petition that can be signed. */
export async function opened(closed: Closed, days?: number): Promise<string> {
  const id = await begun(closed, days);
  await closed.services.petitions.checking.approve(closed.clerk, id, { seen: 'checking' });
  return id;
}

/** A name that nobody else has. */
export const nameOf = (n: number): string =>
  `${['Ada', 'Ben', 'Cleo', 'Dai', 'Eve', 'Finn', 'Gita'][n % 7]} ${['Archer', 'Brook', 'Carver', 'Dyer', 'Ellis'][Math.floor(n / 7) % 5]}${letters(n)}`;
const letters = (n: number): string =>
  String.fromCodePoint(97 + (n % 26), 97 + (Math.floor(n / 26) % 26), 97 + (Math.floor(n / 676) % 26));

export const aSigning = (n: number, more: Partial<Signing> = {}): Signing => ({
  name: nameOf(n),
  postcode: 'ZZ1 1AA',
  basis: 'live',
  age: 'adult',
  email: `${nameOf(n).toLowerCase().replace(' ', '.')}@example.org`,
  ...more,
});

/** The secret part of the newest link that went to an address. */
export async function linkTo({ services }: Pick<Verge, 'services'>, email: string): Promise<string> {
  const mail = (await services.mails.latest(2_000)).find(
    ({ to, kind }) => to === email && kind === 'petition_confirm_link',
  );
  return found(/\/signatures\/([\w-]+)/.exec(found(mail).text)?.[1]);
}

/** Signs and presses the button behind the link. */
export async function signed(
  closed: Closed,
  id: string,
  n: number,
  more: Partial<Signing> = {},
  network = `10.0.${n}`,
) {
  const given = aSigning(n, more);
  await closed.services.petitions.signing.sign(id, given, network);
  return closed.services.petitions.signing.confirm(await linkTo(closed, given.email));
}

export const aLine = (line: number, n: number, more: Partial<SheetLine> = {}): SheetLine => ({
  line,
  name: nameOf(n),
  postcode: 'ZZ1 1AA',
  basis: 'live',
  code: 'ok',
  ...more,
});

/** A sheet, line by line: a number stands for whoever signs, with why it cannot count. */
export async function typed(
  { services }: Pick<Verge, 'services'>,
  who: Who,
  id: string,
  lines: readonly SheetLine[],
  receivedOn: string,
): Promise<Sheet> {
  return services.petitions.sheets.type(who, id, { receivedOn, lines, submission: undefined }, undefined);
}

/** So many valid signatures on sheets of ten, and lines that cannot count. */
export async function onSheets(
  closed: Closed,
  id: string,
  valid: number,
  codes: readonly LineCode[] = [],
): Promise<Sheet[]> {
  const { openedOn } = await petitionOf(closed, id);
  const all = [...Array.from({ length: valid }, (): LineCode => 'ok'), ...codes];
  const sheets: Sheet[] = [];
  for (let from = 0; from < all.length; from += 10)
    sheets.push(
      await typed(
        closed,
        closed.clerks[0],
        id,
        all.slice(from, from + 10).map((code, index) => aLine(index + 1, 1_000 + from + index, { code })),
        found(openedOn),
      ),
    );
  return sheets;
}

/** Every sheet that has to be is typed again alike. */
export async function typedAgain({ services, clerks }: Closed, id: string): Promise<void> {
  const { sheetPages, sheets } = services.petitions;
  for (const { id: sheet, task } of await sheetPages.rows(id, clerks[1].personId))
    if (task === 'second') await sheets.again(clerks[1], id, sheet, await sheetsOn(services.db).lines(sheet, 1));
}

/** The time for signing is over. */
export async function closesNow(closed: Closed, id: string): Promise<void> {
  const { closesOn } = await petitionOf(closed, id);
  await onPetitionDay(closed, nextDay(found(closesOn)));
}

/** Moves the clock to the morning of a day, and lets time work on petitions. */
export async function onPetitionDay(
  { services, clock }: Pick<Verge, 'services' | 'clock'>,
  day: string,
): Promise<void> {
  clock.goTo(`${day}T08:00:00Z`);
  await services.petitions.runDue();
}

/** From open to counted, by democratic services. */
export async function counted(closed: Closed, id: string): Promise<Petition> {
  await closesNow(closed, id);
  await typedAgain(closed, id);
  return closed.services.petitions.checking.verify(closed.clerk, id, { seen: 'verifying' });
}
