import { expect, test } from 'vitest';
import { checklistOf, fileFault, mediaTypeOf, safeName } from './rules.ts';
import type { DocumentRef } from './types.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p, 'latin1') : Buffer.from(p))));
const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
const size = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const png = (w: number, h: number): Uint8Array => bytes(pngHead, size(w), size(h), [8, 6, 0, 0, 0]);
const jpeg = (w: number, h: number): Uint8Array =>
  bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, h >> 8, h & 255, w >> 8, w & 255, 1, 1, 0x11, 0, 0, 0]);
const pdf = (body = ''): Uint8Array => bytes(`%PDF-1.7\n${body}\n%%EOF`);

test.each([
  ['plain.pdf', pdf(), undefined],
  ['photo.PNG', png(100, 100), undefined],
  ['photo.jpeg', jpeg(4000, 3000), undefined],
  ['nothing.pdf', bytes(), 'empty'],
  ['page.html', bytes('<html><script>alert(1)</script>'), 'type_unsupported'],
  ['page.pdf', bytes('<html>%PDF-1.7'), 'type_unsupported'],
  ['tool.exe', bytes('MZ\x90'), 'type_unsupported'],
  ['archive.pdf', bytes('PK\x03\x04'), 'type_unsupported'],
  ['really-a-png.pdf', png(10, 10), 'type_mismatch'],
  ['really-a-pdf.jpg', pdf(), 'type_mismatch'],
  ['no-ending', pdf(), 'type_mismatch'],
  ['script.pdf.exe', pdf(), 'type_mismatch'],
  ['bomb.png', png(50_000, 50_000), 'image_too_large'],
  ['bomb.jpg', jpeg(65_000, 65_000), 'image_too_large'],
  ['script.pdf', pdf('<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>'), 'active_content'],
  ['launch.pdf', pdf('<< /S /Launch /F (cmd.exe) >>'), 'active_content'],
  ['carrier.pdf', pdf('<< /Type /EmbeddedFile >>'), 'active_content'],
  ['large.pdf', bytes('%PDF-', Array(10 * 1024 * 1024).fill(0)), 'too_large'],
] as const)('%s: %s', (name, content, fault) => expect(fileFault(name, content, false)).toBe(fault));

test('our own papers may carry attachments', () => expect(fileFault('contract.pdf', pdf('<< /Type /EmbeddedFile >>'), true)).toBeUndefined());
test('the content decides what a file is', () => {
  expect([mediaTypeOf(pdf()), mediaTypeOf(png(1, 1)), mediaTypeOf(jpeg(1, 1)), mediaTypeOf(bytes('GIF89a'))]).toEqual([
    'application/pdf',
    'image/png',
    'image/jpeg',
    undefined,
  ]);
});

test.each([
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\Users\\x\\流水 2026.pdf', '流水 2026.pdf'],
  ['a\u202efdp.exe', 'afdp.exe'],
  ['..hidden.png', 'hidden.png'],
  ['a<b>:"c|?*.pdf', 'abc.pdf'],
  ['.pdf', 'pdf'],
  ['', 'file'],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(116)}.pdf`],
])('the name %j is kept as %j', (name, kept) => expect(safeName(name)).toBe(kept));

test('the newest file of a kind decides; what never came is missing', () => {
  const kinds = [{ code: 'a', nameZh: '甲', nameEn: 'A' }];
  const file = (kind: string, state: DocumentRef['state'], comment: string | null = null) =>
    ({ id: `docu_${kind}${state}`, kind, state, comment }) as unknown as DocumentRef;
  expect(checklistOf(['a', 'b'], kinds, [file('a', 'uploaded'), file('a', 'rejected', 'blurred')])).toEqual([
    { kind: 'a', nameZh: '甲', nameEn: 'A', state: 'uploaded', documentId: 'docu_auploaded', comment: null },
    { kind: 'b', nameZh: 'b', nameEn: 'b', state: 'missing', documentId: null, comment: null },
  ]);
});
