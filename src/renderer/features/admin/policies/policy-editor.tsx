import { useText } from '../../../client/use-text.ts';
import { linesOf } from '../describe/describe-change.ts';
import { useAdmin, useThing, useThings } from '../frame/admin-context.tsx';
import { EditorHead } from '../frame/editor-head.tsx';
import { Gone } from '../frame/gone.tsx';
import { Versions } from '../frame/versions.tsx';
import { decidedCells } from './decided-by.ts';
import { EndingPart } from './ending-part.tsx';
import { MatchPart } from './match-part.tsx';
import { PausePart } from './pause-part.tsx';
import { RemindersPart } from './reminders-part.tsx';
import { TargetsPart } from './targets-part.tsx';
import type { PolicyPartProps } from './part-props.ts';

/** One policy, every field of it. What is typed is in the draft at once. */
export function PolicyEditor({ policyId }: { policyId: string }) {
  const t = useText();
  const { config, drafts, organizationId } = useAdmin();
  const view = useThing('policy', policyId);
  const policies = useThings('policy');
  const organization = useThing('organization', organizationId);
  if (view === null || organization === null) return <Gone />;
  const { value, basedOn } = view;
  const props: PolicyPartProps = {
    policy: value,
    thing: { kind: 'policy', id: policyId },
    onChange: (part) => drafts.change({ kind: 'policy', basedOn, value: { ...value, ...part } }),
  };
  const sort = { kind: value.match.kind, category: value.match.category };
  const decides = decidedCells(config, organization.value.profile, policies, sort).filter(
    ({ policy }) => policy?.id === policyId,
  );

  return (
    <>
      <EditorHead
        thing={props.thing}
        name={value.name}
        active={value.active}
        state={view.state}
        onUse={(active) => props.onChange({ active })}
      />
      <div className="wk-admin-body">
        <MatchPart {...props} categories={organization.value.categories} decides={decides.length} />
        <TargetsPart {...props} />
        <PausePart {...props} />
        <RemindersPart {...props} />
        <EndingPart {...props} />
        <Versions
          versions={view.versions}
          linesBetween={(before, after, words) => linesOf('policy', before, after, words)}
          onTake={(version) => drafts.change({ kind: 'policy', basedOn, value: version })}
          label={t('admin.versions.title')}
        />
      </div>
    </>
  );
}
