import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { targets, type Instant } from '../../../preload/contract/values.ts';
import type { QueryOutput } from '../../store/store.ts';
import { onStore, withRecoveryKey, withStoreOptions, type Host } from '../command-host.ts';
import { exitCode } from '../exit-code.ts';
import { findOrganization } from '../find-by-name.ts';
import { instantJson, instantText, spanText } from '../output/words.ts';
import type { Session, StoreOptions } from '../use-store.ts';

const examples = `
Examples:
  wk status --store centre --password-file pw
  wk status --store centre --credential-file monitor.key --json
  wk status --store centre --org "Umkhumbi Municipality"

Compliance = met / (met + missed); “of all” = met / all tickets. Sensitive tickets are left out of every figure.`;

type Report = QueryOutput<'status-report'>;

/** `wk status`: counts, compliance, breaches, next instants. */
export function addStatus(host: Host): void {
  withRecoveryKey(withStoreOptions(host.program.command('status')))
    .description('counts, compliance per target, breaches and what is due next')
    .option('--org <name>', 'only this organization')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action((options: StoreOptions & { org?: string; json?: true }) =>
      onStore(host, options, async (session) => {
        const report = await read(session, options.org);
        if (!report.ok) return report;
        if (options.json) await host.io.out.json(asJson(report.value));
        else await host.io.out.write(asText(report.value, host.io.now()));
        return success(exitCode.done);
      }),
    );
}

async function read({ store, queryContext }: Session, org: string | undefined): Promise<Result<Report>> {
  if (org === undefined) return store.query('status-report', {}, queryContext());
  const directory = await store.query('directory', {}, queryContext());
  if (!directory.ok) return directory;
  const organization = findOrganization(directory.value, org);
  if (organization === undefined) return failure('NOT_FOUND', { what: 'organization' });
  return store.query('status-report', { organizationId: organization.id }, queryContext());
}

function asJson(report: Report): Record<string, unknown> {
  return { ...report, next_instants: report.next_instants.map(({ at, number }) => ({ at: instantJson(at), number })) };
}

function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(1)} %`;
}

function asText(report: Report, nowAt: Instant): string {
  const statuses = Object.entries(report.by_status).map(([status, count]) => `${status} ${count}`);
  const levels = Object.entries(report.escalated_by_level).map(([level, count]) => `level ${level}: ${count}`);
  const lines = [
    `Tickets: ${report.tickets} (${report.open} open): ${statuses.join(', ')}`,
    ...targets.map((target) => {
      const { with_target: withTarget, met, missed, rate, of_all: ofAll } = report.compliance[target];
      return `Compliance, ${target}: ${percent(rate)} (${met} met, ${missed} missed, ${withTarget} with a target; ${percent(ofAll)} of all)`;
    }),
    `Overdue now: ${targets.map((target) => `${target} ${report.open_breaches[target]}`).join(', ')}`,
    `Escalated: ${levels.length === 0 ? 'none' : levels.join(', ')}${report.awaiting_target === 0 ? '' : `; nobody found for ${report.awaiting_target}`}`,
    `Sensitive, left out: ${report.sensitive}`,
    ...report.next_instants.map(({ at, number }) => {
      const when = at <= nowAt ? `${spanText(nowAt - at)} ago, to be worked off` : `in ${spanText(at - nowAt)}`;
      return `Next: ${instantText(at)} ${number} (${when})`;
    }),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
