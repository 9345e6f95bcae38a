import { z } from 'zod';
import type { Operation, Route, Runtime } from '#platform';
import type { Catalogue } from './refusal-reply.ts';

type Json = Record<string, unknown>;
/** Codecs (money, rates) are texts on the wire: their input side is what is sent, both ways. */
const schemaOf = (shape: z.ZodType): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Json;
  return schema;
};

const pathFields = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((m) => m[1] ?? '');
export const openApiPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

function parametersOf(route: Route): Json[] {
  const inPath = pathFields(route.path);
  const shape = route.operation.input.shape as Record<string, z.ZodType>;
  const isRead = route.operation.kind !== 'command';
  const parameters: Json[] = inPath.map((name) => ({ name, in: 'path', required: true, schema: schemaOf(shape[name] ?? z.string()) }));
  if (isRead) {
    for (const [name, field] of Object.entries(shape)) {
      if (!inPath.includes(name)) parameters.push({ name, in: 'query', required: !field.safeParse(undefined).success, schema: schemaOf(field) });
    }
  } else if (!(route.operation as { keyless?: boolean }).keyless) {
    parameters.push({ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 200 } });
  }
  return parameters;
}

function bodyOf(route: Route): Json | undefined {
  const { operation } = route;
  if (operation.kind !== 'command') return undefined;
  if (operation.uploadLimit !== undefined)
    return { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } };
  const inPath = pathFields(route.path);
  const rest = Object.keys(operation.input.shape as object).filter((k) => !inPath.includes(k));
  const bodyShape = operation.input.pick(Object.fromEntries(rest.map((k) => [k, true]))) as z.ZodType;
  return { required: rest.length > 0, content: { 'application/json': { schema: { ...schemaOf(bodyShape), additionalProperties: false } } } };
}

function answerOf(operation: Operation): Json {
  const refusal = { description: 'Refused', content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } };
  if (operation.kind === 'file')
    return {
      '200': { description: 'A file', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
      '4XX': refusal,
    };
  const ok = { description: 'Done', content: { 'application/json': { schema: schemaOf(operation.output as z.ZodType) } } };
  const dual = operation.kind === 'command' && operation.dual !== undefined;
  return {
    '200': ok,
    ...(dual
      ? {
          '202': {
            description: 'Waits for a second person',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/DualRequest' } } },
          },
        }
      : {}),
    '4XX': refusal,
  };
}

/** The OpenAPI 3.1 document, made from the same shapes that parse the requests. Stable order, so it can be compared as text. */
export function openApiDocument(rt: Pick<Runtime, 'mounts'>, catalogue: Catalogue): Json {
  const paths: Record<string, Json> = {};
  const routes = rt.mounts.flatMap((m) => (m.routes ?? []).map((route) => ({ route, tag: m.name })));
  for (const { route, tag } of routes) {
    const { operation } = route;
    const path = openApiPath(route.path);
    const body = bodyOf(route);
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        operationId: operation.name.replace('.', '_').replaceAll('-', '_'),
        tags: [tag],
        summary: `${operation.says.zh} · ${operation.says.en}`,
        'x-roles': operation.allow,
        parameters: parametersOf(route),
        ...(body ? { requestBody: body } : {}),
        responses: answerOf(operation),
      },
    };
  }
  const fault = {
    type: 'object',
    required: ['field', 'code', 'zh', 'en'],
    properties: { field: { type: 'string' }, code: { type: 'string' }, zh: { type: 'string' }, en: { type: 'string' } },
  };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tallystick 左券',
      version: '0.1.0',
      license: { name: 'Apache-2.0' },
      description: 'Money is a decimal string with two places, rates are percent strings with four, days are ISO dates, moments ISO texts in UTC.',
    },
    servers: [{ url: '/api' }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: {
        DualRequest: { type: 'object', required: ['requestId'], properties: { requestId: { type: 'string' } } },
        Refusal: {
          type: 'object',
          required: ['code', 'zh', 'en', 'facts', 'faults', 'requestId'],
          properties: {
            code: { type: 'string', enum: [...catalogue.keys()].sort() },
            zh: { type: 'string' },
            en: { type: 'string' },
            field: { type: 'string' },
            facts: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } },
            faults: { type: 'array', items: fault },
            requestId: { type: 'string' },
          },
        },
      },
    },
  };
}
