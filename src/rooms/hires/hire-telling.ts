import { seriesWords } from '../bookings/booking-words.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import type { MailText, NewMail } from '../../ground/notifications/mail-contract.ts';
import type { HireDeps, Holder } from './hire-deps.ts';
import type { HireScene } from './hire-scene.ts';

/** What every mail names: the group as those outside know it, the room with its place, when, and where to look. */
export type AboutBooking = { group: string; room: string; owner: string; when: string; url: string };

const BROKERS = ['broker', 'area_administrator'];

/** Who hears of a booking: the group by mail or letter, the owner's people, the brokers of the area. */
export function hireTelling({
  groups,
  tell,
  writeMail,
  holders,
  baseUrl,
}: Pick<HireDeps, 'groups' | 'tell' | 'writeMail' | 'holders' | 'baseUrl'>) {
  return {
    about: ({ booking, group, place, owner }: HireScene): AboutBooking => ({
      group: outsideName(group),
      room: `${place.spaceName}, ${place.assetName}`,
      owner,
      when: seriesWords(booking),
      url: `${baseUrl}/bookings/${booking.id}/course`,
    }),
    /** Lead and deputy: who signs for the group. */
    async toGroup({ unit, booking, group }: HireScene, mail: Omit<NewMail, 'to'>): Promise<void> {
      for (const person of (await groups.people(unit.trx, group.id)).filter(({ role }) => role !== 'group_member'))
        await tell(unit, group, person, { ...mail, caseNumber: booking.caseNumber });
    },
    /** Those who answer for the owner or the place; where there is nobody, the brokers. */
    async toOwner(scene: HireScene, mail: MailText): Promise<void> {
      const { unit, place, group } = scene;
      const own = new Set((await groups.people(unit.trx, group.id)).map(({ personId }) => personId));
      const held = [
        ...(await holders(unit.trx, 'owner', [place.ownerId])),
        ...(await holders(unit.trx, 'asset', [place.assetId])),
      ];
      const sent = await send(
        scene,
        held.filter(({ role, personId }) => role === 'owner_representative' && !own.has(personId)),
        mail,
      );
      if (sent === 0) await toBrokers(scene, mail);
    },
    toBrokers,
  };

  async function toBrokers(scene: HireScene, mail: MailText): Promise<void> {
    const officers = (await holders(scene.unit.trx, 'area', [scene.booking.areaId])).filter(({ role }) =>
      BROKERS.includes(role),
    );
    const brokers = officers.filter(({ role }) => role === 'broker');
    await send(scene, brokers.length > 0 ? brokers : officers, mail);
  }

  async function send({ unit, booking, today }: HireScene, people: readonly Holder[], mail: MailText): Promise<number> {
    const addresses = new Set(
      people.flatMap(({ email, endsOn }) => (email !== null && (endsOn === null || endsOn >= today) ? [email] : [])),
    );
    for (const to of addresses)
      await writeMail(unit.trx, { ...mail, caseNumber: booking.caseNumber, to, because: unit.because });
    return addresses.size;
  }
}
export type HireTelling = ReturnType<typeof hireTelling>;
