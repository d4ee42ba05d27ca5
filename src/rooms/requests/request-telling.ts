import { seriesWords } from '../bookings/booking-words.ts';
import { isTurnOf, type Party } from '../../ground/cases/standing-contract.ts';
import { stepWords } from '../../ground/cases/standing-words.ts';
import { daysAfter } from '../../kernel/clock.ts';
import { endOfDay } from '../../kernel/recurrence.ts';
import type { Db } from '../../kernel/database.ts';
import { hashOf, newToken } from '../../kernel/secrets.ts';
import type { MailText, NewMail } from '../../ground/notifications/mail-contract.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import type { Holder, RequestDeps } from './request-deps.ts';
import { requestDue } from './request-standing-rules.ts';
import { requestStep } from './request-standing-words.ts';
import { requestsOn } from './request-store.ts';
import type { RoomOption } from './request-contract.ts';
import type { About } from './request-mail-words.ts';
import { optionsOn } from './option-store.ts';
import type { Scene } from './request-scene.ts';

const MINUTE_MS = 60_000;
const BROKERS = ['broker', 'area_administrator'];

/** Who hears of a request, and by which way: the group by mail or letter, owners by a link of their own, brokers at their desk. */
export function requestTelling({
  rooms,
  groups,
  owners,
  holders,
  tell,
  writeMail,
  baseUrl,
}: Pick<RequestDeps, 'rooms' | 'groups' | 'owners' | 'holders' | 'tell' | 'writeMail' | 'baseUrl'>) {
  return { about, toGroup, toOwner, toOwnerWithLinks, toBrokers, roomNames };

  async function about(
    { unit, request, group }: Scene,
    option: Pick<RoomOption, 'spaceId' | 'ownerId'>,
  ): Promise<About> {
    const names = await roomNames(unit.trx, [option]);
    return {
      group: outsideName(group),
      when: seriesWords(request.wish),
      url: `${baseUrl}/requests/${request.id}`,
      ...(names.get(option.spaceId) ?? { room: 'the room', owner: 'the owner' }),
    };
  }

  /** The number of the case before everything, and at the end whose turn it is, what is next and by when: as every page says it. */
  async function saying<M extends MailText>({ unit, request }: Scene, mail: M, reader: Party): Promise<M> {
    const now = (await requestsOn(unit.trx).byId(request.id)) ?? request;
    const { turn } = requestDue(now);
    const said = turn !== 'nobody' && (reader === 'group' || isTurnOf(turn, reader));
    const next = said ? [stepWords(requestStep(requestDue(now)), reader)] : [];
    return { ...mail, caseNumber: request.caseNumber, paragraphs: [...mail.paragraphs, ...next] };
  }

  /** What each room and its owner is called. */
  async function roomNames(
    db: Db,
    options: readonly Pick<RoomOption, 'spaceId' | 'ownerId'>[],
  ): Promise<Map<string, Pick<About, 'room' | 'owner'>>> {
    const places = await rooms.spaces.places(
      db,
      options.map(({ spaceId }) => spaceId),
    );
    const named = new Map((await owners(db)).map(({ id, name }) => [id, name]));
    return new Map(
      places.map((place) => [
        place.spaceId,
        { room: `${place.spaceName}, ${place.assetName}`, owner: named.get(place.ownerId) ?? 'The owner' },
      ]),
    );
  }

  /** Lead and deputy: who signs for the group. */
  async function toGroup(scene: Scene, mail: Omit<NewMail, 'to'>): Promise<void> {
    const { unit, group } = scene;
    const told = await saying(scene, mail, 'group');
    for (const person of (await groups.people(unit.trx, group.id)).filter(({ role }) => role !== 'group_member'))
      await tell(unit, group, person, told);
  }

  async function toBrokers(scene: Scene, mail: MailText): Promise<void> {
    const { unit, request, today } = scene;
    const told = await saying(scene, mail, 'broker');
    const officers = (await holders(unit.trx, 'area', [request.areaId])).filter(
      ({ role, endsOn }) => BROKERS.includes(role) && (endsOn === null || endsOn >= today),
    );
    const brokers = officers.filter(({ role }) => role === 'broker');
    for (const to of addresses(brokers.length > 0 ? brokers : officers))
      await writeMail(unit.trx, { ...told, to, because: unit.because });
  }

  async function toOwner(scene: Scene, option: RoomOption, mail: MailText): Promise<void> {
    const { unit } = scene;
    const told = await saying(scene, mail, 'owner');
    for (const to of addresses(await representatives(scene, option)))
      await writeMail(unit.trx, { ...told, to, because: unit.because });
  }

  /**
   * Gives everybody who answers for the owner a link of their own: it works for this request and this person, until the dates are
   * let go. @returns false when there is nobody
   */
  async function toOwnerWithLinks(scene: Scene, option: RoomOption, mail: (url: string) => MailText): Promise<boolean> {
    const people = await representatives(scene, option);
    const expiresAt = new Date(
      endOfDay(daysAfter(option.dueOn ?? scene.today, scene.request.terms.offer_lapses_days), scene.area.timeZone) *
        MINUTE_MS,
    ).toISOString();
    for (const { personId, email } of people) {
      const token = newToken();
      await optionsOn(scene.unit.trx).addLink(hashOf(token), { optionId: option.id, personId, expiresAt });
      const words = await saying(scene, mail(`${baseUrl}/room-answers/${token}`), 'owner');
      if (email) await writeMail(scene.unit.trx, { ...words, to: email, because: scene.unit.because });
    }
    return people.length > 0;
  }

  /** Those who answer for the owner or for the place; nobody who is in the group that asks. */
  async function representatives({ unit, group, today }: Scene, { ownerId, assetId }: RoomOption): Promise<Holder[]> {
    const held = [...(await holders(unit.trx, 'owner', [ownerId])), ...(await holders(unit.trx, 'asset', [assetId]))];
    const own = new Set((await groups.people(unit.trx, group.id)).map(({ personId }) => personId));
    const live = held.filter(
      ({ role, endsOn, personId, email }) =>
        role === 'owner_representative' && (endsOn === null || endsOn >= today) && !own.has(personId) && email !== null,
    );
    return [...new Map(live.map((one) => [one.personId, one])).values()];
  }
}
export type RequestTelling = ReturnType<typeof requestTelling>;

const addresses = (people: readonly Holder[]): string[] => [...new Set(people.flatMap(({ email }) => email ?? []))];
