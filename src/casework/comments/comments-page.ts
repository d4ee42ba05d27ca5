import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { commentFormView } from '../../../client/casework/comments/comment-form-view.ts';
import { commentsView, type CommentsData } from '../../../client/casework/comments/comments-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import type { ActName } from '../../ground/people/role-contract.ts';
import { told } from '../../kernel/form-page.ts';
import { canBeAnswered, takingOf } from './comment-time-rules.ts';
import type { CommentPagesDeps } from './comment-endpoint.ts';
import { COMMENTS_ON_A_PAGE } from './comment-reading-service.ts';

const sentAs = ({ values }: FormState): string => {
  const { submission } = values;
  return typeof submission === 'string' && submission !== '' ? submission : randomUUID();
};

/** Makes the function that shows the form to comment with, for oneself or for somebody. */
export function commentFormPageOf({ proposals, contact, sendPage }: CommentPagesDeps) {
  return async (
    req: Request,
    res: Response,
    id: string,
    assisted: boolean,
    status = 200,
    form: FormState = emptyForm,
  ): Promise<void> => {
    const proposal = await proposals.publicly(id);
    const title = assisted ? 'Type a comment for somebody' : `Say what you think: ${proposal.place}`;
    const mine = req.who && !assisted ? { name: req.who.name } : {};
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}${title}`,
      description: `${proposal.group.name} asks for ${proposal.place}. Say what you think of it: for, against, worried, or with a question.`,
      body: commentFormView({
        proposal,
        taking: takingOf(proposal),
        form: { ...form, values: { ...mine, ...form.values } },
        submission: sentAs(form),
        signedIn: req.who !== null,
        assisted,
        contact: await contact(proposal.area.id),
      }),
      about: { areaId: proposal.area.id },
      ...(status === 200 && !assisted
        ? { canonical: `/proposals/${id}/comments/new` }
        : { robots: 'noindex' as const }),
    });
  };
}

/** The form that is shown again: a reply to a comment, the answer to one put right, or else answers. */
export type CommentsAgain = { form: FormState; replying: string | null; correcting?: string };
export type ShowComments = (
  req: Request,
  res: Response,
  id: string,
  page?: number,
  status?: number,
  again?: CommentsAgain,
) => Promise<void>;

/** Makes the function that shows all comments on a proposal: to those who decide with who wrote them. */
export function commentsPageOf({ comments: { reading }, proposals, access, sendPage }: CommentPagesDeps): ShowComments {
  return async (req, res, id, page = 1, status = 200, again = { form: emptyForm, replying: null }) => {
    const proposal = await proposals.publicly(id);
    const thing = await proposals.sentThing(id);
    const may = (act: ActName): boolean => access.may(req.who, act, thing);
    const counts = await reading.counts(id);
    const taking = takingOf(proposal);
    const data: CommentsData = {
      proposal,
      taking,
      counts,
      comments: may('comment.read') ? await reading.forDeciding(id, page) : await reading.publicly(id, page),
      page,
      pages: Math.max(1, Math.ceil(counts.all / COMMENTS_ON_A_PAGE)),
      rights: {
        look: may('comment.look'),
        reply: may('comment.reply'),
        answer: may('comment.answer') && canBeAnswered(proposal),
        assist: may('comment.assist'),
      },
      ...again,
      submission: sentAs(again.form),
      flash: told(req),
    };
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}What people say: ${proposal.place}`,
      description: `Comments on what ${proposal.group.name} would do with ${proposal.place}, and what came of them.`,
      body: commentsView(data),
      about: { areaId: proposal.area.id },
      ...(status === 200 && page === 1 ? { canonical: `/proposals/${id}/comments` } : { robots: 'noindex' as const }),
    });
  };
}
