import type { Who } from '../../ground/people/role-contract.ts';
import { countAttempt, type Limit } from '../../kernel/limits.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, gone, notFound, Problem } from '../../kernel/problem.ts';
import { hashOf, keyedHashOf, linkKeyOf } from '../../kernel/secrets.ts';
import type { Petition } from './petition-contract.ts';
import type { PetitionDeps } from './petition-deps.ts';
import { isOpenOn } from './petition-due-rules.ts';
import type { PetitionSteps } from './petition-steps.ts';
import { petitionsOn } from './petition-store.ts';
import type { PhoneSigning, Signature, Signing } from './signature-contract.ts';
import { confirmSignatureMail } from './signature-mail-words.ts';
import { emailKeyOf, signerKey } from './signature-rules.ts';
import { signaturesOn } from './signature-store.ts';
import type { SignerPlaces } from './signer-place-steps.ts';

type Deps = PetitionDeps & { steps: PetitionSteps; places: SignerPlaces };
/** A network may be a street, a school or a library on a busy day; an address is somebody’s, and strangers may type it. */
const LIMITS = {
  network: { name: 'petition-from-network', most: 400, minutes: 60 },
  address: { name: 'petition-mail-to', most: 4, minutes: 60 },
} satisfies Record<string, Limit>;
/** Two people may share an e-mail address. */
const SEATS = [1, 2] as const;
/** How long the link in the mail can be used to confirm. */
export const CONFIRM_DAYS = 7;
const DAY_MS = 86_400_000;
const NOT_OPEN = 'This petition is not open for signing. Look at its page.';

