import type { CommandName } from './command-map.ts';
import { decideProposal } from './decide-proposal.ts';
import { importBatch } from './import-batch.ts';
import { importConfig } from './import-config.ts';
import { markNotificationsRead } from './mark-notifications-read.ts';
import { recordClockConfirmed } from './record-clock-confirmed.ts';
import { outboxCommands } from './outbox/outbox-commands.ts';
import { publishConfig } from './publish-config.ts';
import { reapplyConfig } from './reapply-config.ts';
import { recordPasswordSet } from './record-password-set.ts';
import { recordSensitiveRead } from './record-sensitive-read.ts';
import { recordSignIn } from './record-sign-in.ts';
import { saveConfig } from './save-config.ts';
import { saveDraft } from './save-draft.ts';
import { setPreference } from './set-preference.ts';
import { takeUnshownNotifications } from './take-unshown-notifications.ts';
import { ticketCommand } from './ticket-command.ts';
import { undoBatch } from './undo-batch.ts';
import { workOff } from './work-off.ts';
import type { Command } from './write-context.ts';

/** Every write, by name: what is not here cannot be asked of the writer. */
export const commands: { readonly [N in CommandName]: Command<N> } = {
  'ticket-command': ticketCommand,
  'save-config': saveConfig,
  'publish-config': publishConfig,
  'decide-proposal': decideProposal,
  'import-config': importConfig,
  'reapply-config': reapplyConfig,
  'import-batch': importBatch,
  'undo-batch': undoBatch,
  'work-off': workOff,
  'save-draft': saveDraft,
  'mark-notifications-read': markNotificationsRead,
  'take-unshown-notifications': takeUnshownNotifications,
  'set-preference': setPreference,
  'record-sign-in': recordSignIn,
  'record-clock-confirmed': recordClockConfirmed,
  'record-password-set': recordPasswordSet,
  'record-sensitive-read': recordSensitiveRead,
  ...outboxCommands,
};
