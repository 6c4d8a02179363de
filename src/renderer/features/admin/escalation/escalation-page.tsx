import { usePlace } from '../frame/admin-context.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RulesPage } from './rules-page.tsx';

export function EscalationPage() {
  const ruleId = usePlace((place) => place.thingId);
  return ruleId === null ? <RulesPage /> : <RuleEditor key={ruleId} ruleId={ruleId} />;
}