/** Signing a petition: online, confirmed by a button behind a link in a mail, or by telephone, read back. */
export function signing(deps: Deps) {
  const { db, clock, newId, secret, baseUrl, inOneTransaction, writeMail, places, steps } = deps;
  return {
    /**
     * Takes a signature and writes to its address. Whoever signs too often, or with an address that two have used, is told the same and gets
     * nothing: nobody learns from it who has signed.
     * @param network of whoever sends it, for counting
     * @throws Problem 400 for a postcode of elsewhere, 404, 409 where it is not open
     */
    async sign(petitionId: string, given: Signing, network: string): Promise<void> {
      const emailKey = emailKeyOf(given.email);
      const source = keyedHashOf(secret, 'signing network', petitionId, network);
      const few =
        (await isWithin(LIMITS.network, source)) && (await isWithin(LIMITS.address, keyedHashOf(secret, emailKey)));
      await inOneTransaction(async (unit) => {
        const petition = await openPetition(unit, petitionId);
        const lies = await places.mustLie(unit.trx, petition, given.postcode);
        if (!few) return;
        const id = newId();
        const signature: Signature = {
          ...blank(petition, id),
          ...lies,
          name: given.name,
          nameKey: signerKey(given.name),
          basis: given.basis,
          age: given.age,
          email: given.email,
          emailKey,
          keyHash: hashOf(keyOf(id)),
          network: source,
        };
        const mailed = await seated(unit, signature);
        if (mailed)
          await writeMail(unit.trx, { to: given.email, areaId: petition.areaId, ...mailOf(petition, mailed) });
      });
    },

    byKey,

    /** Whoever has the link has pressed the button. Twice is once. @throws Problem 404, 409, 410 for a link that has run out */
    async confirm(key: string): Promise<Signature> {
      const { id, petitionId } = await byKey(key);
      return inOneTransaction(async (unit) => {
        const before = await known(unit, id);
        if (before.standing !== 'unconfirmed') return before;
        if (clock().getTime() - Date.parse(before.createdAt) > CONFIRM_DAYS * DAY_MS)
          throw gone('This link has run out. Sign again: the form is on the page of the petition.');
        await openPetition(unit, petitionId);
        return count(unit, before);
      });
    },

    /**
     * Takes a signature back, until the petition closes. After that the count stands; who it was is forgotten all the same.
     * @returns whether it no longer counts
     */
    async takeBack(key: string): Promise<boolean> {
      const { id, petitionId } = await byKey(key);
      return inOneTransaction(async (unit) => {
        const before = await known(unit, id);
        const petition = await petitionsOn(unit.trx).byId(petitionId);
        const today = await steps.todayIn(unit.trx, before.areaId);
        const open = petition !== undefined && isOpenOn(petition, today);
        const store = signaturesOn(unit.trx);
        if (open && before.standing === 'valid') await store.change(before, { ...before, standing: 'withdrawn' });
        await store.forget([id]);
        return open;
      });
    },

    /** For somebody who rang: typed by an officer, read back, and valid at once. @throws Problem 400, 404, 409 */
    byTelephone: (officer: Who, petitionId: string, given: PhoneSigning): Promise<Signature> =>
      inOneTransaction(async (unit) => {
        const petition = await openPetition(unit, petitionId);
        const sent = given.submission && (await signaturesOn(unit.trx).byId(given.submission));
        if (sent) return sent;
        const id = given.submission ?? newId();
        const unconfirmed: Signature = {
          ...blank(petition, id),
          ...(await places.mustLie(unit.trx, petition, given.postcode)),
          name: given.name,
          nameKey: signerKey(given.name),
          basis: given.basis,
          age: given.age,
          channel: 'phone',
          enteredBy: officer.personId,
          readBack: given.read_back,
        };
        await signaturesOn(unit.trx).add(unconfirmed);
        unit.record({
          kind: 'signature_by_telephone',
          areaId: petition.areaId,
          subjectKind: 'petition',
          subjectId: petitionId,
          actor: officer.personId,
          channel: 'phone',
        });
        return count(unit, unconfirmed);
      }),

    count,
    blank,
  };

  /** Counts it, and notes where another of the same name and postcode has signed: for a person to judge. */
  async function count({ trx }: UnitOfWork, before: Signature): Promise<Signature> {
    const store = signaturesOn(trx);
    const now: Signature = {
      ...before,
      standing: 'valid',
      confirmedAt: clock().toISOString(),
      sameAs: await store.another(before),
    };
    await store.change(before, now);
    return now;
  }

  function blank(petition: Petition, id: string): Signature {
    return {
      id,
      petitionId: petition.id,
      areaId: petition.areaId,
      name: '',
      nameKey: null,
      postcode: '',
      wardId: null,
      basis: 'live',
      age: 'adult',
      email: null,
      emailKey: null,
      seat: null,
      keyHash: null,
      channel: 'online',
      standing: 'unconfirmed',
      sameAs: null,
      strikeId: null,
      sheetId: null,
      line: null,
      network: null,
      enteredBy: null,
      readBack: null,
      told: null,
      createdAt: clock().toISOString(),
      confirmedAt: null,
    };
  }

  /** Adds it where a seat of its address is free. @returns the one to write about; null where nothing is to be written */
  async function seated({ trx }: UnitOfWork, signature: Signature): Promise<Signature | null> {
    const store = signaturesOn(trx);
    for (const seat of SEATS) if (await store.add({ ...signature, seat })) return { ...signature, seat };
    const { petitionId, emailKey, nameKey } = signature;
    return (await store.ofAddress(petitionId, emailKey ?? '', nameKey ?? '')) ?? null;
  }

  function mailOf(petition: Petition, { id, age }: Signature) {
    const url = `${baseUrl}/signatures/${keyOf(id)}`;
    return confirmSignatureMail({ number: petition.number, wording: petition.wording, age, url, days: CONFIRM_DAYS });
  }

  /** Always the same for a signature, so that every mail’s link goes on working; only its hash is kept. */
  function keyOf(id: string): string {
    return linkKeyOf(secret, 'own signature', id);
  }

  async function isWithin(limit: Limit, subject: string): Promise<boolean> {
    return countAttempt(db, clock, limit, subject).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Problem && error.status === 429) return false;
        throw error;
      },
    );
  }

  async function openPetition({ trx }: UnitOfWork, id: string): Promise<Petition> {
    const petition = await petitionsOn(trx).byId(id);
    if (!petition || petition.openedOn === null) throw notFound('petition');
    if (!isOpenOn(petition, await steps.todayIn(trx, petition.areaId))) throw conflict(NOT_OPEN);
    return petition;
  }

  /** @throws Problem 404 */
  async function byKey(key: string): Promise<Signature> {
    const signature = await signaturesOn(db).byKey(hashOf(key));
    if (!signature) throw notFound('signature');
    return signature;
  }

  async function known({ trx }: UnitOfWork, id: string): Promise<Signature> {
    const signature = await signaturesOn(trx).lock(id);
    if (!signature) throw notFound('signature');
    return signature;
  }
}
