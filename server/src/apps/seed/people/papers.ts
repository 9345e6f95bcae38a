import { crc32, deflateSync } from 'node:zlib';

const [WIDTH, HEIGHT] = [240, 152];
const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};

/** A picture in the shape of a card, a real PNG: bands of grey whose place follows from `n`, so that no two customers hand in the same file. */
export function cardPicture(n: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.writeUInt8(8, 8); // Eight bits of grey; the zeroes after it: deflate, no interlace.
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT, 0xee);
  for (let y = 0; y < HEIGHT; y += 1) {
    rows[y * (WIDTH + 1)] = 0; // Each row says first that it is not filtered.
    if (y % 24 < 8) rows.fill(0x40 + ((n + y) % 96), y * (WIDTH + 1) + 16, y * (WIDTH + 1) + 60 + ((n * 7 + y) % 140));
  }
  rows.writeUInt32BE(n >>> 0, 4); // A few dots in the margin that carry the number itself.
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
