import { useEffect, useState } from 'react';
import type { ConfigChange, ConfigPreview } from '../../../../preload/contract/configuration.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { canonical } from './things.ts';

const previewRestMs = 400;

export type Preview = { shown: ConfigPreview | null; failure: Failure | null };
const none: Preview = { shown: null, failure: null };

/**
 * What re-applying some changes would do to open tickets, once typing rests.
 * @param changes  null: not asked, since they could not be published as they are
 */
export function usePreview(changes: readonly ConfigChange[] | null): Preview {
  const { client, timers } = useServices();
  const [preview, setPreview] = useState<Preview>(none);
  const key = changes === null || changes.length === 0 ? null : canonical(changes);
  useEffect(() => {
    if (key === null) {
      setPreview(none);
      return;
    }
    let current = true;
    const handle = timers.set(() => {
      // The key is the changes themselves, as text.
      const asked = JSON.parse(key) as ConfigChange[];
      void client.request('config.preview', { changes: asked }).then((answer) => {
        if (!current) return;
        setPreview(answer.ok ? { shown: answer.value, failure: null } : { shown: null, failure: answer });
      });
    }, previewRestMs);
    return () => {
      current = false;
      timers.clear(handle);
    };
  }, [client, timers, key]);
  return preview;
}
