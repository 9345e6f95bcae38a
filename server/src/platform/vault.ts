import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { assert, Bug } from '@tallystick/kernel';

/**
 * Encryption of single fields. The root key (a secret store's, or an HSM's behind the same interface) derives one
 * key per purpose and version; a sealed value names its version, so keys rotate without a stop.
 */
export type Vault = {
  /** AES-256-GCM of a text. `place` ("customers.person.id_no|cust_…") is bound in, so a value cannot be moved to another row. */
  seal(place: string, plain: string): string;
  /** Opens what `seal` made for the same place; anything else is a Bug. */
  open(place: string, sealed: string): string;
  /** Keyed blind index: equal values give equal texts, without the key nothing can be told. */
  blind(kind: string, value: string): string;
  /** HMAC-SHA256 hex with a key of its own, for tokens and links. */
  mac(kind: string, value: string): string;
};

const KEY_VERSION = 1;
/** What a sealed value begins with, before its key's version. */
const PLAIN = 'v';
const DEFLATED = 'z';
/** Texts from this length on are deflated first: answers of sources come to a sixth of their size. */
const LONG = 1_024;

/** What a sealed value is bound to: its place, and whether its text was deflated. */
const boundTo = (place: string, deflated: boolean): Buffer => Buffer.from(deflated ? `${place}|${DEFLATED}` : place);

export function openVault(rootKeyHex: string, keyVersion = KEY_VERSION): Vault {
  const root = Buffer.from(rootKeyHex, 'hex');
  assert(root.length === 32, 'the root key has 32 bytes');
  const derived = new Map<string, KeyObject>();
  const key = (purpose: string): KeyObject => {
    let k = derived.get(purpose);
    if (!k) {
      k = createSecretKey(Buffer.from(hkdfSync('sha256', root, 'tallystick', purpose, 32)));
      derived.set(purpose, k);
    }
    return k;
  };
  const mac = (kind: string, value: string): string =>
    createHmac('sha256', key(`mac:${kind}`))
      .update(value)
      .digest('hex');
  return {
    seal(place, plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(`field:${keyVersion}`), iv);
      const isLong = plain.length >= LONG;
      cipher.setAAD(boundTo(place, isLong));
      const text = isLong ? deflateRawSync(plain, { level: 1 }) : Buffer.from(plain);
      const body = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
      return `${isLong ? DEFLATED : PLAIN}${keyVersion}.${iv.toString('base64url')}.${body.toString('base64url')}`;
    },
    open(place, sealed) {
      const m = /^([vz])(\d+)\.([\w-]+)\.([\w-]+)$/.exec(sealed);
      assert(m !== null, 'not a sealed value');
      const body = Buffer.from(m[4] ?? '', 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key(`field:${m[2]}`), Buffer.from(m[3] ?? '', 'base64url'));
      decipher.setAAD(boundTo(place, m[1] === DEFLATED));
      decipher.setAuthTag(body.subarray(-16));
      try {
        const text = Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]);
        return (m[1] === DEFLATED ? inflateRawSync(text) : text).toString();
      } catch {
        throw new Bug(`a sealed value does not belong to ${place.split('|')[0]}`);
      }
    },
    blind: (kind, value) =>
      createHmac('sha256', key(`blind:${kind}`))
        .update(value)
        .digest('base64url'),
    mac,
  };
}

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');
/** A 256-bit opaque token. */
export const newToken = (): string => randomBytes(32).toString('base64url');
/** A code of six digits, every one equally likely. */
export const newCode = (): string => {
  let n = 0xffff_ffff;
  while (n >= 4_294_000_000) n = randomBytes(4).readUInt32BE(); // Rejects the uneven tail.
  return String(n % 1_000_000).padStart(6, '0');
};
export const sameText = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
export const hmacHex = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex');
/** 80 random bits for ids. */
export const random80 = (): bigint => BigInt(`0x${randomBytes(10).toString('hex')}`);
/** Random bytes in hex: keys made at a first start. */
export const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex');
