import type { CustomerId } from '@tallystick/kernel';
import type { ApplicationId } from '#modules/applications';
import { canonicalJson, readCanonical } from '#modules/products';
import type { Ctx, Tx } from '#platform';
import type { Contract, ContractId, ContractState, Evidence, EvidenceKind } from './types.ts';

type Row = Omit<Contract, 'terms' | 'limits' | 'cost'> & { terms: string; limits: string; cost: string };
const COLUMNS = `customer_id as "customerId", id, contract_no as "contractNo", application_id as "applicationId", decision_id as "decisionId", branch_id as "branchId",
  product_code as "productCode", product_version as "productVersion", state, version, terms, limits, cost, text_version as "textVersion", text_hash as "textHash",
  valid_until as "validUntil", approved_by as "approvedBy", read_at as "readAt", signed_at as "signedAt", document_id as "documentId", document_hash as "documentHash",
  fault, drafted_at as "draftedAt"`;
const read = (r: Row): Contract => ({ ...r, terms: readCanonical(r.terms), limits: readCanonical(r.limits), cost: readCanonical(r.cost) });

export async function findContract(tx: Tx, customerId: CustomerId, id: ContractId, lock = false): Promise<Contract | undefined> {
  const [row] = await tx.query<Row>(`select ${COLUMNS} from contracts.contract where customer_id = $1 and id = $2${lock ? ' for update' : ''}`, [
    customerId,
    id,
  ]);
  return row && read(row);
}
export const contractsOfCustomer = async (tx: Tx, customerId: CustomerId): Promise<Contract[]> =>
  (await tx.query<Row>(`select ${COLUMNS} from contracts.contract where customer_id = $1 order by drafted_at desc, id desc`, [customerId])).map(read);

export async function liveContractOf(tx: Tx, customerId: CustomerId, applicationId: ApplicationId): Promise<Contract | undefined> {
  const [row] = await tx.query<Row>(
    `select ${COLUMNS} from contracts.contract where customer_id = $1 and application_id = $2 and state <> 'cancelled' for update`,
    [customerId, applicationId],
  );
  return row && read(row);
}

