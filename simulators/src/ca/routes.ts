import { bankMoment, isResidentId, isUscc, parseDate } from '@tallystick/kernel';
import type { FastifyInstance } from 'fastify';
import type { Body } from '../envelope.ts';
import { hash32 } from '../people/draw.ts';
import { bodyOf, SourceRefusal } from '../source-server.ts';
import type { World } from '../world.ts';
import type { Authority, Issued } from './authority.ts';

const bad = (message: string): SourceRefusal => new SourceRefusal(400, 'bad_request', message);
const text = (body: Body, field: string): string => {
  const value = body[field];
  if (typeof value !== 'string' || value === '') throw bad(`${field}: required`);
  return value;
};
/** The moment a caller names (a seeded past), or now. */
function moment(body: Body, field: string): Date {
  if (body[field] === undefined) return new Date();
  const at = new Date(text(body, field));
  if (Number.isNaN(at.getTime())) throw bad(`${field}: must be an ISO moment`);
  return at;
}
function bytesToSign(body: Body): Buffer {
  if (typeof body.digest_hex === 'string') {
    if (!/^[0-9a-f]{64}$/i.test(body.digest_hex)) throw bad('digest_hex: must be a SHA-256 digest, 64 hex digits');
    return Buffer.from(body.digest_hex, 'hex');
  }
  const data = Buffer.from(text(body, 'data_base64'), 'base64');
  if (data.length === 0) throw bad('data_base64: must be base64');
  return data;
}

/** The CA checks who asks: a well-formed ID and no flag against the subject (handbook ESG-04). */
async function issue(authority: Authority, world: World, body: Body): Promise<Issued> {
  const [name, idNo] = [text(body, 'subject_name'), text(body, 'id_no')];
  const days = body.validity_days;
  if (!Number.isInteger(days) || Number(days) < 1 || Number(days) > 3660) throw bad('validity_days: 1 to 3660');
  const asOf = body.as_of === undefined ? undefined : parseDate(text(body, 'as_of'));
  if (body.as_of !== undefined && asOf === undefined) throw bad('as_of: must be a date that exists');
  const set = world.about(idNo);
  if ((!isResidentId(idNo) && !isUscc(idNo)) || set.ca?.refuse === true || set.identity?.two_element === false)
    throw new SourceRefusal(403, 'identity_mismatch', '身份核验未通过 name and ID do not belong together');
  return authority.issue(name, idNo, asOf === undefined ? new Date() : new Date(bankMoment(asOf, 0)), Number(days));
}

function usable(authority: Authority, serial: string, signer: string, at: Date): Issued {
  const issued = authority.get(serial);
  if (!issued) throw new SourceRefusal(404, 'certificate_unknown', `no certificate ${serial}`);
  if (issued.revokedFor !== null) throw new SourceRefusal(409, 'certificate_revoked', `revoked: ${issued.revokedFor}`);
  if (at.toISOString() < issued.notBefore || at.toISOString() >= issued.notAfter)
    throw new SourceRefusal(409, 'certificate_expired', `valid from ${issued.notBefore} to ${issued.notAfter}`);
  if (signer !== issued.subjectName && signer !== issued.idNo)
    throw new SourceRefusal(403, 'signer_mismatch', 'the signer is not the subject of the certificate');
  return issued;
}

const outward = (authority: Authority, one: Issued) => ({
  serial: one.serial,
  subject_name: one.subjectName,
  status: one.revokedFor === null ? 'good' : 'revoked',
  revoked_for: one.revokedFor,
  not_before: one.notBefore,
  not_after: one.notAfter,
  cert_pem: one.certPem,
  chain_pem: authority.rootPem,
});

export function caRoutes(app: FastifyInstance, world: World, authority: Authority): void {
  app.get('/ca.pem', async (_request, reply) => reply.type('application/x-pem-file').send(authority.rootPem));
  app.post('/certificates', async (request) => outward(authority, await issue(authority, world, bodyOf(request))));
  app.get<{ Params: { serial: string } }>('/certificates/:serial', async (request) => {
    const one = authority.get(request.params.serial);
    if (!one) throw new SourceRefusal(404, 'certificate_unknown', `no certificate ${request.params.serial}`);
    return outward(authority, one);
  });
  app.post('/sign', async (request) => {
    const body = bodyOf(request);
    const at = moment(body, 'at');
    const issued = usable(authority, text(body, 'serial'), text(body, 'signer'), at);
    const data = bytesToSign(body);
    const { der, p1363 } = authority.sign(issued, data);
    return {
      signature: der.toString('base64'),
      signature_p1363: p1363.toString('base64'),
      algorithm: 'ECDSA-P256-SHA256',
      signed: body.digest_hex === undefined ? 'data' : 'digest',
      evidence_id: `EV${issued.serial}-${hash32(data.toString('base64') + at.toISOString())}`,
      time: at.toISOString(),
    };
  });
  app.post('/revoke', async (request) => {
    const body = bodyOf(request);
    const one = authority.revoke(text(body, 'serial'), text(body, 'reason'));
    if (!one) throw new SourceRefusal(404, 'certificate_unknown', 'no such certificate');
    return outward(authority, one);
  });
}
