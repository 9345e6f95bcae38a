import type { CalendarDate, Instant } from '@tallystick/kernel';
import type { Tx } from '#platform';
import type { ModelPurpose, ModelState } from './types.ts';

export type ModelRow = {
  id: string;
  version: string;
  purpose: ModelPurpose;
  kind: 'scorecard';
  name_zh: string;
  name_en: string;
  state: ModelState;
  body: string;
  sha256: string;
  owner: string;
  registered_at: Instant;
  live_from: CalendarDate | null;
  retired_on: CalendarDate | null;
};
const COLUMNS = 'id, version, purpose, kind, name_zh, name_en, state, body, sha256, owner, registered_at, live_from, retired_on';

export async function findLive(tx: Tx, purpose: string): Promise<ModelRow | undefined> {
  return (await tx.kept<ModelRow>(`select ${COLUMNS} from models.model where purpose = $1 and state = 'live'`, [purpose]))[0];
}
export async function findModel(tx: Tx, id: string, version: string, lock = false): Promise<ModelRow | undefined> {
  return (
    await tx.query<ModelRow>(`select ${COLUMNS} from models.model where id = $1 and version = $2${lock ? ' for update' : ''}`, [id, version])
  )[0];
}
export const listModels = (tx: Tx): Promise<ModelRow[]> =>
  tx.kept<ModelRow>(`select ${COLUMNS} from models.model order by purpose, registered_at desc, version desc`);

/** Answers false when that version is registered already. */
export async function insertModel(tx: Tx, m: Omit<ModelRow, 'retired_on'>): Promise<boolean> {
  const made = await tx.query(
    `insert into models.model (id, version, purpose, kind, name_zh, name_en, state, body, sha256, owner, registered_at, live_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id, version) do nothing returning id`,
    [m.id, m.version, m.purpose, m.kind, m.name_zh, m.name_en, m.state, m.body, m.sha256, m.owner, m.registered_at, m.live_from],
  );
  return made.length === 1;
}
/** The live version of a purpose makes room, then the new one goes live. */
export async function putLive(tx: Tx, m: { id: string; version: string; purpose: string; on: CalendarDate }): Promise<void> {
  tx.send(`update models.model set state = 'retired', retired_on = $2 where purpose = $1 and state = 'live'`, [m.purpose, m.on]);
  tx.send(`update models.model set state = 'live', live_from = $3 where id = $1 and version = $2`, [m.id, m.version, m.on]);
}
