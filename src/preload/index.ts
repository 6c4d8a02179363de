import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from './contract/bridge.ts';
import type { Failure, Result } from './contract/result.ts';
import type { EventName, EventPayload, RouteName } from './contract/routes.ts';

/**
 * Names only, so that the schemas (and zod) stay out of every window's start. The types hold both lists complete:
 * a route added to the contract and not here does not compile.
 */
const routeNames: Readonly<Record<RouteName, true>> = {
  'desk.info': true,
  'desk.setUp': true,
  'session.prepare': true,
  'session.signIn': true,
  'session.lock': true,
  'session.signOut': true,
  'clock.confirm': true,
  'preferences.set': true,
  'directory.get': true,
  'calendar.closings': true,
  'queue.page': true,
  'queue.counts': true,
  'ticket.search': true,
  'caller.find': true,
  'ticket.likely': true,
  'ticket.get': true,
  'ticket.explain': true,
  'ticket.find': true,
  'ticket.create': true,
  'ticket.update': true,
  'ticket.assign': true,
  'ticket.setStatus': true,
  'ticket.note': true,
  'ticket.reply': true,
  'ticket.markSensitive': true,
  'ticket.unmarkSensitive': true,
  'ticket.refer': true,
  'ticket.escalate': true,
  'ticket.acknowledge': true,
  'ticket.stepDown': true,
  'ticket.move': true,
  'ticket.merge': true,
  'ticket.askExplanation': true,
  'ticket.answerExplanation': true,
  'ticket.acceptExplanation': true,
  'ticket.sendBackExplanation': true,
  'ticket.undo': true,
  'notifications.list': true,
  'notifications.markRead': true,
  'whatif.run': true,
  'whatif.cancel': true,
  'messages.ofTicket': true,
  'outbox.page': true,
  'outbox.unjoined': true,
  'outbox.act': true,
  'inbox.settings': true,
  'inbox.setSettings': true,
  'contact.ways': true,
  'contact.mark': true,
  'channels.list': true,
  'channels.save': true,
  'channels.testSend': true,
  'channels.probe': true,
  'templates.list': true,
  'templates.preview': true,
  'draft.get': true,
  'draft.save': true,
  'config.get': true,
  'config.check': true,
  'config.preview': true,
  'config.escalation': true,
  'config.previewRules': true,
  'config.publish': true,
  'config.proposals': true,
  'config.decide': true,
  'config.holidays': true,
  'config.holidayPlaces': true,
  'config.export': true,
  'config.saveExport': true,
  'config.import': true,
};

const eventNames: Readonly<Record<EventName, true>> = {
  'store.changed': true,
  'desk.state': true,
  'setUp.progress': true,
  'notifications.changed': true,
  'clock.now': true,
  'ticket.show': true,
  'ticket.unknown': true,
  'command.run': true,
  'whatif.progress': true,
};

/** The same figure as in main (`ipc/limits.ts`): a bomb must burst here and not in the process that holds the store. */
const MAX_REQUEST_CHARACTERS = 256 * 1024;

const badInput: Failure = { ok: false, code: 'BAD_INPUT' };

/** Text, not a structured clone: main can measure it before it builds anything from it. */
function asText(input: unknown): string | null {
  try {
    const text: unknown = JSON.stringify(input);
    return typeof text === 'string' && text.length <= MAX_REQUEST_CHARACTERS ? text : null;
  } catch {
    return null;
  }
}

type Listener = (payload: EventPayload<EventName>) => void;
const listeners = new Map<EventName, Set<Listener>>();

ipcRenderer.on('watchkeeper:event', (_event, name: EventName, payload: EventPayload<EventName>) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

const bridge: Bridge = {
  async request(route, input) {
    if (typeof route !== 'string' || !Object.hasOwn(routeNames, route)) return badInput;
    const text = asText(input);
    if (text === null) return badInput;
    return (await ipcRenderer.invoke('watchkeeper:request', route, text)) as Result<never>;
  },
  on(event, listener) {
    if (!Object.hasOwn(eventNames, event) || typeof listener !== 'function') return () => undefined;
    const set = listeners.get(event) ?? new Set<Listener>();
    listeners.set(event, set);
    // One wrapper a call, so that the same function listening twice is stopped twice.
    const wrapped: Listener = (payload) => listener(payload as EventPayload<typeof event>);
    set.add(wrapped);
    return () => {
      set.delete(wrapped);
    };
  },
};

contextBridge.exposeInMainWorld('watchkeeper', bridge);
