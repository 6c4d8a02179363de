import { Skeleton } from '../../../ui/skeleton.tsx';
import { Problem } from '../../../ui/states.tsx';
import { usePlace, useThings } from '../frame/admin-context.tsx';
import { Gone } from '../frame/gone.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { contactKeys, staffKeys } from './template-keys.ts';
import { TemplateList } from './template-list.tsx';
import { useTexts } from './use-texts.ts';
import './templates.css';

/** Texts of messages. What is open is a message's key, or one own text that a problem leads to. */
export function TemplatesPage() {
  const thingId = usePlace((place) => place.thingId);
  const templates = useThings('template');
  const { product, failure, retry } = useTexts();
  if (failure !== null) return <Problem failure={failure} onRetry={retry} />;
  if (thingId === null) return product === null ? <Skeleton /> : <TemplateList product={product} />;
  const template = templates.find(({ id }) => id === thingId)?.value;
  const key = template?.key ?? [...contactKeys, ...staffKeys].find((one) => one === thingId);
  if (key === undefined) return <Gone />;
  return (
    <TemplateEditor key={thingId} messageKey={key} firstChannel={template?.channel ?? 'whatsapp'} product={product} />
  );
}
