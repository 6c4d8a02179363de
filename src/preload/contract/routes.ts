import { z } from 'zod';
import { closings, closingsInput } from './calendars.ts';
import * as configFiles from './config-files.ts';
import * as configuration from './configuration.ts';
import { deskInfo, deskState, deskTime, directory, draftInput, notificationItem } from './people.ts';
import * as escalation from './escalation.ts';
import { derivation } from './explain.ts';
import { findCallerInput, knownCaller, likelyDuplicate, likelyDuplicatesInput } from './intake.ts';
import * as messages from './messages.ts';
import { done, none, openRoutes, type RouteTable } from './open-routes.ts';
import * as publishing from './publishing.ts';
import * as tickets from './tickets.ts';
import { id } from './values.ts';
import { whatIfInput, whatIfOutput, whatIfProgress } from './whatif.ts';

/** Questions that only somebody with an unlocked session may ask; `routes` has all. */
export const sessionRoutes = {
  'session.lock': { access: 'session', input: none, output: deskState },
  'session.signOut': { access: 'session', input: none, output: deskState },
  /** Somebody has looked at the machine's clock, which was moved, and says that it is right. */
  'clock.confirm': { access: 'session', input: none, output: deskInfo },
  'directory.get': { access: 'session', input: none, output: directory },
  'calendar.closings': { access: 'session', input: closingsInput, output: z.array(closings) },
  'queue.page': { access: 'session', input: tickets.queuePageInput, output: tickets.queuePage },
  'queue.counts': {
    access: 'session',
    input: z.strictObject({ organizationId: id.optional() }),
    output: tickets.queueCounts,
  },
  'ticket.search': { access: 'session', input: tickets.searchInput, output: z.array(tickets.queueRow) },
  'caller.find': { access: 'session', input: findCallerInput, output: z.array(knownCaller).max(5) },
  'ticket.likely': { access: 'session', input: likelyDuplicatesInput, output: z.array(likelyDuplicate).max(3) },
  'ticket.get': { access: 'session', input: z.strictObject({ ticketId: id }), output: tickets.ticketView },
  'ticket.explain': { access: 'session', input: z.strictObject({ ticketId: id }), output: derivation },
  'ticket.find': {
    access: 'session',
    input: z.strictObject({ number: z.string().max(40) }),
    output: z.strictObject({ ticketId: id }),
  },
  'ticket.create': { access: 'session', input: tickets.createTicketInput, output: tickets.ticketChanged },
  'ticket.update': { access: 'session', input: tickets.updateTicketInput, output: tickets.ticketChanged },
  'ticket.assign': { access: 'session', input: tickets.assignTicketInput, output: tickets.ticketChanged },
  'ticket.setStatus': { access: 'session', input: tickets.setStatusInput, output: tickets.ticketChanged },
  'ticket.note': { access: 'session', input: tickets.noteInput, output: tickets.ticketChanged },
  'ticket.reply': { access: 'session', input: tickets.replyInput, output: tickets.ticketChanged },
  'ticket.markSensitive': { access: 'session', input: tickets.markSensitiveInput, output: tickets.ticketChanged },
  'ticket.unmarkSensitive': { access: 'session', input: tickets.unmarkSensitiveInput, output: tickets.ticketChanged },
  'ticket.refer': { access: 'session', input: tickets.referInput, output: tickets.ticketChanged },
  'ticket.escalate': { access: 'session', input: tickets.escalateInput, output: tickets.ticketChanged },
  'ticket.acknowledge': { access: 'session', input: tickets.acknowledgeInput, output: tickets.ticketChanged },
  'ticket.stepDown': { access: 'session', input: tickets.stepDownInput, output: tickets.ticketChanged },
  'ticket.move': { access: 'session', input: tickets.moveInput, output: tickets.ticketChanged },
  'ticket.merge': { access: 'session', input: tickets.mergeInput, output: tickets.ticketChanged },
  'ticket.askExplanation': { access: 'session', input: tickets.askExplanationInput, output: tickets.ticketChanged },
  'ticket.answerExplanation': {
    access: 'session',
    input: tickets.answerExplanationInput,
    output: tickets.ticketChanged,
  },
  'ticket.acceptExplanation': {
    access: 'session',
    input: tickets.acceptExplanationInput,
    output: tickets.ticketChanged,
  },
  'ticket.sendBackExplanation': {
    access: 'session',
    input: tickets.sendBackExplanationInput,
    output: tickets.ticketChanged,
  },
  'ticket.undo': { access: 'session', input: tickets.undoInput, output: tickets.ticketChanged },
  'notifications.list': {
    access: 'session',
    input: none,
    output: z.strictObject({ unread: z.number().int(), items: z.array(notificationItem) }),
  },
  'notifications.markRead': {
    access: 'session',
    input: z.strictObject({ lines: z.array(notificationItem.pick({ id: true, ticketId: true })).max(500) }),
    output: done,
  },
  /** Past tickets replayed under a draft; answers when it is done, `whatif.progress` tells how far it is. One at a time. */
  'whatif.run': { access: 'session', input: whatIfInput, output: whatIfOutput },
  'whatif.cancel': { access: 'session', input: z.strictObject({ runId: id }), output: done },
  'messages.ofTicket': {
    access: 'session',
    input: messages.messagesOfTicketInput,
    output: z.array(messages.messageView),
  },
  'outbox.page': { access: 'session', input: messages.outboxPageInput, output: messages.outboxPage },
  /** Newest first. */
  'outbox.unjoined': {
    access: 'session',
    input: messages.unjoinedInput,
    output: z.array(messages.unjoinedMessage),
  },
  'outbox.act': {
    access: 'session',
    input: messages.byHandInput,
    output: z.strictObject({ state: z.enum(messages.messageStates) }),
  },
  /** One's own, never anybody else's. */
  'inbox.settings': { access: 'session', input: none, output: messages.readerSettings },
  'inbox.setSettings': { access: 'session', input: messages.readerSettings, output: done },
  /** In the order in which they are tried, those that were not agreed to last. */
  'contact.ways': { access: 'session', input: messages.contactWaysInput, output: z.array(messages.contactWay) },
  /** Somebody says that they want no messages, or that they want them again. */
  'contact.mark': { access: 'session', input: messages.markAddressInput, output: done },
  /** With settings, and never a secret, for whoever manages channels. */
  'channels.list': { access: 'session', input: messages.channelsInput, output: z.array(messages.channelView) },
  'channels.save': { access: 'session', input: messages.saveChannelInput, output: messages.channelSaved },
  'channels.testSend': { access: 'session', input: messages.testSendInput, output: messages.testSent },
  /** Asks the other side, sending nothing; what it says is how the channel stands afterwards. */
  'channels.probe': { access: 'session', input: messages.probeChannelInput, output: done },
  'templates.list': { access: 'session', input: messages.templatesInput, output: messages.productTexts },
  'templates.preview': {
    access: 'session',
    input: messages.templatePreviewInput,
    output: messages.templatePreview,
  },
  'draft.get': {
    access: 'session',
    input: z.strictObject({ key: z.string().max(80) }),
    output: z.strictObject({ text: z.string() }),
  },
  'draft.save': { access: 'session', input: draftInput, output: done },
  'config.get': { access: 'session', input: none, output: configuration.configuration },
  /** Errors and warnings of a draft, and what would come of publishing it. */
  'config.check': { access: 'session', input: configuration.checkInput, output: configuration.checkOutput },
  'config.preview': { access: 'session', input: configuration.previewInput, output: configuration.previewOutput },
  /** Whom the escalation rules of a draft name today, and what is odd about them. */
  'config.escalation': {
    access: 'session',
    input: escalation.escalationRulesInput,
    output: escalation.escalationRulesOutput,
  },
  /** What the escalation rules of a draft would do to a ticket. */
  'config.previewRules': {
    access: 'session',
    input: escalation.rulesPreviewInput,
    output: escalation.rulesPreview,
  },
  'config.publish': { access: 'session', input: publishing.publishInput, output: publishing.publishOutcome },
  'config.proposals': { access: 'session', input: none, output: publishing.proposalsOutput },
  'config.decide': { access: 'session', input: publishing.decideInput, output: publishing.publishOutcome },
  'config.holidays': { access: 'session', input: configFiles.holidaysInput, output: configFiles.holidaysOutput },
  'config.holidayPlaces': {
    access: 'session',
    input: configFiles.holidayPlacesInput,
    output: configFiles.holidayPlacesOutput,
  },
  'config.export': { access: 'session', input: configFiles.exportInput, output: configFiles.exportOutput },
  /** The program asks where, and writes the file there. */
  'config.saveExport': {
    access: 'session',
    input: configFiles.exportInput,
    output: configFiles.saveExportOutput,
  },
  /** A dry run, or the publishing of what a dry run showed. */
  'config.import': { access: 'session', input: configFiles.importInput, output: configFiles.importOutput },
} as const satisfies RouteTable<'session'>;

