import type { MailText } from '../../ground/notifications/mail-contract.ts';
import { dayWords } from './day-words.ts';
import type { DocumentKind } from './document-contract.ts';
import type { Group } from './group-contract.ts';
import {
  DEPUTY_DOES,
  DOCUMENT_WORDS,
  LEAD_SIGNS_FOR,
  LEGAL_FORM_WORDS,
  ROLE_WORDS,
  SIZE_WORDS,
} from './group-words.ts';
import type { InvitedRole } from './membership-contract.ts';
import type { ReminderStage } from './reminder-rules.ts';

/** `group` is the name for outside: a group's own name may say too much on a lock screen. */
export function invitationMail(to: {
  by: string;
  group: string;
  role: InvitedRole;
  url: string;
  until: string;
}): MailText {
  return {
    kind: 'group_invitation',
    subject: `${to.by} asks you to be a ${ROLE_WORDS[to.role]} of ${to.group}`,
    paragraphs: [
      `${to.by} asks you to be a ${ROLE_WORDS[to.role]} of ${to.group} on Meantime, where community groups find places to use.`,
      `The link shows what that means. You decide there. It works until ${dayWords(to.until)}. If you do not know ${to.by}, you need do nothing.`,
    ],
    action: { label: 'See the invitation', url: to.url },
  };
}

export const handoverMail = (from: string, group: string, url: string): MailText => ({
  kind: 'group_handover',
  subject: `${from} asks you to lead ${group}`,
  paragraphs: [
    `${from} wants to hand over the lead of ${group} to you. The page says what a lead signs for. You decide there; until you accept, nothing changes.`,
  ],
  action: { label: 'See what it means and decide', url },
});

export const handedOverMail = (to: string, group: string, url: string): MailText => ({
  kind: 'group_handed_over',
  subject: `${to} now leads ${group}`,
  paragraphs: [`${to} has accepted the lead of ${group}. You are a member of the group from now on.`],
  action: { label: 'Go to the group', url },
});

export const partEndedMail = (group: string): MailText => ({
  kind: 'group_part_ended',
  subject: `You are no longer in ${group}`,
  paragraphs: [
    `Somebody who runs ${group} has ended your part in it on Meantime. If that is a mistake, talk to them: they can invite you again.`,
  ],
});

export const closedMail = (group: string): MailText => ({
  kind: 'group_closed',
  subject: `${group} is closed`,
  paragraphs: [
    `${group} has been closed on Meantime, at the wish of its lead. Its name and details are removed, and nobody is in it any more.`,
    'If you want to go on, you can make a group of your own.',
  ],
});

export function documentCheckedMail(
  kind: DocumentKind,
  group: string,
  refusedBecause: string | null,
  url: string,
): MailText {
  const name = DOCUMENT_WORDS[kind].name.toLowerCase();
  return refusedBecause === null
    ? {
        kind: 'document_accepted',
        subject: `${group}: ${name} accepted`,
        paragraphs: [
          `We have checked the ${name} of ${group}, and it is in order. It need not be shown again while it is good.`,
        ],
        action: { label: 'Go to the group', url },
      }
    : {
        kind: 'document_not_accepted',
        subject: `${group}: please send another ${name}`,
        paragraphs: [
          `We have checked the ${name} of ${group}, and could not accept it:`,
          refusedBecause,
          'Please add a new one on the group’s page.',
        ],
        action: { label: 'Go to the group', url },
      };
}

const RUNS_OUT: Record<ReminderStage, (day: string) => string> = {
  '30_days': (day) => `runs out in a month, on ${day}`,
  '7_days': (day) => `runs out in a week, on ${day}`,
  expired: (day) => `ran out on ${day}`,
};

export function reminderMail(
  kind: DocumentKind,
  group: string,
  stage: ReminderStage,
  expiresOn: string,
  url: string,
): MailText {
  const when = RUNS_OUT[stage](dayWords(expiresOn));
  const name = DOCUMENT_WORDS[kind].name.toLowerCase();
  return {
    kind: 'document_reminder',
    subject: stage === 'expired' ? `${group}: ${name} has run out` : `${group}: ${name} ${when}`,
    paragraphs: [
      `The ${name} of ${group} ${when}.`,
      'When you have the new one, add it on the group’s page. We check it once, and then it counts everywhere.',
    ],
    action: { label: 'Add the new one', url },
  };
}

/** A copy of what an officer typed, for the person to keep. */
export function registeredMail(group: Group, url: string): MailText {
  return {
    kind: 'group_registered',
    subject: `${group.name} is registered`,
    paragraphs: [
      `You got in touch on ${dayWords(group.receivedOn)}, and we have registered your group. All dates count from that day.`,
      ...(group.publicName ? [`Others see this name: ${group.publicName}`] : []),
      `What you do: ${group.purpose}`,
      `Who it is for: ${group.audience}`,
      `How you are set up: ${LEGAL_FORM_WORDS[group.legalForm].label}. Size: ${SIZE_WORDS[group.size].toLowerCase()}.`,
      'You told us that you are 18 or over, and that you agree to lead the group:',
      ...LEAD_SIGNS_FOR,
    ],
    talk: 'Is anything wrong? We change it.',
    action: { label: 'See the group', url },
  };
}

export const broughtInMail = (group: string, role: InvitedRole): MailText => ({
  kind: 'group_brought_in',
  subject: `You are ${ROLE_WORDS[role]} of ${group}`,
  paragraphs: [
    `You told us that you are a ${ROLE_WORDS[role]} of ${group}, and we have noted it.`,
    ...(role === 'group_deputy' ? [DEPUTY_DOES] : []),
  ],
  talk: 'Is that not right? We change it.',
});

export const leadEmailMail = (group: string, url: string): MailText => ({
  kind: 'lead_email_added',
  subject: `You can now look after ${group} yourself`,
  paragraphs: [
    `We have added this address for the lead of ${group}. From now on we write to you here, and you can sign in with a code that we send to this address.`,
  ],
  talk: 'You do not know this group? Then somebody gave us the wrong address.',
  action: { label: 'Go to the group', url },
});
