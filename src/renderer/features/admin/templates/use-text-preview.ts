import { useEffect, useState } from 'react';
import type { TemplatePreview } from '../../../../preload/contract/messages.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { useAdmin } from '../frame/admin-context.tsx';
import type { TextPlace } from './text-place.ts';

const previewRestMs = 400;

export type TextPreview = { shown: TemplatePreview | null; failure: Failure | null };

/** A text as it would go out, once typing rests. @param draft  null: as it would go out today without an own text */
export function useTextPreview(place: TextPlace, draft: { subject: string | null; body: string } | null): TextPreview {
  const { client, timers } = useServices();
  const { organizationId } = useAdmin();
  const [preview, setPreview] = useState<TextPreview>({ shown: null, failure: null });
  const { key, channel, language } = place;
  const body = draft?.body ?? null;
  const subject = draft?.subject ?? null;
  useEffect(() => {
    let current = true;
    const handle = timers.set(
      () => {
        const asked = body === null ? null : { subject, body };
        void client
          .request('templates.preview', { organizationId, key, channel, language, draft: asked })
          .then((answer) => {
            if (!current) return;
            setPreview(answer.ok ? { shown: answer.value, failure: null } : { shown: null, failure: answer });
          });
      },
      body === null ? 0 : previewRestMs,
    );
    return () => {
      current = false;
      timers.clear(handle);
    };
  }, [client, timers, organizationId, key, channel, language, subject, body]);
  return preview;
}
