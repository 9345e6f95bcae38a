import { bureauSource } from '../bureau/source.ts';
import type { SourceDef } from '../caller/source.ts';
import { courtSource } from '../court/source.ts';
import { identitySource } from '../identity/source.ts';
import { platformSource } from '../platform/source.ts';
import { registrySource } from '../registry/source.ts';
import { taxSource } from '../tax/source.ts';
import type { Source } from '../types.ts';

/** In the order their answers are taken in: who somebody is comes before what belongs to them. */
export const SOURCE_DEFS: readonly SourceDef[] = [identitySource, registrySource, taxSource, courtSource, bureauSource, platformSource];
export const sourceDef = (name: Source): SourceDef => SOURCE_DEFS.find((s) => s.name === name) as SourceDef;
