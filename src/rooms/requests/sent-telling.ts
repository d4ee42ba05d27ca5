import type { Asked } from './asking-steps.ts';
import { brokerDeputyMail } from './broker-mail-words.ts';
import type { RequestCore } from './request-deps.ts';
import { askedMail, goneMail, notYetMail } from './request-mail-words.ts';
import { currentOf, note, type Scene } from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';

/** What a group and its brokers hear once a request is sent. */
export function sentTelling({ baseUrl, telling }: Pick<RequestCore, 'baseUrl'> & { telling: RequestTelling }) {
  return { tellAsked, tellDeputy, tellNotYet };

  async function tellAsked({ scene, next }: Asked): Promise<void> {
    const [first] = scene.options;
    const current = currentOf(scene.options);
    if (next.kind === 'asked' && current)
      await telling.toGroup(scene, askedMail(await telling.about(scene, current), next.dueOn));
    if (next.kind === 'broker' && first)
      await telling.toGroup(scene, goneMail(await telling.about(scene, first), next));
  }

  async function tellDeputy(scene: Scene): Promise<void> {
    const [first] = scene.options;
    if (first) await telling.toBrokers(scene, brokerDeputyMail(await telling.about(scene, first)));
  }

  async function tellNotYet(scene: Scene): Promise<void> {
    const [first] = scene.options;
    note(scene, 'room_test_not_yet', { personId: 'system', brought: null });
    if (first)
      await telling.toGroup(
        scene,
        notYetMail(await telling.about(scene, first), `${baseUrl}/requests/${scene.request.id}#prices`),
      );
  }
}