/**
 * Every question that the window can ask. `access` says who may ask at all: `open` before sign-in, `session` with an
 * unlocked session; what that user may do with the thing asked for is decided by the access table where the thing is read.
 */
export const routes = { ...openRoutes, ...sessionRoutes };

export type RouteName = keyof typeof routes;
export type RouteInput<R extends RouteName> = z.input<(typeof routes)[R]['input']>;
export type RouteParsed<R extends RouteName> = z.output<(typeof routes)[R]['input']>;
export type RouteOutput<R extends RouteName> = z.output<(typeof routes)[R]['output']>;

/** What main tells the window unasked; sent only after the commit that it speaks of. */
export const events = {
  /** Rows that changed; `many` when it is more than 200 and the list should read again. */
  'store.changed': z.strictObject({ ticketIds: z.array(id), many: z.boolean(), directory: z.boolean() }),
  'desk.state': deskState,
  /** While a desk is being set up: tickets of its sample that are in, of how many. */
  'setUp.progress': z.strictObject({ done: z.number().int(), of: z.number().int() }),
  'notifications.changed': z.strictObject({ unread: z.number().int() }),
  /** The desk's clock, once a minute and whenever it jumps; countdowns run from it. */
  'clock.now': deskTime,
  /** Main asks for a ticket to be shown: a notification was clicked, a link opened. */
  'ticket.show': z.strictObject({ ticketId: id }),
  /** A link named a ticket that is not there, or that its reader may not see: both are told by this and nothing else. */
  'ticket.unknown': none,
  'whatif.progress': whatIfProgress,
  /** A menu item or tray entry was chosen; `name` is a command of the keyboard table. */
  'command.run': z.strictObject({ name: z.string().max(40) }),
} as const satisfies Record<string, z.ZodType>;

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;
