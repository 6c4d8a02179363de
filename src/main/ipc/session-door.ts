import { failure, success, type Result } from '../../preload/contract/result.ts';
import { sessionRoutes } from '../../preload/contract/routes.ts';
import type { TicketChanged } from '../../preload/contract/tickets.ts';
import type { TicketCommand } from '../domain/ticket/decide.ts';
import type { CommandInput, CommandName, CommandOutput, QueryInput, QueryName, QueryOutput } from '../store/store.ts';
import type { SendToWindow } from './desk-feed.ts';
import type { SessionAnswers, SessionDoor } from './handle-request.ts';
import { holidayPlaces, holidays } from './holidays.ts';
import { deskInfoOf, type DeskFace } from './open-answers.ts';
import { commandContext, type DeskParts } from './open-desk-store.ts';
import type { Session } from './session.ts';
import { sealSecrets } from '../outbox/channel-secrets.ts';
import { createWhatIfs } from './what-if.ts';

/** Route → store: each line one command or query, with the user who asks. */
export function createSessionDoor(
  session: Session,
  face: DeskFace,
  parts: Pick<DeskParts, 'clock' | 'random' | 'secrets'> & { send: SendToWindow },
): SessionDoor {
  const whatIfs = createWhatIfs(session, parts.send, parts);

  const ask = async <N extends QueryName>(
    name: N,
    input: QueryInput<N>,
    viewerId: string,
  ): Promise<Result<QueryOutput<N>>> =>
    session.store()?.query(name, input, { viewerId, nowAt: parts.clock.now() }) ?? failure('SESSION_LOCKED');

  const run = async <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    actorId: string,
  ): Promise<Result<CommandOutput<N>>> =>
    session.store()?.execute(name, input, commandContext(parts, actorId)) ?? failure('SESSION_LOCKED');

  const onTicket = (command: TicketCommand, actorId: string): Promise<Result<TicketChanged>> =>
    run('ticket-command', command, actorId);

  const done = async (answer: Promise<Result<unknown>>): Promise<Result<Record<string, never>>> => {
    const result = await answer;
    return result.ok ? success({}) : result;
  };

  const answers: SessionAnswers = {
    'session.lock': async () => success(await session.lock()),
    'session.signOut': async () => success(await session.signOut()),
    'clock.confirm': async (_input, userId) => {
      const recorded = await run('record-clock-confirmed', {}, userId);
      if (!recorded.ok) return recorded;
      parts.clock.confirm();
      return success(deskInfoOf(session, face, parts.clock));
    },
    'directory.get': (input, userId) => ask('directory', input, userId),
    'calendar.closings': (input, userId) => ask('closings', input, userId),
    'queue.page': (input, userId) => ask('queue-page', input, userId),
    'queue.counts': (input, userId) => ask('queue-counts', input, userId),
    'ticket.search': (input, userId) => ask('search', input, userId),
    'caller.find': (input, userId) => ask('find-caller', input, userId),
    'ticket.likely': (input, userId) => ask('likely-duplicates', input, userId),
    'ticket.get': (input, userId) => ask('ticket-view', input, userId),
    'ticket.explain': (input, userId) => ask('explain-ticket', input, userId),
    'ticket.find': (input, userId) => ask('find-ticket', input, userId),
    'ticket.create': (input, userId) => onTicket({ kind: 'create', input }, userId),
    'ticket.update': (input, userId) => onTicket({ kind: 'update', input }, userId),
    'ticket.assign': (input, userId) => onTicket({ kind: 'assign', input }, userId),
    'ticket.setStatus': (input, userId) => onTicket({ kind: 'set_status', input }, userId),
    'ticket.note': (input, userId) => onTicket({ kind: 'note', input }, userId),
    'ticket.reply': (input, userId) => onTicket({ kind: 'reply', input }, userId),
    'ticket.markSensitive': (input, userId) => onTicket({ kind: 'mark_sensitive', input }, userId),
    'ticket.unmarkSensitive': (input, userId) => onTicket({ kind: 'unmark_sensitive', input }, userId),
    'ticket.refer': (input, userId) => onTicket({ kind: 'refer', input }, userId),
    'ticket.escalate': (input, userId) => onTicket({ kind: 'escalate', input }, userId),
    'ticket.acknowledge': (input, userId) => onTicket({ kind: 'acknowledge', input }, userId),
    'ticket.stepDown': (input, userId) => onTicket({ kind: 'step_down', input }, userId),
    'ticket.move': (input, userId) => onTicket({ kind: 'move', input }, userId),
    'ticket.merge': (input, userId) => onTicket({ kind: 'merge', input }, userId),
    'ticket.askExplanation': (input, userId) => onTicket({ kind: 'ask_explanation', input }, userId),
    'ticket.answerExplanation': (input, userId) => onTicket({ kind: 'answer_explanation', input }, userId),
    'ticket.acceptExplanation': (input, userId) => onTicket({ kind: 'accept_explanation', input }, userId),
    'ticket.sendBackExplanation': (input, userId) => onTicket({ kind: 'send_back_explanation', input }, userId),
    'ticket.undo': (input, userId) => onTicket({ kind: 'undo', input }, userId),
    'notifications.list': (input, userId) => ask('notifications', input, userId),
    'notifications.markRead': (input, userId) => done(run('mark-notifications-read', input, userId)),
    'messages.ofTicket': (input, userId) => ask('messages-of-ticket', input, userId),
    'outbox.page': (input, userId) => ask('outbox-page', input, userId),
    'outbox.unjoined': (input, userId) => ask('unjoined-inbound', input, userId),
    'outbox.act': (input, userId) => run('message-by-hand', input, userId),
    'inbox.settings': (input, userId) => ask('reader-settings', input, userId),
    'inbox.setSettings': (input, userId) => done(run('save-reader-settings', input, userId)),
    'contact.ways': (input, userId) => ask('contact-ways', input, userId),
    'contact.mark': (input, userId) => done(run('mark-address', input, userId)),
    'channels.list': (input, userId) => ask('channels', input, userId),
    'channels.save': async ({ secrets, ...channel }, userId) => {
      const checked = await ask('check-channel', { ...channel, given: Object.keys(secrets) }, userId);
      if (!checked.ok || checked.value.problems.length > 0) return checked;
      const sealed = await sealSecrets(parts.secrets, secrets);
      const saved = await run('save-channel', { ...channel, secrets: sealed }, userId);
      return saved.ok ? success({ problems: [] }) : saved;
    },
    'channels.testSend': (input, userId) => run('test-send', input, userId),
    'channels.probe': (input, userId) => done(run('want-probe', input, userId)),
    'templates.list': (input, userId) => ask('product-texts', input, userId),
    'templates.preview': (input, userId) => ask('template-preview', input, userId),
    'whatif.run': (input, userId) => whatIfs.run(input, userId),
    'whatif.cancel': async ({ runId }) => {
      whatIfs.cancel(runId);
      return success({});
    },
    'draft.get': (input, userId) => ask('draft', input, userId),
    'config.get': (input, userId) => ask('configuration', input, userId),
    'config.check': (input, userId) => ask('check-draft', input, userId),
    'config.preview': (input, userId) => ask('preview-draft', input, userId),
    'config.escalation': (input, userId) => ask('escalation-rules', input, userId),
    'config.previewRules': (input, userId) => ask('preview-rules', input, userId),
    'config.publish': (input, userId) => run('publish-config', input, userId),
    'config.proposals': (input, userId) => ask('proposals', input, userId),
    'config.decide': (input, userId) => run('decide-proposal', input, userId),
    'config.holidays': (input) => holidays(input),
    'config.holidayPlaces': (input) => holidayPlaces(input),
    'config.export': (input, userId) => ask('export-config', input, userId),
    'config.saveExport': async (input, userId) => {
      const exported = await ask('export-config', input, userId);
      if (!exported.ok) return exported;
      const on = new Date(parts.clock.now()).toISOString().slice(0, 10);
      return face.saveFile(`configuration-${on}.json`, exported.value.text);
    },
    'config.import': ({ publish, ...input }, userId) =>
      publish ? run('import-config', input, userId) : ask('read-config-file', { text: input.text }, userId),
    'draft.save': (input, userId) => done(run('save-draft', input, userId)),
  };
  return { routes: sessionRoutes, answers };
}
