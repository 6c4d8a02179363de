import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { ConfigEntity } from '../../src/main/domain/config/config.ts';
import type { TicketCommand } from '../../src/main/domain/ticket/decide.ts';
import { createStore } from '../../src/main/store/key/create-store.ts';
import {
  openStore,
  type CommandInput,
  type CommandName,
  type CommandOutput,
  type QueryInput,
  type QueryName,
  type QueryOutput,
  type Store,
  type StoreOptions,
} from '../../src/main/store/store.ts';
import type { Result } from '../../src/preload/contract/result.ts';
import type { CreateTicketInput, TicketChanged } from '../../src/preload/contract/tickets.ts';
import { centreUsers, city, cityTeam, hospital, people, policy, rule, T0, wardTeam } from './centre.ts';
import { cheapArgon2, intake, password, repeatable, seedOf, storeOptions, unwrap } from './store-options.ts';

const made: string[] = [];
afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** A folder that goes when its test file is through. */
export function freshDirectory(name: string): string {
  const directory = mkdtempSync(join(tmpdir(), `watchkeeper-${name}-`));
  made.push(directory);
  return directory;
}

/** Two organizations with a team each, everybody of `centre.ts`, a policy and a rule for the city. */
export const centreEntities: readonly ConfigEntity[] = [
  ...[
    { id: city, name: 'City', profile: 'municipal' as const },
    { id: hospital, name: 'Ward', profile: 'hospital' as const },
  ].map((value): ConfigEntity => ({
    kind: 'organization_saved',
    value: { ...value, timezone: 'Africa/Johannesburg', categories: ['roads'] },
  })),
  ...centreUsers.map((value): ConfigEntity => ({ kind: 'user_saved', value })),
  ...[
    { id: cityTeam, organizationId: city, name: 'Roads' },
    { id: wardTeam, organizationId: hospital, name: 'A' },
  ].map((value): ConfigEntity => ({
    kind: 'team_saved',
    value: {
      ...value,
      managerId: people.manager,
      memberIds: [people.agent, people.supervisor, people.clearedSupervisor],
    },
  })),
  { kind: 'policy_published', value: policy(21) },
  { kind: 'rule_published', value: rule(31) },
];

/** A real store, opened, with a clock that the test moves. */
export class StoreDesk {
  readonly directory: string;
  readonly key: Uint8Array;
  nowAt = T0;
  #store: Store;
  #asked = 0;

  private constructor(directory: string, key: Uint8Array, store: Store) {
    this.directory = directory;
    this.key = key;
    this.#store = store;
  }

  /** An empty store; `start` also saves the centre. */
  static async empty(name: string, parts: Partial<StoreOptions> = {}): Promise<StoreDesk> {
    const directory = freshDirectory(name);
    const { key } = unwrap(
      await createStore({
        directory,
        user: { id: people.administrator, userName: 'admin' },
        password,
        secrets: null,
        allowPasswordOnly: true,
        nowAt: T0,
        random: repeatable(name),
        argon2: cheapArgon2,
      }),
    );
    return new StoreDesk(directory, key, unwrap(await openStore(storeOptions(directory, key, parts))));
  }

  static async start(name: string, parts: Partial<StoreOptions> = {}): Promise<StoreDesk> {
    const desk = await StoreDesk.empty(name, parts);
    unwrap(await desk.execute('save-config', { entities: centreEntities }, null));
    return desk;
  }

  get store(): Store {
    return this.#store;
  }

  execute<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    actorId: string | null,
  ): Promise<Result<CommandOutput<N>>> {
    this.#asked += 1;
    return this.#store.execute(name, input, { nowAt: this.nowAt, actorId, seed: seedOf(`command ${this.#asked}`) });
  }

  read<N extends QueryName>(name: N, input: QueryInput<N>, viewerId: string | null): Promise<Result<QueryOutput<N>>> {
    return this.#store.query(name, input, { nowAt: this.nowAt, viewerId });
  }

  async does(command: TicketCommand, actorId: string = people.agent): Promise<TicketChanged> {
    return unwrap(await this.execute('ticket-command', command, actorId));
  }

  creates(parts: Partial<CreateTicketInput> = {}, actorId: string = people.agent): Promise<TicketChanged> {
    return this.does({ kind: 'create', input: { ...intake, ...parts } }, actorId);
  }

  /** Time comes to `instant`, and the engine works off what is due. */
  async wakesAt(instant: number, limit = 500): Promise<void> {
    this.nowAt = instant;
    while (unwrap(await this.execute('work-off', { limit, awaiting: false }, null)).more);
  }

  async differences(): Promise<QueryOutput<'verify'>['first']> {
    return unwrap(await this.read('verify', {}, null)).first;
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  async reopen(): Promise<void> {
    await this.close();
    this.#store = unwrap(await openStore(storeOptions(this.directory, this.key, { nowAt: this.nowAt })));
  }
}
