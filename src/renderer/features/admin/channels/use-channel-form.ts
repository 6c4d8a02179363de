import { useState } from 'react';
import { useStore } from 'zustand';
import type { ChannelSettings, ChannelView } from '../../../../preload/contract/messages.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { useAdmin } from '../frame/admin-context.tsx';
import { formOf, newSettings, secretsFor, settingsOf, type FieldProblem, type Typed } from './channel-form.ts';
import { placeKey, type ChannelStore } from './channel-store.ts';
import type { NewSecrets } from './secret-fields.tsx';

/** `asked`: how often somebody has tried to save. */
export type Wrong = { problems: readonly FieldProblem[]; failure: Failure | null; asked: number };
const right: Wrong = { problems: [], failure: null, asked: 0 };

/** A field whose form main refuses before it looks at what it says. */
function refusedField({ params }: Failure): FieldProblem[] {
  const field = String(params?.['field'] ?? '');
  return field.startsWith('settings.') ? [{ path: field.slice('settings.'.length), code: 'EMPTY' }] : [];
}

/** What of a channel is typed, and its saving. Secrets live no longer than the page. */
export function useChannelForm(view: ChannelView, store: ChannelStore) {
  const { client, messages } = useServices();
  const { config } = useAdmin();
  const { organizationId, channel, settings: saved } = view;
  const typedForm = useStore(store, ({ forms }) => forms.get(placeKey(organizationId, channel)));
  const [secrets, setSecrets] = useState<NewSecrets>({});
  const [wrong, setWrong] = useState<Wrong>(right);
  const [busy, setBusy] = useState(false);
  const name = config.organizations.find(({ id }) => id === organizationId)?.name ?? '';
  const form = typedForm ?? formOf(saved ?? newSettings(channel, name));

  /** A field that somebody writes into is not wrong any more, as far as anybody knows. */
  function forgive(paths: readonly string[]): void {
    setWrong(({ problems, asked }) => ({
      asked,
      problems: problems.filter(({ path }) => !paths.some((one) => path === one || path.startsWith(`${one}.`))),
      failure: null,
    }));
  }
  function change(part: Partial<ChannelSettings>): void {
    forgive(Object.keys(part));
    // A part is one of the settings that stand: of their own channel.
    store.type(organizationId, channel, { ...form, settings: { ...form.settings, ...part } as ChannelSettings });
  }
  function type(part: Partial<Typed>): void {
    forgive(Object.keys(part));
    store.type(organizationId, channel, { ...form, typed: { ...form.typed, ...part } });
  }
  function changeSecrets(next: NewSecrets): void {
    forgive(Object.keys({ ...secrets, ...next }).map((one) => `secrets.${one}`));
    setSecrets(next);
  }
  function discard(): void {
    store.type(organizationId, channel, null);
    setSecrets({});
    setWrong(right);
  }
  /** Secrets that these settings speak of no more go with what spoke of them. */
  function secretsToSave(settings: ChannelSettings): NewSecrets {
    const wanted = new Set(secretsFor(settings).map((field) => field.name));
    const unused = view.secrets.filter((kept) => !wanted.has(kept.name)).map((kept) => [kept.name, ''] as const);
    const written = Object.entries(secrets).filter(([one]) => [...wanted].some((each) => each === one));
    return Object.fromEntries([...written, ...unused]);
  }
  function tell(problems: readonly FieldProblem[], failure: Failure | null): void {
    setWrong(({ asked }) => ({ problems, failure, asked: asked + 1 }));
  }
  async function save(): Promise<void> {
    const settings = settingsOf(form);
    if (Array.isArray(settings)) return tell(settings, null);
    setBusy(true);
    const answer = await client.request('channels.save', {
      organizationId,
      settings,
      secrets: secretsToSave(settings),
    });
    setBusy(false);
    if (!answer.ok) return tell(refusedField(answer), answer);
    tell(answer.value.problems, null);
    if (answer.value.problems.length > 0) return;
    // Read before the form goes: it would show for a moment what was saved before.
    await store.read();
    discard();
    messages.done({ key: 'channels.saved' });
  }
  const isDirty = typedForm !== undefined || Object.keys(secrets).length > 0;
  return { form, secrets, wrong, busy, isDirty, change, type, changeSecrets, discard, save };
}
