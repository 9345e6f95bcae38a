import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assert, Bug } from '@tallystick/kernel';

/** Files by content. The hash is the name, so a changed file cannot pass for the old one. An S3 bucket fits the same two verbs. */
export type BlobStore = {
  /** Stores bytes once; answers their SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>;
  /** Reads bytes back and proves that they still have their hash; a changed file is a Bug, never served. */
  get(sha256: string): Promise<Uint8Array>;
};

export const sha256Hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export function diskBlobs(root: string): BlobStore {
  const pathOf = (hash: string): string => join(root, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = sha256Hex(bytes);
      const path = pathOf(hash);
      await mkdir(dirname(path), { recursive: true });
      const partial = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
      await writeFile(partial, bytes, { mode: 0o600 });
      await rename(partial, path); // Atomic: a reader sees the whole file or none.
      return hash;
    },
    async get(sha256) {
      assert(/^[0-9a-f]{64}$/.test(sha256), 'a blob is named by its SHA-256');
      const bytes = await readFile(pathOf(sha256));
      if (sha256Hex(bytes) !== sha256) throw new Bug(`stored file ${sha256.slice(0, 12)} no longer has its hash`);
      return bytes;
    },
  };
}
