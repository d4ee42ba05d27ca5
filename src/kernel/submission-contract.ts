import { z } from 'zod';

/** What stands for one form as it was shown, so that sending it twice is once; whoever sends without a form may leave it out. */
export const submissionSchema = z.uuid('Open the form again and send it as it is on the page.').optional();
