import { backUp } from './back-up.ts';
import { checkDraftQuery } from './check-draft.ts';
import { closings } from './closings.ts';
import { configQuery } from './config.ts';
import { configuration } from './configuration.ts';
import { contactWays } from './contact-ways.ts';
import { directory } from './directory.ts';
import { draftOfFile } from './draft-of-file.ts';
import { escalationRules } from './escalation-rules.ts';
import { explainTicket } from './explain-ticket.ts';
import { exportConfig } from './export-config.ts';
import { findCaller } from './find-caller.ts';
import { findTicket } from './find-ticket.ts';
import { likelyDuplicates } from './likely-duplicates.ts';
import { listTickets } from './list-tickets.ts';
import { nextInstantQuery } from './next-instant.ts';
import { notifications } from './notifications.ts';
import { numbersTaken } from './numbers-taken.ts';
import { outboxQueries } from './outbox/outbox-queries.ts';
import { ownUrgent } from './own-urgent.ts';
import { draftQuery, preferences } from './personal.ts';
import { previewDraft } from './preview-draft.ts';
import { previewRulesQuery } from './preview-rules.ts';
import { proposals } from './proposals.ts';
import type { QueryName } from './query-map.ts';
import { queueCounts } from './queue-counts.ts';
import { queuePage } from './queue-page.ts';
import type { Query } from './read-context.ts';
import { readConfigFileQuery } from './read-config-file.ts';
import { search } from './search.ts';
import { sessionUser } from './session-user.ts';
import { sight } from './sight.ts';
import { statusReport } from './status-report.ts';
import { ticketView } from './ticket-view.ts';
import { verify } from './verify.ts';
import { whatIfSlice } from './whatif-slice.ts';

/** Every read, by name: what is not here cannot be asked of a reader. */
export const queries: { readonly [N in QueryName]: Query<N> } = {
  'queue-page': queuePage,
  'queue-counts': queueCounts,
  'own-urgent': ownUrgent,
  search,
  'contact-ways': contactWays,
  'find-caller': findCaller,
  'likely-duplicates': likelyDuplicates,
  'ticket-view': ticketView,
  'explain-ticket': explainTicket,
  'find-ticket': findTicket,
  'numbers-taken': numbersTaken,
  directory,
  closings,
  sight,
  'session-user': sessionUser,
  notifications,
  draft: draftQuery,
  preferences,
  config: configQuery,
  configuration,
  proposals,
  'check-draft': checkDraftQuery,
  'escalation-rules': escalationRules,
  'preview-rules': previewRulesQuery,
  'preview-draft': previewDraft,
  'export-config': exportConfig,
  'read-config-file': readConfigFileQuery,
  'what-if-slice': whatIfSlice,
  'draft-of-file': draftOfFile,
  'next-instant': nextInstantQuery,
  'status-report': statusReport,
  'list-tickets': listTickets,
  verify,
  'back-up': backUp,
  ...outboxQueries,
};

/** SQLite makes its copy in a transaction of its own and refuses to be in another. */
export const ownTransaction: ReadonlySet<QueryName> = new Set<QueryName>(['back-up']);
