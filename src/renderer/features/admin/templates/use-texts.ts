import { useEffect, useState } from 'react';
import type { ProductText } from '../../../../preload/contract/messages.ts';
import type { Failure } from '../../../../preload/contract/result.ts';
import { useServices } from '../../../client/services.tsx';
import { useAdmin } from '../frame/admin-context.tsx';

export type Texts = { product: readonly ProductText[] | null; failure: Failure | null; retry: () => void };

/** The product's own texts, which stand where the organization has none. */
export function useTexts(): Texts {
  const { client } = useServices();
  const { organizationId } = useAdmin();
  const [turn, setTurn] = useState(0);
  const [product, setProduct] = useState<readonly ProductText[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let current = true;
    void client.request('templates.list', { organizationId }).then((answer) => {
      if (!current) return;
      setFailure(answer.ok ? null : answer);
      if (answer.ok) setProduct(answer.value);
    });
    return () => {
      current = false;
    };
  }, [client, organizationId, turn]);
  return { product, failure, retry: () => setTurn((n) => n + 1) };
}