export async function insertContract(tx: Tx, c: Contract): Promise<void> {
  tx.send(
    `insert into contracts.contract (customer_id, id, contract_no, application_id, decision_id, branch_id, product_code, product_version, state, version, terms, limits, cost,
       text_version, text_hash, valid_until, approved_by, drafted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      c.customerId,
      c.id,
      c.contractNo,
      c.applicationId,
      c.decisionId,
      c.branchId,
      c.productCode,
      c.productVersion,
      c.state,
      c.version,
      canonicalJson(c.terms),
      canonicalJson(c.limits),
      canonicalJson(c.cost),
      c.textVersion,
      c.textHash,
      c.validUntil,
      c.approvedBy,
      c.draftedAt,
    ],
  );
}

/** New terms before anybody signed: what was read before no longer counts. */
export async function rewriteTerms(tx: Tx, c: Pick<Contract, 'customerId' | 'id' | 'terms' | 'limits' | 'cost' | 'textHash'>): Promise<void> {
  tx.send(
    `update contracts.contract set terms = $3, limits = $4, cost = $5, text_hash = $6, read_at = null, version = version + 1 where customer_id = $1 and id = $2`,
    [c.customerId, c.id, canonicalJson(c.terms), canonicalJson(c.limits), canonicalJson(c.cost), c.textHash],
  );
}
export async function writeRead(tx: Tx, customerId: CustomerId, id: ContractId, at: string): Promise<void> {
  tx.send('update contracts.contract set read_at = $3, version = version + 1 where customer_id = $1 and id = $2', [customerId, id, at]);
}
export async function writeState(tx: Tx, customerId: CustomerId, id: ContractId, state: ContractState, fault: string | null = null): Promise<void> {
  tx.send('update contracts.contract set state = $3, fault = $4, version = version + 1 where customer_id = $1 and id = $2', [
    customerId,
    id,
    state,
    fault,
  ]);
}
export async function writeSigned(
  tx: Tx,
  s: { customerId: CustomerId; id: ContractId; documentId: string; documentHash: string; at: string },
): Promise<void> {
  tx.send(
    `update contracts.contract set state = 'signed', signed_at = $3, document_id = $4, document_hash = $5, fault = null, version = version + 1 where customer_id = $1 and id = $2`,
    [s.customerId, s.id, s.at, s.documentId, s.documentHash],
  );
}

export async function addEvidence(
  ctx: Ctx,
  e: { customerId: CustomerId; contractId: ContractId; kind: EvidenceKind; facts: Evidence['facts']; ip?: string; device?: string; actorId?: string },
): Promise<void> {
  ctx.tx.send(
    `insert into contracts.evidence (customer_id, contract_id, place, kind, facts, ip, device, actor_id, at)
     select $1, $2, coalesce(max(place), 0) + 1, $3, $4, $5, $6, $7, $8 from contracts.evidence where customer_id = $1 and contract_id = $2`,
    [
      e.customerId,
      e.contractId,
      e.kind,
      canonicalJson(e.facts),
      e.ip ?? ctx.origin.ip,
      e.device ?? ctx.origin.device,
      e.actorId ?? ctx.actor.id,
      ctx.now,
    ],
  );
}
export async function evidenceOf(tx: Tx, customerId: CustomerId, contractId: ContractId): Promise<Evidence[]> {
  const rows = await tx.query<Omit<Evidence, 'facts'> & { facts: string }>(
    `select place, kind, facts, ip, device, actor_id as "actorId", at from contracts.evidence where customer_id = $1 and contract_id = $2 order by place`,
    [customerId, contractId],
  );
  return rows.map((r) => ({ ...r, facts: readCanonical(r.facts) }));
}

export async function listContracts(
  tx: Tx,
  f: { branchId: string | null; state: string | null; productCode: string | null; limit: number; offset: number },
): Promise<{ items: Contract[]; total: number }> {
  const where = 'where ($1::text is null or branch_id = $1) and ($2::text is null or state = $2) and ($3::text is null or product_code = $3)';
  const params = [f.branchId, f.state, f.productCode];
  const [count] = await tx.query<{ n: number }>(`select /* batch */ count(*)::int as n from contracts.contract ${where}`, params);
  const rows = await tx.query<Row>(
    `select /* batch */ ${COLUMNS} from contracts.contract ${where} order by drafted_at desc, id desc limit $4 offset $5`,
    [...params, f.limit, f.offset],
  );
  return { items: rows.map(read), total: count?.n ?? 0 };
}
/** Drafts whose approval has run out. */
export const listLapsed = (tx: Tx, on: string): Promise<{ customerId: CustomerId; id: ContractId }[]> =>
  tx.query(
    `select /* batch */ customer_id as "customerId", id from contracts.contract where state = 'draft' and valid_until < $1 order by drafted_at`,
    [on],
  );
/** Signed contracts: what verification walks over. */
export const reportSigned = async (tx: Tx): Promise<Contract[]> =>
  (await tx.query<Row>(`select /* batch */ ${COLUMNS} from contracts.contract where state = 'signed' order by signed_at`)).map(read);

export async function parameter(tx: Tx, name: string, on: string): Promise<bigint | undefined> {
  const [row] = await tx.kept<{ value: bigint }>(
    'select value from contracts.parameter where name = $1 and effective_from <= $2 and (effective_to is null or effective_to > $2)',
    [name, on],
  );
  return row?.value;
}

export type HouseCertificate = { serial: string; certPem: string; chainPem: string };
export async function houseCertificate(tx: Tx, at: string): Promise<HouseCertificate | undefined> {
  const [row] = await tx.query<HouseCertificate>(
    `select serial, cert_pem as "certPem", chain_pem as "chainPem" from contracts.house_certificate where not_after > $1 order by not_after desc limit 1`,
    [at],
  );
  return row;
}
export async function keepHouseCertificate(tx: Tx, c: HouseCertificate & { notAfter: string }): Promise<void> {
  tx.send(
    'insert into contracts.house_certificate (serial, cert_pem, chain_pem, not_after) values ($1, $2, $3, $4) on conflict (serial) do nothing',
    [c.serial, c.certPem, c.chainPem, c.notAfter],
  );
}
