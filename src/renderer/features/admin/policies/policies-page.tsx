import { usePlace } from '../frame/admin-context.tsx';
import { PoliciesList } from './policies-list.tsx';
import { PolicyEditor } from './policy-editor.tsx';

export function PoliciesPage() {
  const policyId = usePlace((place) => place.thingId);
  return policyId === null ? <PoliciesList /> : <PolicyEditor key={policyId} policyId={policyId} />;
}
