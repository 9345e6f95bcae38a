import type { AttributeHint } from '../settings.ts';
import type { Bilingual, Bin, Reason } from './types.ts';

type Held = Pick<Bin, 'lo' | 'hi' | 'special' | 'values' | 'missing' | 'other'>;
const LISTED = 4;

/** The words of a bin: the attribute and what the bin holds, as a customer may be told. */
export function reasonOf(name: string, kind: 'numeric' | 'category', bin: Held, hint: AttributeHint, code: string): Reason {
  const label = hint.label ?? { zh: name, en: name };
  const held = heldText(kind, bin, hint);
  return { code, zh: `${label.zh}：${held.zh}`, en: `${label.en}: ${held.en}` };
}

function heldText(kind: 'numeric' | 'category', bin: Held, hint: AttributeHint): Bilingual {
  if (bin.missing) return { zh: '未提供', en: 'not provided' };
  if (bin.other) return { zh: '其他', en: 'other' };
  if (bin.special) return { zh: `代码 ${bin.special.join('、')}`, en: `code ${bin.special.join(', ')}` };
  if (kind === 'category') return listed(bin.values ?? [], hint);
  const [lo, hi] = [bin.lo ?? null, bin.hi ?? null];
  if (lo === null && hi === null) return { zh: '任意值', en: 'any value' };
  if (lo === null) return { zh: `低于 ${hi}`, en: `below ${hi}` };
  return hi === null ? { zh: `${lo} 及以上`, en: `${lo} or more` } : { zh: `${lo} 至 ${hi}（不含）`, en: `${lo} to under ${hi}` };
}

function listed(values: readonly string[], hint: AttributeHint): Bilingual {
  const words = values.slice(0, LISTED).map((v) => hint.values?.[v] ?? { zh: v, en: v });
  const more = values.length - words.length;
  const zh = words.map((w) => w.zh).join('、');
  const en = words.map((w) => w.en).join(', ');
  return more > 0 ? { zh: `${zh} 等 ${values.length} 类`, en: `${en} and ${more} more` } : { zh, en };
}
