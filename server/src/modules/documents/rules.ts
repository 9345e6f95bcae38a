import type { ChecklistItem, DocumentRef, MediaType } from './types.ts';

export const BYTES_MAX = 10 * 1024 * 1024;
/** A picture of 50 million pixels takes 200 MB when opened: enough for any paper, too little for a bomb. */
const PIXELS_MAX = 50_000_000;

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((b, i) => bytes[i] === b);
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const JPEG = [0xff, 0xd8, 0xff];
/** What the bytes are, whatever the name says. */
export const mediaTypeOf = (bytes: Uint8Array): MediaType | undefined =>
  startsWith(bytes, PDF) ? 'application/pdf' : startsWith(bytes, PNG) ? 'image/png' : startsWith(bytes, JPEG) ? 'image/jpeg' : undefined;

const ENDINGS: Readonly<Record<MediaType, readonly string[]>> = { 'application/pdf': ['pdf'], 'image/png': ['png'], 'image/jpeg': ['jpg', 'jpeg'] };
const endingOf = (name: string): string => (/\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1] ?? '').toLowerCase();

const u16 = (b: Uint8Array, at: number): number => ((b[at] ?? 0) << 8) | (b[at + 1] ?? 0);
const u32 = (b: Uint8Array, at: number): number => u16(b, at) * 65_536 + u16(b, at + 2);
/** Pixels a JPEG says it has: walks its segments to the frame header (SOF0 to SOF15 without DHT, JPG and DAC). */
function jpegPixels(b: Uint8Array): number {
  let at = 2;
  while (at + 9 < b.length && b[at] === 0xff) {
    const marker = b[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return u16(b, at + 5) * u16(b, at + 7);
    at += 2 + Math.max(u16(b, at + 2), 2);
  }
  return 0;
}
const pixelsOf = (type: MediaType, b: Uint8Array): number =>
  type === 'image/png' ? u32(b, 16) * u32(b, 20) : type === 'image/jpeg' ? jpegPixels(b) : 0;
const ACTIVE = /\/(JavaScript|JS\s*\(|Launch\b|OpenAction\s*<<[^>]*\/JavaScript|RichMedia\b|EmbeddedFile\b)/;

export type FileFault = 'empty' | 'too_large' | 'type_unsupported' | 'type_mismatch' | 'image_too_large' | 'active_content';
/** What keeps a file out; nothing when it is what it says and only that. `generated`: our own PDFs may carry attachments. */
export function fileFault(name: string, bytes: Uint8Array, generated: boolean): FileFault | undefined {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > BYTES_MAX) return 'too_large';
  const type = mediaTypeOf(bytes);
  if (type === undefined) return 'type_unsupported';
  if (!ENDINGS[type].includes(endingOf(name))) return 'type_mismatch';
  if (pixelsOf(type, bytes) > PIXELS_MAX) return 'image_too_large';
  if (type === 'application/pdf' && !generated && ACTIVE.test(new TextDecoder('latin1').decode(bytes))) return 'active_content';
  return undefined;
}

const UNSAFE = /[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/g;
const NAME_MAX = 120;
/** A name that is safe to show and to save: no path, no control or direction marks, no leading dot, at most 120 characters with its ending kept. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(UNSAFE, '').trim().replace(/^\.+/, '');
  const ending = endingOf(clean);
  const stem = ending === '' ? clean : clean.slice(0, -ending.length - 1);
  const short = [...stem].slice(0, NAME_MAX - ending.length - 1).join('') || 'file';
  return ending === '' ? short : `${short}.${ending}`;
}

export type KindName = { readonly code: string; readonly nameZh: string; readonly nameEn: string };
/** State of each required kind: the newest file of it decides. `files` come newest first. */
export function checklistOf(required: readonly string[], kinds: readonly KindName[], files: readonly DocumentRef[]): ChecklistItem[] {
  return required.map((code) => {
    const kind = kinds.find((k) => k.code === code);
    const newest = files.find((f) => f.kind === code);
    return {
      kind: code,
      nameZh: kind?.nameZh ?? code,
      nameEn: kind?.nameEn ?? code,
      state: newest?.state ?? 'missing',
      documentId: newest?.id ?? null,
      comment: newest?.comment ?? null,
    };
  });
}
