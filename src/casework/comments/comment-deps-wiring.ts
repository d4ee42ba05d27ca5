import { areaPorts } from '../../ground/areas/area-ports.ts';
import type { MailService } from '../../ground/notifications/mail-service.ts';
import { peoplePorts, personAdding } from '../../ground/people/people-ports.ts';
import { groupPorts } from '../../groups/groups/group-ports.ts';
import { dayIn } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/problem.ts';
import type { BeforeWriting, Kernel } from '../../kernel/wing.ts';
import { shownAsset } from '../../register/assets/asset-ports.ts';
import { dueOn } from '../clocks/clock-rules.ts';
import type { ProposalSteps } from '../proposals/proposal-steps.ts';
import { proposalsOn } from '../proposals/proposal-store.ts';
import { placeOf } from '../proposals/proposal-scene-service.ts';
import { caseTermPorts } from '../terms/case-term-ports.ts';
import type { CommentDeps, CommentTellingDeps } from './comment-deps.ts';

/** What telling people of comments needs. */
export function commentTellingDeps(before: BeforeWriting, { mails }: { mails: MailService }): CommentTellingDeps {
  const { clock, newId, config } = before;
  return {
    clock,
    newId,
    secret: config.sessionSecret,
    baseUrl: config.baseUrl,
    proposals: { byId: (db, id) => proposalsOn(db).byId(id) },
    placeOf: async (db, assetId) => placeOf((await shownAsset(db, assetId)) ?? null).place,
    emailOf: async (db, personId) => (await peoplePorts.byId(db, personId))?.email ?? null,
    async todayIn(db, areaId) {
      const area = await areaPorts.byId(db, areaId);
      if (!area) throw notFound('area');
      return dayIn(area.timeZone, clock());
    },
    writeMail: (db, mail) => mails.write(db, mail),
    tell: groupPorts(before, { mails }).tell,
  };
}

/** All that comments need. */
export function commentDeps(
  kernel: Kernel,
  { mails, steps }: { mails: MailService; steps: ProposalSteps },
): CommentDeps {
  return {
    ...kernel,
    ...commentTellingDeps(kernel, { mails }),
    locked: (unit, id) => steps.locked(unit, id),
    async againBy(db, { areaId, receivedOn }, from) {
      const { comment_again_wd: days } = await caseTermPorts.on(db, areaId, receivedOn ?? from);
      return dueOn(from, days, 'working_days', await areaPorts.bankHolidays(db, areaId));
    },
    people: {
      ...peoplePorts,
      add: personAdding(kernel),
    },
  };
}
