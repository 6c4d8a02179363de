import { useEffect, useMemo, useState } from 'react';
import type { ConfigChange } from '../../../../preload/contract/configuration.ts';
import type { EscalationRules, RulesPreview } from '../../../../preload/contract/escalation.ts';
import type { Failure, Result } from '../../../../preload/contract/result.ts';
import type { Client } from '../../../client/client.ts';
import { useServices } from '../../../client/services.tsx';
import { useAdmin, useDraft } from '../frame/admin-context.tsx';
import { checkRestMs } from '../frame/draft-store.ts';

type Asked<T> = { value: T | null; failure: Failure | null };
type Draft = { organizationId: string; changes: ConfigChange[] };

/**
 * What the desk says of the draft: asked again whenever the draft has changed and rests, or the configuration changes.
 * @param ask  must be the same function while it asks the same
 */
function useOfDraft<T>(ask: ((client: Client, draft: Draft) => Promise<Result<T>>) | null): Asked<T> {
  const { client, timers } = useServices();
  const { config, organizationId } = useAdmin();
  const changes = useDraft((draft) => draft.changes);
  const [asked, setAsked] = useState<Asked<T>>({ value: null, failure: null });

  useEffect(() => {
    if (ask === null) return;
    let current = true;
    const handle = timers.set(() => {
      void ask(client, { organizationId, changes: [...changes.values()] }).then((answer) => {
        if (!current) return;
        // What is known stays where a question fails: a wrong number must not empty the matrix.
        setAsked((before) =>
          answer.ok ? { value: answer.value, failure: null } : { value: before.value, failure: answer },
        );
      });
    }, checkRestMs);
    return () => {
      current = false;
      timers.clear(handle);
    };
  }, [ask, changes, client, config, organizationId, timers]);
  return asked;
}

const askRules = (client: Client, draft: Draft) => client.request('config.escalation', draft);

/** Whom each rule names today, and what is odd about it; null until the desk has said so. */
export function useEscalation(): EscalationRules | null {
  return useOfDraft(askRules).value;
}

/** @param number  of the ticket; null: none was chosen */
export function useRulesPreview(number: string | null): Asked<RulesPreview> {
  const ask = useMemo(
    () =>
      number === null
        ? null
        : (client: Client, draft: Draft) => client.request('config.previewRules', { ...draft, number }),
    [number],
  );
  return useOfDraft(ask);
}
