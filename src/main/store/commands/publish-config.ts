import { submitDraft } from '../config/submit-draft.ts';
import type { Command } from './write-context.ts';

/** A draft of the configuration: published, or proposed where another person has to approve. */
export const publishConfig: Command<'publish-config'> = (draft, context) => submitDraft(draft, context);
