import type { Asked } from './asking-steps.ts';
import { brokerDeputyMail } from './broker-mail-words.ts';
import { askedMail, goneMail } from './request-mail-words.ts';
import { isTestedFor, type RoomOption } from './request-contract.ts';
import { groupsSilenceWords } from './request-test-words.ts';
import { currentOf, type Scene } from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';

/** What a group and its brokers hear once a request is sent. */
export function sentTelling({ telling }: { telling: RequestTelling }) {
  return { tellAsked, tellDeputy };

  async function tellAsked({ scene, next }: Asked): Promise<void> {
    const [first] = scene.options;
    const current = currentOf(scene.options);
    if (next.kind === 'asked' && current)
      await telling.toGroup(scene, askedMail(await telling.about(scene, current), silenceIn(scene, current)));
    if (next.kind === 'broker' && first)
      await telling.toGroup(scene, goneMail(await telling.about(scene, first), next));
  }

  async function tellDeputy(scene: Scene): Promise<void> {
    const [first] = scene.options;
    if (first) await telling.toBrokers(scene, brokerDeputyMail(await telling.about(scene, first)));
  }
}

/** What the owner's silence comes to, where the group has not passed the test for this price. */
function silenceIn({ request }: Scene, { asked }: RoomOption): string | null {
  const { audience } = request.wish;
  return asked && asked.test !== 'passed' && isTestedFor(audience)
    ? groupsSilenceWords(['no_passport'], audience, asked.test)
    : null;
}
