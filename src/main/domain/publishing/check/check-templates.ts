import type { TemplateVersion } from '../../config/messaging.ts';
import { checkTemplate } from '../../messages/check-template.ts';
import type { Found } from './problem.ts';

function nameOf({ key, language, channel }: TemplateVersion): string {
  return `${key} ${language} ${channel}`;
}

/** An organization's own texts: what each names, and that there are no two for the same. */
export function checkTemplates(templates: readonly TemplateVersion[]): Found[] {
  const inUse = Map.groupBy(
    templates.filter(({ active }) => active),
    nameOf,
  );
  return templates.flatMap((template): Found[] => {
    const { templateId, key, channel, subject, body, active } = template;
    const thing = { kind: 'template' as const, id: templateId };
    const wrong = checkTemplate(key, channel, subject, body).map(({ code, path, names }): Found => ({
      code,
      thing,
      path,
      values: { names },
    }));
    const twins = active ? (inUse.get(nameOf(template)) ?? []).map((twin) => twin.templateId) : [];
    if (twins.length < 2) return wrong;
    return [
      ...wrong,
      { code: 'DUPLICATE_TEMPLATE', thing, path: '', values: { name: nameOf(template) }, about: twins },
    ];
  });
}
