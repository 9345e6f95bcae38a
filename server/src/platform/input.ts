import { type FieldFault, Refusal } from '@tallystick/kernel';
import type { z } from 'zod';

/** Turns what the shape found wrong into field faults with refusal codes. */
function faultsOf(issues: readonly z.core.$ZodIssue[]): FieldFault[] {
  const out: FieldFault[] = [];
  for (const issue of issues) {
    const field = issue.path.map(String).join('.');
    switch (issue.code) {
      case 'unrecognized_keys':
        for (const key of issue.keys) out.push({ field: field ? `${field}.${key}` : key, code: 'platform.field_unknown' });
        break;
      case 'invalid_type':
        out.push(
          issue.input === undefined
            ? { field, code: 'platform.field_missing' }
            : { field, code: 'platform.field_type', facts: { expected: issue.expected } },
        );
        break;
      case 'invalid_value':
        out.push({
          field,
          code: issue.input === undefined ? 'platform.field_missing' : 'platform.field_choice',
          facts: { choices: issue.values.map(String).join(', ') },
        });
        break;
      case 'too_small':
        out.push({ field, code: 'platform.field_short', facts: { min: Number(issue.minimum) } });
        break;
      case 'too_big':
        out.push({ field, code: 'platform.field_long', facts: { max: Number(issue.maximum) } });
        break;
      case 'custom':
        out.push({ field, code: typeof issue.params?.['refusal'] === 'string' ? issue.params['refusal'] : 'platform.field_format' });
        break;
      default:
        out.push({ field, code: 'platform.field_format' });
    }
  }
  return out;
}

/** No form of ours nests deeper; a body that does is meant for the stack. */
const DEPTH_MAX = 32;
const UNSTORABLE = 'platform.field_control';
/** Texts that no database column takes: NUL, and halves of a character. Whatever a shape says, they are refused. */
function unstorable(value: unknown, path: string, depth = 0): FieldFault[] {
  if (depth > DEPTH_MAX) throw new Refusal('platform.body_unreadable');
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [{ field: path, code: UNSTORABLE }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, v]) => [
    ...unstorable(name, path, depth),
    ...unstorable(v, path === '' ? name : `${path}.${name}`, depth + 1),
  ]);
}

/** Parses at the edge: unknown fields are refused, every wrong field is named at once. Refuses `platform.input_invalid`, or `platform.not_found` for a malformed id. */
export function parseInput<I extends z.ZodObject>(shape: I, input: unknown): z.output<I> {
  const unfit = unstorable(input, '');
  if (unfit.length > 0) throw new Refusal('platform.input_invalid', { faults: unfit });
  const read = shape.strict().safeParse(input, { reportInput: true });
  if (read.success) return read.data as z.output<I>;
  const faults = faultsOf(read.error.issues);
  if (faults.some((f) => f.code === 'platform.not_found')) throw new Refusal('platform.not_found');
  throw new Refusal('platform.input_invalid', { faults });
}
